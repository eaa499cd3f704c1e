import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  addOrders,
  caseStops,
  type GivenCase,
  goesWith,
  hasSameStops,
  isForCases,
  isSameOrder,
  isSameStop,
  joinedStops,
  type OrderedStop,
  type RoundOrder,
  reissuedRound,
  roundProgress,
  roundToJoin,
  withStops,
} from '@/domain/field/round-order'
import { kindOf } from '../../../fixtures/kinds'

const [site, yard] = [kindOf('construction-site').id, kindOf('yard').id]
const stop = (code: string, more: Partial<OrderedStop> = {}): OrderedStop => ({ kind: site, code, ...more })
const order = (more: Partial<RoundOrder> = {}): RoundOrder => ({
  name: '城东',
  team: '一队',
  day: '2026-11-20',
  stops: [],
  from: 'desk',
  ...more,
})

describe('a round', () => {
  it('is the same one if name, team and day are equal', () => {
    expect(isSameOrder(order(), order({ stops: [stop('A')] }))).toBe(true)
    for (const other of [{ name: '城西' }, { team: '二队' }, { day: '2026-11-21' } as const])
      expect(isSameOrder(order(), order(other))).toBe(false)
  })

  it('has the same stops whatever their order', () => {
    expect(hasSameStops([stop('A'), stop('B')], [stop('B'), stop('A')])).toBe(true)
    expect(hasSameStops([stop('A'), stop('B')], [stop('A')])).toBe(false)
    expect(hasSameStops([stop('A')], [stop('A'), stop('B')])).toBe(false)
    expect(hasSameStops([stop('A'), stop('C')], [stop('A'), stop('B')])).toBe(false)
    expect(hasSameStops([], [])).toBe(true)
  })

  it('counts its stops by state', () => {
    expect(roundProgress(['done', 'open', 'done', 'skipped', 'partial'])).toEqual({
      done: 2,
      partial: 1,
      returned: 0,
      skipped: 1,
      open: 1,
    })
    expect(roundProgress([])).toEqual({ done: 0, partial: 0, returned: 0, skipped: 0, open: 0 })
  })
})

it('a stop is the same one if kind, code and number are equal; the number defaults to the first', () => {
  expect(isSameStop(stop('A', { name: '甲' }), stop('A'))).toBe(true)
  expect(isSameStop(stop('A', { nth: 1 }), stop('A'))).toBe(true)
  expect(isSameStop(stop('A'), stop('A', { nth: 1 }))).toBe(true)
  expect(isSameStop(stop('A', { nth: 2 }), stop('A', { nth: 2 }))).toBe(true)
  expect(isSameStop(stop('A', { nth: 2 }), stop('A', { nth: 3 }))).toBe(false)
  for (const other of [stop('B'), stop('A', { nth: 2 }), stop('A', { kind: yard })])
    expect(isSameStop(stop('A'), other)).toBe(false)
})

describe('a round issued again', () => {
  it('lists the stops that were removed, including those removed before', () => {
    const before = order({ stops: [stop('A'), stop('B')], dropped: [stop('C'), stop('D')] })
    const now = reissuedRound(order({ stops: [stop('B'), stop('D')] }), before)
    expect(now).toEqual(order({ stops: [stop('B'), stop('D')], dropped: [stop('A'), stop('C')] }))
  })

  it('has no list of removed stops if there are none', () => {
    const now = order({ stops: [stop('A'), stop('B')] })
    expect(reissuedRound(now, undefined)).toBe(now)
    expect(reissuedRound(now, order({ stops: [stop('A')] }))).toBe(now)
  })
})

describe('rounds added to others', () => {
  const [a, b, c] = [order({ name: 'a' }), order({ name: 'b' }), order({ name: 'c' })]

  it('come first, and the newest version of each replaces the older', () => {
    const anew = order({ name: 'b', stops: [stop('A')] })
    expect(addOrders([a, b], [c], 9)).toEqual([c, a, b])
    expect(addOrders([a, b], [anew], 9)).toEqual([anew, a])
    expect(addOrders([], [], 9)).toEqual([])
  })

  it('are limited to a number; the oldest are dropped', () => {
    expect(addOrders([a, b], [c], 2)).toEqual([c, a])
  })
})

