import { describe, expect, it } from 'vitest'
import { type CheckContext, evidenceOfDraft, inspectionOf, summaryOf } from '@/features/field/check/write-check'
import { correctionOf, NOTHING_CHECKED } from '@/features/field/record/drafts'
import { type TakenPhoto, withCopy } from '@/features/field/record/photos'
import { withPhotosOf } from '@/features/field/record/use-draft'
import { checkHistory } from '@/ledger/check-history'
import type { Inspection, LedgerEvent } from '@/ledger/event'
import { foldLedger } from '@/ledger/fold'
import { type InspectionEvent, visitWords } from '@/ledger/visit'
import type { Dataset } from '@/questions/dataset'
import { checkText } from '@/store/words/check-text'
import { inspection, write } from '../ledger/records'

const record = (change: Partial<Inspection>) => write('this', null, inspection(change)) as InspectionEvent
const photo = (letter: string, markOf?: string): TakenPhoto => ({
  ref: {
    ...{ hash: letter.repeat(64), bytes: 1, at: '2022-10-31T08:00:00Z', position: null, taken: null },
    ...(markOf && { markOf: markOf.repeat(64) }),
  },
  original: new Blob(),
  shown: new Blob(),
})
const contextOf = (events: readonly LedgerEvent[], change: Partial<CheckContext> = {}): CheckContext => ({
  target: { kind: 'stockpile', code: 'DC-1', name: '煤堆', position: null } as never,
  checklist: { version: '1', items: [{ id: 'covered' }] },
  ...{ ground: null, farMetres: 200, fix: null, toldAt: 0, device: 'this', pinCleared: '' },
  events: new Map(events.map((event) => [event.id, event])),
  author: '李四',
  companions: ['今天的人'],
  ...change,
})
const written = (corrects: string, context: CheckContext) => {
  const draft = { ...NOTHING_CHECKED, corrects }
  return inspectionOf(draft, context, evidenceOfDraft(draft, context, 0), [])
}

describe('a correction', () => {
  it('of a record of the first version keeps its deadline and informed person, for each unmet item', () => {
    const answers = { covered: 'no', washed: 'yes', fenced: 'no' } as const
    const said = { found: [], rectifyBy: '2022-11-05', told: '王工' }
    const first = correctionOf(record({ answers, rectifyBy: '2022-11-05', told: '王工', note: '注' }))
    expect(first).toMatchObject({ answers, note: '注', corrects: 'this-1' })
    expect(first.shortcomings).toEqual({ covered: said, fenced: said })
    expect(correctionOf(record({ answers })).shortcomings).toEqual({})
    const own = { covered: { found: ['破'], rectifyBy: '2022-11-06', told: '' } }
    expect(correctionOf(record({ answers, rectifyBy: '2022-11-05', shortcomings: own })).shortcomings).toEqual(own)
  })

  it('names the people who went along then, not today', () => {
    const wrong = record({ companions: ['王五', '李四'] })
    expect(written(wrong.id, contextOf([wrong])).companions).toEqual(['王五'])
    const alone = record({})
    expect('companions' in written(alone.id, contextOf([alone]))).toBe(false)
    expect(written('', contextOf([wrong])).companions).toEqual(['今天的人'])
  })

  it('is summarised with the photos that it keeps; a photo drawn on counts once', () => {
    const wrong = record({ photos: [photo('a').ref, photo('b').ref] })
    const draft = { ...NOTHING_CHECKED, corrects: wrong.id, photos: [photo('c'), photo('d', 'c'), photo('e', 'a')] }
    expect(summaryOf(draft, contextOf([wrong])).photos).toHaveLength(3)
    expect(
      summaryOf({ ...draft, corrects: '', photos: [photo('c'), photo('d', 'c')] }, contextOf([])).photos,
    ).toHaveLength(1)
  })
})

describe('a record of the first version', () => {
  const dayOf = (...events: LedgerEvent[]) => visitWords(foldLedger(events).get('stockpile/DC-1')!.visits[0]!).deadlines
  it('has its deadline even if an item could not be checked, but not once everything is met', () => {
    const rectifyBy = '2022-11-05'
    expect(dayOf(record({ answers: { covered: 'not-seen' }, rectifyBy }))).toEqual([rectifyBy])
    const wrong = record({ rectifyBy })
    expect(dayOf(wrong)).toEqual([rectifyBy])
    expect(dayOf(wrong, write('this', wrong, inspection({ answers: { covered: 'yes' }, shortcomings: {} })))).toEqual(
      [],
    )
    expect(dayOf(record({ answers: { covered: 'yes' }, shortcomings: {}, rectifyBy }))).toEqual([])
  })
})

describe('the document of a record of the first version', () => {
  const noteOf = (change: Partial<Inspection>) => {
    const t = ((key: string, { who = '' } = {}) => (who ? `${key} ${who}` : key)) as never
    const dataset = { rules: [], endedRules: [], earlierPlans: [], kinds: [], settings: {} } as unknown as Dataset
    const known = { county: '', address: '', operator: '', contact: '', phone: '' }
    const of = record(change)
    return checkText(t, dataset, { record: checkHistory(undefined, of), known, signature: null }).note
  }
  it('names the informed person if the items do not', () => {
    expect(noteOf({ note: '注', told: '王工' })).toBe('注；visits.told 王工')
    expect(noteOf({ note: '注' })).toBe('注')
    expect(noteOf({ note: '注', told: '王工', shortcomings: {} })).toBe('注')
  })
})

describe('photos of a draft', () => {
  const hashes = (photos: readonly TakenPhoto[]) => photos.map(({ ref }) => ref.hash[0]).join('')
  it('do not copy a photo that was removed in the meantime', () => {
    expect(hashes(withCopy([photo('a')], photo('b', 'a')))).toBe('ab')
    expect(hashes(withCopy([photo('a'), photo('b', 'a')], photo('c', 'a')))).toBe('ac')
    expect(hashes(withCopy([photo('d')], photo('b', 'a')))).toBe('d')
  })

  it('of two windows are merged; of a photo drawn on in both, the chosen drawing is kept', () => {
    const mine = { photos: [photo('a'), photo('b', 'a')] }
    const theirs = { photos: [photo('a'), photo('c', 'a'), photo('d')] }
    expect([...hashes(withPhotosOf(mine, theirs).photos)].sort().join('')).toBe('abd')
    expect([...hashes(withPhotosOf(theirs, mine).photos)].sort().join('')).toBe('acd')
  })
})
