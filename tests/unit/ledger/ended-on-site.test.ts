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
  observationsOf(foldLedger(said(inspection(change)))).map(({ ended, endedBy, answers }) => [ended, answers, endedBy])

it('a visit whose items do not apply since works are completed says so of its source', () => {
  const answers = { covered: 'not-applicable', washed: 'not-applicable' } as const
  expect(endedBy({ answers, reasons: { washed: '已完工' } })).toEqual([['已完工', {}, '张三']])
  // Works that go on, works that only stopped, and works of which something fails.
  expect(endedBy({ answers, reasons: { washed: '尚未到该阶段', covered: '已停工' } })).toEqual([
    [undefined, {}, undefined],
  ])
  expect(endedBy({ answers: { ...answers, covered: 'no' }, reasons: { washed: '已完工' } })).toEqual([
    [undefined, { covered: false }, undefined],
  ])
})

it('a visit that finds most items met says so only of the one whose works are completed', () => {
  const met = { covered: 'yes', washed: 'yes' } as const
  const [dug, fenced] = ['not-applicable', 'not-applicable'] as const
  expect(endedBy({ answers: { ...met, dug }, reasons: { dug: '已完工' } })[0]![0]).toBeUndefined()
  // One press for the whole site leaves the items that were answered before.
  const reasons = { dug: '已完工', fenced: '已完工' }
  expect(endedBy({ answers: { ...met, dug, fenced }, reasons })[0]![0]).toBe('已完工')
})

it('a visit says so as well of a source that failed earlier on the day, as on a later day', () => {
  const failed = inspection({ answers: { covered: 'no' } })
  const ended = inspection({ answers: { covered: 'not-applicable' }, reasons: { covered: '已完工' } })
  expect(observationsOf(foldLedger(said(failed, ended)))).toMatchObject([
    { answers: { covered: false }, ended: '已完工' },
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
  expect(endedStops(said(first))).toEqual([{ ...found, ended: '已完工', endedBy: '张三', isLeftOut: true }])
  expect(endedStops(said(first, round([stop('DC-1', '')])))).toEqual([])
  // It may be about either of two sources with its code.
  const shared = { [`${target.kind}/DC-1`]: ['甲', '乙'] }
  expect(endedStops(said(first), shared)).toEqual([])
  expect(endedStops(said(round([stop('DC-1', '已完工', { nth: 2 })])), shared)).toMatchObject([{ nth: 2 }])
})

it('a stop was left out on the day of the first report that says so, however long the round goes on', () => {
  const stop = (skipped: string) => ({ kind: target.kind, code: 'DC-1', name: '堆DC-1', skipped })
  const round = (skipped: string, ended = false): RoundReport => ({
    ...{ type: 'round', name: '城北线', team: '一组', since: '2022-10-28', from: 'desk', ended },
    stops: [stop(skipped)],
  })
  const days = (...reports: readonly (readonly [RoundReport, string])[]) => {
    const events: LedgerEvent[] = []
    for (const [body, day] of reports) events.push(write(DEVICE, events.at(-1) ?? null, body, `${day}T08:00:00Z`))
    return [events, events.toReversed()].map((all) => endedStops(all).map(({ day, ended }) => `${day} ${ended}`))
  }
  const [first, last] = [round('已完工'), round('已完工', true)]
  expect(days([round(''), '2022-10-28'], [first, '2022-10-29'], [last, '2022-10-31'])).toEqual([
    ['2022-10-29 已完工'],
    ['2022-10-29 已完工'],
  ])
  // It went there after all, and then once more in vain.
  expect(days([first, '2022-10-28'], [round(''), '2022-10-29'], [last, '2022-10-31'])[0]).toEqual(['2022-10-31 已完工'])
  expect(days([first, '2022-10-28'], [round('已拆完', true), '2022-10-30'])[0]).toEqual(['2022-10-30 已拆完'])
})