describe('rounds for cases', () => {
  const given = (id: string): GivenCase => ({
    ...{ id, title: id, sort: '', reason: '', position: null, observed: '2022-11-01T00:00:00.000Z' },
    ...{ due: [], likely: [], knows: [] },
  })
  const after = '2022-11-01T02:00:00.000Z'

  it('add their stops to the round of the day, each once, with the later of two deadlines', () => {
    const held = order({ day: '2022-11-01', stops: [stop('a'), stop('b')] })
    const other = order({
      name: '案',
      day: '2022-11-01',
      stops: [stop('b', { after }), stop('c')],
      cases: [given('1')],
    })
    const joined = [stop('a'), stop('b', { after }), stop('c')]
    expect(joinedStops(held, [held, other], '')).toEqual(joined)
    expect(joinedStops(other, [held, other], '')).toEqual(other.stops)
    expect(joinedStops(held, [{ ...other, day: '2022-11-02' }], '')).toEqual(held.stops)
    expect(hasSameStops(held.stops, joined)).toBe(false)
    expect(hasSameStops([stop('b')], [stop('b', { after })])).toBe(false)
  })

  it('apply to all, to the team of the round and to that of the tablet, but never to a team that neither is', () => {
    const held = { team: '一组', day: '2022-11-01' }
    const forAll = { ...held, team: '' }
    const ofTeam = (team: string) => ({ team, day: held.day, stops: [stop('a')], cases: [given('1')] })
    expect(['', '一组', '二组'].map((team) => goesWith(ofTeam(team), held, ''))).toEqual([true, true, false])
    expect(['', '一组', '二组'].map((team) => goesWith(ofTeam(team), forAll, ''))).toEqual([true, false, false])
    expect(['', '一组', '二组'].map((team) => goesWith(ofTeam(team), forAll, '二组'))).toEqual([true, false, true])
  })

  it('that were added to an ordinary round keep it ordinary: only the stops of their cases belong to them', () => {
    const held = order({ day: '2022-11-01', stops: [stop('x')] })
    const mixed = order({
      ...{ name: '日常', team: '', day: held.day, stops: [stop('a'), stop('b', { after }), stop('c')] },
      cases: [{ ...given('1'), stops: [stop('b'), stop('gone')] }],
    })
    expect(isForCases(mixed)).toBe(false)
    expect(caseStops(mixed)).toEqual([stop('b', { after })])
    expect(joinedStops(held, [mixed], '')).toEqual([stop('x'), stop('b', { after })])
    const alone = { ...mixed, stops: [stop('b')] }
    expect(isForCases(alone)).toBe(true)
    // A case that is examined only at its own place adds no stop of an ordinary round.
    const atPlace = { ...mixed, cases: [{ ...given('1'), stops: [] }] }
    expect([isForCases(atPlace), goesWith(atPlace, held, '')]).toEqual([false, false])
    // Earlier versions did not record which stops belong to a case.
    expect(isForCases({ ...mixed, cases: [given('1')] })).toBe(true)
    expect(isForCases(held)).toBe(false)
  })

  it('lose no stop and repeat none, however they are joined', () => {
    const stops = fc.array(
      fc.record({ kind: fc.constant(site), code: fc.constantFrom('a', 'b', 'c', 'd'), nth: fc.constantFrom(1, 2) }),
    )
    fc.assert(
      fc.property(stops, stops, (some, more) => {
        const joined = withStops(some, more)
        for (const each of [...some, ...more]) expect(joined.filter((other) => isSameStop(other, each))).toHaveLength(1)
        expect(withStops(joined, more)).toEqual(joined)
      }),
    )
  })

  it('join the round that has the case, otherwise the last one that the team was given for the day', () => {
    const [first, last] = [order({ name: '一', cases: [given('1')] }), order({ name: '二' })]
    const orders = [last, first, order({ name: '三', team: '二队' })]
    expect(roundToJoin('1', order(), orders)).toBe(first)
    expect(roundToJoin('2', order(), orders)).toBe(last)
    expect(roundToJoin('1', order({ day: '2022-12-31' }), orders)).toBeUndefined()
  })
})
