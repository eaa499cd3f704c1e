import { describe, expect, it } from 'vitest'
import { flagsOf } from '@/features/explore/visits/review/review-order'
import { checkHistories } from '@/ledger/check-history'
import type { Inspection, LedgerEvent } from '@/ledger/event'
import type { Evidence } from '@/ledger/flag'
import { foldLedger } from '@/ledger/fold'
import { targetKey } from '@/ledger/shared-code'
import { deadlinesIn, type InspectionEvent, visitWords } from '@/ledger/visit'
import { visitCircumstances } from '@/ledger/visit-circumstances'
import { inspection, target, write } from './records'

const KEY = targetKey(target)
const evidence = (flags: readonly string[], reason = '', distanceMetres = 10): Evidence => ({
  measuredAt: '2026-11-27T01:00:00Z',
  distanceMetres,
  flags,
  reason,
})

/** The consecutive records of one tablet. */
function said(...list: readonly (readonly [at: string, change: Partial<Inspection>])[]) {
  const events: LedgerEvent[] = []
  for (const [at, change] of list) events.push(write('a', events.at(-1) ?? null, inspection(change), at))
  return events as InspectionEvent[]
}
const visitOf = (events: readonly LedgerEvent[]) => foldLedger(events).get(KEY)!.visits[0]!

const FIRST = [
  '2026-11-27T01:00:00Z',
  { answers: { covered: 'no', fenced: 'yes' }, evidence: evidence(['far', 'no-photo'], '在场外核查') },
] as const
const ELSEWHERE = { position: [109, 35], accuracyMetres: 90 } as const

describe('a visit that is corrected on another day and elsewhere', () => {
  const events = said(FIRST, [
    '2026-11-28T02:00:00Z',
    {
      ...ELSEWHERE,
      answers: { covered: 'yes', fenced: 'yes' },
      corrects: 'a-1',
      evidence: evidence(['old-position', 'inaccurate', 'reused-photo'], '在办公室更正', 7026),
    },
  ])
  const visit = visitOf(events)
  const spot = visitCircumstances(visit)

  it('keeps time, position, distance and accuracy of its first record; the correction is separate', () => {
    expect(spot).toMatchObject({
      at: '2026-11-27T01:00:00Z',
      position: [108.7, 34.3],
      accuracyMetres: 8,
      distanceMetres: 10,
      measuredAt: '2026-11-27T01:00:00Z',
    })
    expect(spot.corrections).toEqual([events[1]])
    expect(spot.correctedFrom).toEqual([{ at: '2026-11-28T02:00:00Z', distanceMetres: 7026, accuracyMetres: 90 }])
    expect(checkHistories(foldLedger(events).get(KEY)).map(({ first }) => first.id)).toEqual(['a-1', 'a-1'])
  })

  it('keeps the flags of its first position with the reason, and none of the correction’s position', () => {
    // A missing photo is checked again with the correction, which has no such flag.
    expect(spot.flags.map(({ flag, evidence: { distanceMetres } }) => [flag, distanceMetres])).toEqual([
      ['far', 10],
      ['reused-photo', 7026],
    ])
    expect(spot.reasons).toEqual([
      { reason: '在场外核查', ofCorrection: false },
      { reason: '在办公室更正', ofCorrection: true },
    ])
  })

  it('lists the items that were changed from unmet to met', () => {
    expect(spot.turned).toEqual(['covered'])
    expect(flagsOf(visit)).toEqual(['far', 'reused-photo', 'turned'])
    const again = [...events, write('a', events[1]!, inspection({ answers: { covered: 'no' }, corrects: 'a-2' }))]
    expect(visitCircumstances(visitOf(again)).turned).toEqual([])
    expect(visitCircumstances(visitOf(again)).at).toBe('2026-11-27T01:00:00Z')
  })

  it('keeps the position of each correction, also if that was corrected again elsewhere', () => {
    const near = { accuracyMetres: 5, corrects: 'a-2', evidence: evidence([], '', 2) }
    const again = [...events, write('a', events[1]!, inspection(near), '2026-11-29T02:00:00Z')]
    expect(visitCircumstances(visitOf(again)).correctedFrom.map(({ distanceMetres }) => distanceMetres)).toEqual([
      7026, 2,
    ])
    expect(visitCircumstances(visitOf([events[0]!])).correctedFrom).toEqual([])
  })

  it('belongs to the person who was there, whoever corrected it', () => {
    const other = { ...events[1]!, author: '孙丽' }
    expect(visitWords(visitOf([events[0]!, other])).authors).toEqual(['张三'])
    expect(visitCircumstances(visitOf([events[0]!, other])).corrections[0]!.author).toBe('孙丽')
  })
})

describe('a visit', () => {
  it('keeps its time even if the first record is withdrawn and only its correction counts', () => {
    const events = said(FIRST, ['2026-11-28T02:00:00Z', { ...ELSEWHERE, answers: { covered: 'yes' }, corrects: 'a-1' }])
    const gone = write('a', events[1]!, { type: 'withdrawal', event: 'a-1', reason: '' }, '2026-11-28T03:00:00Z')
    const spot = visitCircumstances(visitOf([...events, gone]))
    expect([spot.at, spot.distanceMetres, spot.turned]).toEqual(['2026-11-27T01:00:00Z', 10, ['covered']])
  })

  it('has the flags of each record of its day, and a change on the spot is not a correction', () => {
    const visit = visitOf(
      said(FIRST, ['2026-11-27T06:00:00Z', { answers: { covered: 'yes' }, evidence: evidence(['no-position']) }]),
    )
    const { flags, corrections, turned } = visitCircumstances(visit)
    expect(flags.map(({ flag }) => flag)).toEqual(['far', 'no-photo', 'no-position'])
    expect([corrections, turned]).toEqual([[], []])
  })

  it('is ordered by its own time, not by that of its correction', () => {
    const [first, correction] = said(FIRST, ['2026-11-27T09:00:00Z', { corrects: 'a-1' }])
    const other = write('b', null, inspection(), '2026-11-27T05:00:00Z')
    const { visits } = foldLedger([first!, correction!, other]).get(KEY)!
    expect(visits.map(({ device }) => device)).toEqual(['a', 'b'])
  })
})

describe('deadlines', () => {
  const by = (rectifyBy: string) => ({ found: [], rectifyBy, told: '' })
  it('are all listed if unmet items have different ones, each once', () => {
    const change = {
      answers: { covered: 'no', fenced: 'no', washed: 'no', paved: 'yes' },
      shortcomings: {
        covered: by('2026-12-10'),
        fenced: by('2026-12-04'),
        washed: by('2026-12-10'),
        paved: by('2026-12-01'),
      },
      rectifyBy: '2026-12-04',
    } as const
    const events = said(['2026-11-27T01:00:00Z', change])
    expect(deadlinesIn(events[0]!.body)).toEqual(['2026-12-04', '2026-12-10'])
    expect(visitWords(visitOf(events)).deadlines).toEqual(['2026-12-04', '2026-12-10'])
    // Records of the first version have one deadline for all items.
    expect(deadlinesIn(inspection({ rectifyBy: '2026-12-04' }))).toEqual(['2026-12-04'])
    expect(deadlinesIn(inspection())).toEqual([])
  })
})
