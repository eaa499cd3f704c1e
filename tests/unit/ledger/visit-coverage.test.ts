import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Inspection, LedgerEvent } from '@/ledger/event'
import { nextEvent } from '@/ledger/event-chain'
import { foldLedger } from '@/ledger/fold'
import { answerCounts, type Visit } from '@/ledger/visit'
import { visitCoverage, weekOf } from '@/ledger/visit-coverage'
import { inspection } from './records'

const of = (code: string, change: Partial<Inspection> = {}) =>
  inspection({ target: { kind: 'stockpile', code, name: code }, asked: 1, ...change })

function visits(said: readonly (readonly [at: string, body: Inspection])[], device = 'a1b2c3d4e5f60718'): Visit[] {
  const events: LedgerEvent[] = []
  for (const [at, body] of said) events.push(nextEvent(events.at(-1) ?? null, { device, at, author: '张三', body }))
  return [...foldLedger(events).values()].flatMap((target) => target.visits)
}

const WORDS = {
  team: ({ device }: Visit) => device.slice(0, 2),
  county: ({ target }: Visit) => (target.code.startsWith('Q') ? '610402' : ''),
  counts: (visit: Visit) => answerCounts(visit, { version: '', items: [] }, new Set()),
  isReturned: () => false,
}

describe('the coverage by visits', () => {
  it('is counted by week, county and team, last week first', () => {
    const all = [
      ...visits([
        ['2022-10-24T02:00:00Z', of('Q1')],
        ['2022-10-30T02:00:00Z', of('Q1', { answers: { covered: 'yes' } })],
        ['2022-10-31T02:00:00Z', of('X1', { answers: { covered: 'yes', fenced: 'not-seen' }, asked: 2 })],
      ]),
      ...visits([['2022-10-25T02:00:00Z', of('Q2')]], 'b1b2c3d4e5f60718'),
    ]
    const none = {
      ...{ week: '2022-10-24', team: 'a1', county: '610402', visits: 1, sources: 1 },
      ...{ failing: 0, partial: 0, unseen: 0, returned: 0 },
    }
    expect(visitCoverage(all, WORDS)).toEqual([
      { ...none, week: '2022-10-31', county: '', unseen: 1 },
      { ...none, visits: 2, failing: 1 },
      { ...none, team: 'b1', failing: 1 },
    ])
  })

  it('counts partial visits and unchecked items also for visits that found a failure', () => {
    const all = visits([
      ['2022-10-31T02:00:00Z', of('X1', { answers: { a: 'no', b: 'not-seen', c: 'not-seen' }, asked: 3 })],
      ['2022-10-31T03:00:00Z', of('X2', { answers: { a: 'no', b: 'not-seen' }, asked: 3 })],
      ['2022-10-31T04:00:00Z', of('X3', { answers: { a: 'not-seen' }, asked: 1 })],
    ])
    expect(visitCoverage(all, WORDS)).toMatchObject([{ visits: 3, failing: 2, partial: 1, unseen: 2 }])
    expect(visitCoverage(all, { ...WORDS, isReturned: () => true })).toMatchObject([
      { visits: 0, failing: 0, partial: 0, unseen: 0, returned: 3 },
    ])
  })

  it('does not count a correction as another visit', () => {
    const wrong = '2022-10-31T02:00:00Z'
    const corrected = visits([
      [wrong, of('Q1')],
      ['2022-10-31T03:00:00Z', of('Q1', { answers: { covered: 'yes' }, corrects: 'a1b2c3d4e5f60718-1' })],
    ])
    expect(visitCoverage(corrected, WORDS)).toMatchObject([{ visits: 1, sources: 1, failing: 0 }])
  })

  it('loses and duplicates no visit, on any days', () =>
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.integer({ min: 0, max: 400 }), fc.constantFrom('Q1', 'Q2', 'X1'))), (days) => {
        const said = days.map(
          ([day, code]) => [new Date(Date.UTC(2022, 0, 1 + day, 4)).toISOString(), of(code)] as const,
        )
        const all = visits(said)
        const rows = visitCoverage(all, WORDS)
        expect(rows.reduce((sum, row) => sum + row.visits, 0)).toBe(all.length)
        expect(new Set(rows.map(({ week, team, county }) => `${week} ${team} ${county}`)).size).toBe(rows.length)
      }),
    ))

  it('has weeks that begin on Monday, also across years', () => {
    expect(['2022-10-30', '2022-10-31', '2023-01-01', '2023-01-02'].map(weekOf)).toEqual([
      '2022-10-24',
      '2022-10-31',
      '2022-12-26',
      '2023-01-02',
    ])
  })
})
