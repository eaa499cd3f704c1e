import { describe, expect, it } from 'vitest'
import { mergePending, NOTHING_OPEN } from '@/features/import/records/pending-import'
import type { Fork } from '@/ledger/settling'

const file = (name: string) => new File([name], name)
const forked = (name: string) => ({
  file: file(name),
  opening: '',
  fork: { device: name } as Fork,
  left: 1,
  settled: [],
})

describe('the open choices after an import of records', () => {
  it('are one per forked file; settling one keeps the others', () => {
    const [a, b] = [forked('a.zip'), forked('b.zip')]
    const two = mergePending(NOTHING_OPEN, [a.file, b.file], { ...NOTHING_OPEN, forked: [a, b] })
    expect(two.forked).toEqual([a, b])
    expect(mergePending(two, [a.file], NOTHING_OPEN).forked).toEqual([b])
    // The same file chosen again replaces its entry.
    const again = forked('a.zip')
    expect(mergePending(two, [again.file], { ...NOTHING_OPEN, forked: [again] }).forked).toEqual([b, again])
  })

  it('keep the receipts of earlier files, and sealed files until they are opened', () => {
    const sealed = [file('s.zip.age')]
    const first = mergePending(NOTHING_OPEN, [file('a.zip'), ...sealed], {
      ...NOTHING_OPEN,
      sealed,
      receipts: new Map([['a', '1']]),
    })
    expect(mergePending(first, [file('b.zip')], NOTHING_OPEN).sealed).toEqual(sealed)
    const last = mergePending(first, sealed, { ...NOTHING_OPEN, receipts: new Map([['s', '2']]) })
    expect([last.sealed, [...last.receipts.keys()]]).toEqual([[], ['a', 's']])
  })
})
