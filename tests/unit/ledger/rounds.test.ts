import 'fake-indexeddb/auto'
import { describe, expect, it } from 'vitest'
import { type RoundOrder, reissuedRound } from '@/domain/field/round-order'
import { newDevice } from '@/ledger/device'
import type { EventBody, LedgerEvent, RoundReport } from '@/ledger/event'
import { foldLedger } from '@/ledger/fold'
import { Ledger } from '@/ledger/ledger'
import { receiveBundle } from '@/ledger/reception'
import { roundReports, roundStandings, stopStanding, visitBefore, visitsSince } from '@/ledger/rounds'
import type { AnswerCounts, Visit } from '@/ledger/visit'
import { bundleOf, chainOf, inspection, target, write } from './records'

const stop = (code: string, skipped = '') => ({ kind: 'stockpile', code, name: `堆${code}`, skipped })
const told = (change: Partial<RoundReport> = {}): RoundReport => ({
  type: 'round',
  name: '城北线',
  team: '一组',
  since: '2022-10-31',
  from: 'desk',
  ended: false,
  stops: [stop('DC-1'), stop('DC-2', '大门锁闭'), stop('DC-3')],
  ...change,
})
const order: RoundOrder = {
  name: '城北线',
  team: '一组',
  day: '2022-10-31',
  stops: ['DC-1', 'DC-2', 'DC-3'].map((code) => ({ kind: 'stockpile', code })),
  from: 'desk',
}

/** The consecutive events of a device. */
function said(device: string, bodies: readonly EventBody[], at?: string): LedgerEvent[] {
  const events: LedgerEvent[] = []
  for (const body of bodies) events.push(write(device, events.at(-1) ?? null, body, at))
  return events
}
const [ONE, OTHER] = ['a1b2c3d4e5f60718', 'b1b2c3d4e5f60718']
const NONE: AnswerCounts = { yes: 0, no: 0, 'not-applicable': 0, 'not-seen': 0, unanswered: 0 }
const facts = {
  counts({ answers }: Visit) {
    const counts = { ...NONE }
    for (const { answer } of answers.values()) counts[answer]++
    return counts
  },
  isReturned: (_: Visit) => false,
}
const standings = (orders: readonly RoundOrder[], events: readonly LedgerEvent[]) =>
  roundStandings(orders, roundReports(events), foldLedger(events), facts)
const states = (orders: readonly RoundOrder[], events: readonly LedgerEvent[]) =>
  standings(orders, events)[0]?.stops.map(({ state, reason }) => [state, reason])

describe('a round reported by a tablet', () => {
  it('reaches the desk in a bundle, is confirmed, and is kept with its signature', async () => {
    const desk = new Ledger(`desk-${Math.random()}`)
    const tablet = await newDevice()
    const events = await chainOf(tablet, [inspection(), told()])
    const came = await receiveBundle(desk, await bundleOf(tablet, events), '2022-10-31T19:00:00Z')
    expect(came).toMatchObject({ fresh: 2 })
    expect(JSON.parse('receipt' in came ? came.receipt! : '').events[events[1]!.id]).toBe(events[1]!.hash)
    expect(roundReports(await desk.all())).toEqual([events[1]])
    expect([...foldLedger(await desk.all())]).toEqual([...foldLedger(events.slice(0, 1))])
    await desk.database.delete()
  })

  it('may have more fields of a newer version, and is refused if invalid', async () => {
    const desk = new Ledger(`desk-${Math.random()}`)
    const tablet = await newDevice()
    const faults = async (body: object) => {
      const came = await receiveBundle(desk, await bundleOf(tablet, await chainOf(tablet, [body as EventBody])), '')
      return 'faults' in came ? came.faults.map(({ fault }) => fault) : []
    }
    expect(await faults({ ...told(), stops: 'all' })).toEqual(['events-altered'])
    expect(await faults({ ...told(), from: 'nobody' })).toEqual(['events-altered'])
    const more = { ...told(), priority: 1, stops: [{ ...stop('DC-1'), asked: '夜间' }] }
    const came = await receiveBundle(
      desk,
      await bundleOf(tablet, await chainOf(tablet, [more])),
      '2022-10-31T19:00:00Z',
    )
    expect(came).toMatchObject({ fresh: 1 })
    await desk.database.delete()
  })

  it('has its latest report per device and round', () => {
    const events = [...said(ONE, [told(), told({ ended: true }), told({ name: '城南线' })]), ...said(OTHER, [told()])]
    expect(roundReports([...events].reverse()).map(({ id }) => id)).toEqual([`${ONE}-2`, `${ONE}-3`, `${OTHER}-1`])
  })
})

