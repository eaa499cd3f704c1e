import 'fake-indexeddb/auto'
import { readFileSync } from 'node:fs'
import { beforeEach, describe, expect, it } from 'vitest'
import { readCheckDraft } from '@/features/field/record/drafts'
import { acceptReceipt, lastConfirmedNumber, pinDesk, readPin, trustedDesk } from '@/ledger/confirmation'
import { deskCode } from '@/ledger/desk-key'
import { isSigned } from '@/ledger/device'
import { eventsById } from '@/ledger/event'
import { foldLedger } from '@/ledger/fold'
import { Ledger } from '@/ledger/ledger'
import { receiveBundle } from '@/ledger/reception'
import { publicKey } from '@/ledger/signature'
import { createEarlierDatabase } from './earlier-database'
import { releasableCount, releaseCount } from './originals'
import { bundleOf, inspection } from './records'

const FOLDER = 'tests/fixtures/ledger-1/'
const AT = '2022-11-01T08:00:00Z'
const bundle = new Blob([readFileSync(`${FOLDER}bundle.zip`)])
const receipt = readFileSync(`${FOLDER}receipt.json`, 'utf8')

let tablet: Ledger
beforeEach(async () => {
  await createEarlierDatabase(`${FOLDER}database.json`)
  tablet = new Ledger()
})

describe('the data of the first version', () => {
  it('opens: records, photos, draft, author, and its key continues to sign the same chain', async () => {
    const device = await tablet.device()
    expect(device.id).toMatch(/^[0-9a-f]{16}$/)
    expect(device.author).toBe('张三')
    const state = foldLedger(await tablet.all()).get('construction-site/GD-0001')!
    expect(state.visits.flatMap(({ records }) => records).map(({ body }) => body.note)).toEqual(['裸土未覆盖'])
    expect(state.withdrawn.map(({ event, by }) => [event.sequence, by.body.reason])).toEqual([[2, '误填']])
    const [photo] = state.visits[0]!.photos
    expect((await tablet.photo(photo!.hash))?.original?.size).toBe(photo!.bytes)
    const draft = (await tablet.draft('construction-site/GD-0002'))!
    expect(readCheckDraft(draft.draft)).toMatchObject({ note: '正在写', photos: [{ ref: { hash: photo!.hash } }] })
    const next = await tablet.append(inspection(), [], null, AT)
    expect([next.device, next.sequence]).toEqual([device.id, 4])
    expect(await isSigned(next, await publicKey(device.keys!))).toBe(true)
    tablet.close()
  })

  it('has an unsigned receipt, which releases no photo, even if read again', async () => {
    expect(await tablet.database.receipts.count()).toBe(1)
    const desk = new Ledger(`desk-${Math.random()}`)
    await pinDesk(tablet, readPin(deskCode(await publicKey((await desk.deskKeys())!)))!, {
      replaced: null,
      reason: '',
      at: AT,
    })
    expect(await acceptReceipt(tablet, receipt)).toEqual({ state: 'unsigned', events: 3, photos: 1, voices: 0 })
    expect([await releasableCount(tablet), await releaseCount(tablet, AT), await lastConfirmedNumber(tablet)]).toEqual([
      0, 0, 0,
    ])
    // A signed receipt of a current desk for the same bundle does.
    const came = await receiveBundle(desk, bundle, AT)
    expect('receipt' in came && (await acceptReceipt(tablet, came.receipt!))).toMatchObject({
      state: 'confirmed',
      photos: 1,
    })
    expect((await trustedDesk(tablet))?.key).not.toBeNull()
    expect(await releaseCount(tablet, AT)).toBe(1)
    await desk.database.delete()
    tablet.close()
  })

  it('is handed over and imported: a signed bundle, one without keys (reported as unsigned), and a current one of the same tablet', async () => {
    const desk = new Ledger(`desk-${Math.random()}`)
    expect(await receiveBundle(desk, bundle, AT)).toMatchObject({ fresh: 3, photos: 1, unsigned: [] })
    const unsigned = new Blob([readFileSync(`${FOLDER}bundle-unsigned.zip`)])
    expect(await receiveBundle(desk, unsigned, AT)).toMatchObject({ fresh: 3, unsigned: ['a1b2c3d4e5f60718'] })
    await tablet.append(inspection(), [], null, AT)
    const device = await tablet.device()
    const today = await bundleOf(device, await tablet.own(device.id, 0))
    expect(await receiveBundle(desk, today, AT)).toMatchObject({ fresh: 1, unsigned: [] })
    expect(eventsById(await desk.all()).size).toBe(7)
    await desk.database.delete()
    tablet.close()
  })
})
