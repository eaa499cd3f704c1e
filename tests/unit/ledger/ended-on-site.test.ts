import { expect, it } from 'vitest'
import { endedStops } from '@/ledger/ended-on-site'
import type { EventBody, Inspection, LedgerEvent, RoundReport } from '@/ledger/event'
import { foldLedger } from '@/ledger/fold'
import { observationsOf } from '@/ledger/team-observations'
import { inspection, target, write } from './records'

const DEVICE = 'a1b2c3d4e5f60718'

function said(...bodies: readonly EventBody[]): LedgerEvent[] {
  const events: LedgerEvent[] = []
  for (const body of bodies) events.push(write(DEVICE, events.at(-1) ?? null, body))
  return events
}

const endedBy = (change: Partial<Inspection>) =>
  observationsOf(foldLedger(said(inspection(change)))).map(({ ended, answers }) => [ended, answers])

it('a visit whose items do not apply since works are completed says so of its source', () => {
  const answers = { covered: 'not-applicable', washed: 'not-applicable' } as const
  expect(endedBy({ answers, reasons: { washed: '已完工' } })).toEqual([['已完工', {}]])
  // Works that go on, works that only stopped, and works of which something fails.
  expect(endedBy({ answers, reasons: { washed: '尚未到该阶段', covered: '已停工' } })).toEqual([[undefined, {}]])
  expect(endedBy({ answers: { ...answers, covered: 'no' }, reasons: { washed: '已完工' } })).toEqual([
    [undefined, { covered: false }],
  ])
})

it('a stop of a round that is left out since works are completed says so, until the round goes there after all', () => {
  const stop = (code: string, skipped: string, more: object = {}) => ({
    ...{ kind: target.kind, code, name: `堆${code}`, skipped },
    ...more,
  })
  const round = (stops: RoundReport['stops']): RoundReport => ({
    ...{ type: 'round', name: '城北线', team: '一组', since: '2022-10-31', from: 'desk', ended: false },
    stops,
  })
  const first = round([stop('DC-1', '已完工'), stop('DC-2', '大门锁闭'), stop('DC-3', '已完工', { left: true })])
  const found = { kind: target.kind, code: 'DC-1', day: '2022-10-31', answers: {}, deadlines: {} }
  expect(endedStops(said(first))).toEqual([{ ...found, ended: '已完工', isLeftOut: true }])
  expect(endedStops(said(first, round([stop('DC-1', '')])))).toEqual([])
  // It may be about either of two sources with its code.
  const shared = { [`${target.kind}/DC-1`]: ['甲', '乙'] }
  expect(endedStops(said(first), shared)).toEqual([])
  expect(endedStops(said(round([stop('DC-1', '已完工', { nth: 2 })])), shared)).toMatchObject([{ nth: 2 }])
})