describe('the state of a stop', () => {
  it.each([
    [{ yes: 3 }, '', 'done'],
    [{ yes: 11, 'not-seen': 2 }, '', 'done'],
    [{ no: 1, 'not-seen': 2 }, '', 'done'],
    [{ 'not-seen': 3 }, '大门锁闭', 'done'],
    [{ no: 1, yes: 2 }, '大门锁闭', 'done'],
    [{ yes: 1, unanswered: 2 }, '', 'partial'],
    [{ no: 1, unanswered: 2 }, '', 'partial'],
    [{ yes: 1, unanswered: 2 }, '大门锁闭', 'skipped'],
  ] as const)('after a visit with %j and the reason “%s” is %s', (counts, reason, state) => {
    const counted: AnswerCounts = { ...NONE, ...counts }
    const [visit] = [...foldLedger(said(ONE, [inspection()])).values()].flatMap(({ visits }) => visits)
    const standing = stopStanding([visit!], reason, { ...facts, counts: () => counted })
    expect(standing).toEqual({ state, visit, unseen: counted['not-seen'] })
  })

  it('without a visit is open or skipped; a returned visit is returned until the stop is skipped', () => {
    const [visit] = [...foldLedger(said(ONE, [inspection()])).values()].flatMap(({ visits }) => visits)
    const state = (visits: readonly Visit[], reason: string) =>
      stopStanding(visits, reason, { ...facts, isReturned: () => true }).state
    expect([state([], ''), state([], '大门锁闭')]).toEqual(['open', 'skipped'])
    expect([state([visit!], ''), state([visit!], '时间不够')]).toEqual(['returned', 'skipped'])
  })
})

describe('a stop that must be visited again', () => {
  const after = '2022-10-31T10:00:00.000Z'
  const again = { ...order, stops: [{ kind: 'stockpile', code: target.code, after }] }
  const one = { ...order, stops: again.stops.slice(0, 1).map(({ kind, code }) => ({ kind, code })) }
  const morning = write(ONE, null, inspection(), '2022-10-31T08:00:00.000Z')
  const evening = write(ONE, morning, inspection({ answers: { covered: 'yes' } }), '2022-10-31T11:00:00.000Z')

  it('is open until it was checked after that time, even on the same day, and the earlier visit stays readable', () => {
    expect(states([one], [morning])).toEqual([['done', '']])
    expect(states([again], [morning])).toEqual([['open', '']])
    expect(states([again], [morning, evening])).toEqual([['done', '']])
    const folded = foldLedger([morning, evening])
    const [stop] = again.stops
    expect(visitBefore(folded, stop!)!.records).toEqual([morning])
    expect(visitsSince(folded, stop!, order.day).map(({ records }) => records)).toEqual([[evening]])
    expect(visitBefore(folded, { kind: 'stockpile', code: target.code })).toBeNull()
  })

  it('is not skipped by an earlier report but by a later one, on any desk with the reports', () => {
    const word = (more: object) => told({ stops: [{ ...stop(target.code, '大门锁闭'), ...more }] })
    expect(states([again], said(ONE, [word({})]))).toEqual([['open', '']])
    expect(states([again], said(ONE, [word({ after })]))).toEqual([['skipped', '大门锁闭']])
    expect(states([], [morning, write(ONE, morning, word({ after }))])).toEqual([['skipped', '大门锁闭']])
  })
})

