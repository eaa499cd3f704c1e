import { zipSync } from 'fflate'
import { describe, expect, it } from 'vitest'
import { writeRoundOrder } from '@/io/field/round-order-file'
import { detectExchangeFile } from '@/ledger/exchange-file'
import { writeReceipt } from '@/ledger/receipt'

const whatIs = (...said: BlobPart[]) => detectExchangeFile(new Blob(said))

describe('a file brought by the user', () => {
  it('is identified by its contents, whatever its name', async () => {
    const receipt = { bundle: '0'.repeat(64), device: 'a', at: '2022-11-01T08:00:00Z', events: {}, photos: [] }
    const stops = [{ kind: 'stockpile', code: 'DC-1', name: '甲堆' }]
    const round = writeRoundOrder({ name: '北线', team: '一队', day: '2022-11-01', stops, from: 'desk' })
    expect(await whatIs(await writeReceipt(receipt, null))).toBe('receipt')
    expect(await whatIs(round)).toBe('rounds')
    expect(await whatIs(`{"format":"chentu-rounds-1","rounds":[${round}]}`)).toBe('rounds')
    expect(await whatIs('PK\u0003\u0004', 'more')).toBe('bundle')
    expect(await whatIs(zipSync({ 'word/document.xml': new Uint8Array() }) as Uint8Array<ArrayBuffer>)).toBe('unknown')
    expect(await whatIs('age-encryption.org/v1\n-> scrypt')).toBe('sealed')
  })

  it('is a receipt even if a newer desk wrote it, which is reported on reading', async () => {
    expect(await whatIs('{"format":"chentu-receipt-9"}')).toBe('receipt')
  })

  it('is unknown if its contents are not recognised or it is larger than any of ours', async () => {
    for (const text of ['', '{"a":1}', 'null', '[1]', '{"format":7}', 'PNG', '<html>'])
      expect(await whatIs(text)).toBe('unknown')
    expect(await whatIs('{"format":"chentu-receipt-2","x":"', 'x'.repeat(9 << 20), '"}')).toBe('unknown')
  })
})