describe('the state of a round at the desk', () => {
  it('is derived from all visits since its day until a tablet reports it', () => {
    const events = said(OTHER, [inspection()])
    expect(states([order], events)).toEqual([
      ['done', ''],
      ['open', ''],
      ['open', ''],
    ])
    expect(states([{ ...order, day: '2022-11-01' }], events)?.[0]).toEqual(['open', ''])
  })

  it('lists skipped stops with the reason, and counts only visits of tablets that report it', () => {
    const visitOf = (code: string) => inspection({ target: { ...target, code } })
    const events = [...said(ONE, [visitOf('DC-1'), told()]), ...said(OTHER, [visitOf('DC-3')])]
    expect(states([order], events)).toEqual([
      ['done', ''],
      ['skipped', '大门锁闭'],
      ['open', ''],
    ])
    expect(standings([order], events)[0]!.stops.map(({ name }) => name)).toEqual(['堆DC-1', '堆DC-2', '堆DC-3'])
    // A stop that was visited is not skipped.
    expect(states([order], said(ONE, [visitOf('DC-2'), told()]))?.[1]).toEqual(['done', ''])
  })

  it('counts no visit after the day on which it ended', () => {
    const ended = said(ONE, [told({ ended: true })])
    const later = write(ONE, ended[0]!, inspection(), '2022-11-05T08:00:00Z')
    expect(states([order], [...ended, later])?.[0]).toEqual(['open', ''])
    expect(states([order], [...said(ONE, [told()]), later])?.[0]).toEqual(['done', ''])
  })

  it('combines the reports of two tablets on one order, but not rounds that tablets planned themselves', () => {
    const words = [...said(ONE, [told()]), ...said(OTHER, [told({ stops: [stop('DC-3', '道路不通'), stop('DC-9')] })])]
    expect(standings([order], words)).toHaveLength(1)
    expect(states([order], words)).toEqual([
      ['open', ''],
      ['skipped', '大门锁闭'],
      // The first tablet still goes there.
      ['open', ''],
      ['open', ''],
    ])
    const own = { from: 'own', name: '', team: '' } as const
    expect(standings([], [...said(ONE, [told(own)]), ...said(OTHER, [told(own)])])).toHaveLength(2)
  })

  it('lists the last day first, including rounds that this desk did not issue', () => {
    const given = [order, { ...order, name: '夜查', day: '2022-11-02' }]
    const events = said(ONE, [told({ name: '他台下达', since: '2022-11-01' })])
    expect(standings(given, events).map(({ name }) => name)).toEqual(['夜查', '他台下达', '城北线'])
  })

  it('counts from the day on which a tablet began it, even if it is planned for a later day', () => {
    const visits = said(ONE, [inspection()], '2022-10-30T08:00:00Z')
    const begun = write(ONE, visits[0]!, told({ begun: '2022-10-30' }), '2022-10-30T09:00:00Z')
    const before = write(OTHER, null, inspection({ target: { ...target, code: 'DC-3' } }), '2022-10-30T08:00:00Z')
    const word = write(OTHER, before, told({ stops: [] }))
    expect(states([order], [...visits, begun, before, word])).toEqual([
      ['done', ''],
      ['skipped', '大门锁闭'],
      // The other tablet began the round only on its own day.
      ['open', ''],
    ])
  })

  it('without a day counts from the day of the report', () => {
    const own = { from: 'own', name: '', team: '', since: '' } as const
    const old = said(ONE, [inspection()], '2020-10-01T08:00:00Z')
    const standing = () => standings([], [...old, write(ONE, old[0]!, told(own), '2022-10-31T08:00:00Z')])[0]!
    expect(standing()).toMatchObject({ day: '2022-10-31', stops: [{ state: 'open' }, {}, {}] })
    const odd = write(ONE, old[0]!, told({ begun: 'long ago' }), '2022-10-31T08:00:00Z')
    expect(states([order], [...old, odd])?.[0]).toEqual(['open', ''])
  })

  it('has a stop as returned if its visit was, or as before if an earlier visit was not', () => {
    const events = said(ONE, [inspection(), told()])
    const first = (all: readonly LedgerEvent[], isReturned: (visit: Visit) => boolean) =>
      roundStandings([order], roundReports(all), foldLedger(all), { ...facts, isReturned })[0]!.stops[0]!.state
    expect(first(events, () => true)).toBe('returned')
    const again = [...events, write(ONE, events.at(-1)!, inspection(), '2022-11-02T08:00:00Z')]
    expect(first(again, ({ day }) => day > '2022-11-01')).toBe('done')
  })

  it('has a stop as skipped only if every tablet still under way skips it, with the report that says so', () => {
    const skips = (reason: string, ended = false) => told({ ended, stops: [stop('DC-1', reason)] })
    const first = (one: RoundReport, other: RoundReport) =>
      standings([order], [...said(ONE, [one]), ...said(OTHER, [other])])[0]!.stops[0]!
    expect(first(skips('大门锁闭'), skips(''))).toMatchObject({ state: 'open', reason: '', by: null })
    expect(first(skips('大门锁闭', true), skips(''))).toMatchObject({ state: 'open' })
    expect(first(skips('', true), skips('道路不通'))).toMatchObject({ state: 'skipped', by: { device: OTHER } })
    expect(first(skips('大门锁闭'), skips('道路不通'))).toMatchObject({ reason: '大门锁闭', by: { device: ONE } })
    expect(first(skips('', true), skips('道路不通', true))).toMatchObject({ reason: '道路不通' })
    expect(first(skips('大门锁闭'), told({ stops: [] }))).toMatchObject({ reason: '大门锁闭' })
  })

  it('does not get removed stops back from older reports, and keeps stops added by a team', () => {
    const words = said(ONE, [told({ stops: [...told().stops, stop('DC-9')] })])
    const anew = reissuedRound({ ...order, stops: order.stops.slice(0, 1) }, reissuedRound(order, undefined))
    expect(standings([anew], words)[0]!.stops.map(({ stop }) => stop.code)).toEqual(['DC-1', 'DC-9'])
    // Issued a third time it still knows them; a stop that is added again counts.
    const third = reissuedRound({ ...order, stops: [order.stops[1]!] }, anew)
    expect(third.dropped?.map(({ code }) => code)).toEqual(['DC-1', 'DC-3'])
    expect(reissuedRound(order, third)).toEqual(order)
  })
})
