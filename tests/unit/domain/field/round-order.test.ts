import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  type AssignedCase,
  addOrders,
  caseStops,
  hasSameStops,
  isCaseRound,
  isSameOrder,
  isSameStop,
  joinedStops,
  joinsHeldRound,
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
  it('is the same one under the same name, for the same team and day', () => {
    expect(isSameOrder(order(), order({ stops: [stop('A')] }))).toBe(true)
    for (const other of [{ name: '城西' }, { team: '二队' }, { day: '2026-11-21' } as const])
      expect(isSameOrder(order(), order(other))).toBe(false)
  })

  it('goes to the same places in whatever order', () => {
    expect(hasSameStops([stop('A'), stop('B')], [stop('B'), stop('A')])).toBe(true)
    expect(hasSameStops([stop('A'), stop('B')], [stop('A')])).toBe(false)
    expect(hasSameStops([stop('A')], [stop('A'), stop('B')])).toBe(false)
    expect(hasSameStops([stop('A'), stop('C')], [stop('A'), stop('B')])).toBe(false)
    expect(hasSameStops([], [])).toBe(true)
  })

  it('counts how its stops stand', () => {
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

it('a stop is the same one by kind, code and number, the first where none is said', () => {
  expect(isSameStop(stop('A', { name: '甲' }), stop('A'))).toBe(true)
  expect(isSameStop(stop('A', { nth: 1 }), stop('A'))).toBe(true)
  expect(isSameStop(stop('A'), stop('A', { nth: 1 }))).toBe(true)
  expect(isSameStop(stop('A', { nth: 2 }), stop('A', { nth: 2 }))).toBe(true)
  expect(isSameStop(stop('A', { nth: 2 }), stop('A', { nth: 3 }))).toBe(false)
  for (const other of [stop('B'), stop('A', { nth: 2 }), stop('A', { kind: yard })])
    expect(isSameStop(stop('A'), other)).toBe(false)
})

describe('given anew', () => {
  it('names the stops that it goes to no more, also those that were dropped before', () => {
    const before = order({ stops: [stop('A'), stop('B')], dropped: [stop('C'), stop('D')] })
    const now = reissuedRound(order({ stops: [stop('B'), stop('D')] }), before)
    expect(now).toEqual(order({ stops: [stop('B'), stop('D')], dropped: [stop('A'), stop('C')] }))
  })

  it('says nothing of dropped stops where there are none', () => {
    const now = order({ stops: [stop('A'), stop('B')] })
    expect(reissuedRound(now, undefined)).toBe(now)
    expect(reissuedRound(now, order({ stops: [stop('A')] }))).toBe(now)
  })
})

describe('rounds put to others', () => {
  const [a, b, c] = [order({ name: 'a' }), order({ name: 'b' }), order({ name: 'c' })]

  it('come first, and the last word on each stands', () => {
    const anew = order({ name: 'b', stops: [stop('A')] })
    expect(addOrders([a, b], [c], 9)).toEqual([c, a, b])
    expect(addOrders([a, b], [anew], 9)).toEqual([anew, a])
    expect(addOrders([], [], 9)).toEqual([])
  })

  it('are so many at most, the oldest left out', () => {
    expect(addOrders([a, b], [c], 2)).toEqual([c, a])
  })
})

describe('rounds for cases', () => {
  const given = (id: string): AssignedCase => ({
    ...{ id, title: id, sort: '', reason: '', position: null, observed: '2022-11-01T00:00:00.000Z' },
    ...{ due: [], likely: [], knows: [] },
  })
  const after = '2022-11-01T02:00:00.000Z'

  it('put their stops to the round of their day, each once and as the later of both says it', () => {
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

  it('go along for all, for the team of the round and for that of the tablet, and never for one that nobody knows', () => {
    const held = { team: '一组', day: '2022-11-01' }
    const forAll = { ...held, team: '' }
    const ofTeam = (team: string) => ({ team, day: held.day, stops: [stop('a')], cases: [given('1')] })
    expect(['', '一组', '二组'].map((team) => joinsHeldRound(ofTeam(team), held, ''))).toEqual([true, true, false])
    expect(['', '一组', '二组'].map((team) => joinsHeldRound(ofTeam(team), forAll, ''))).toEqual([true, false, false])
    expect(['', '一组', '二组'].map((team) => joinsHeldRound(ofTeam(team), forAll, '二组'))).toEqual([
      true,
      false,
      true,
    ])
  })

  it('that were put to an ordinary round leave it one: only their own stops are taken for theirs', () => {
    const held = order({ day: '2022-11-01', stops: [stop('x')] })
    const mixed = order({
      ...{ name: '日常', team: '', day: held.day, stops: [stop('a'), stop('b', { after }), stop('c')] },
      cases: [{ ...given('1'), stops: [stop('b'), stop('gone')] }],
    })
    expect(isCaseRound(mixed)).toBe(false)
    expect(caseStops(mixed)).toEqual([stop('b', { after })])
    expect(joinedStops(held, [mixed], '')).toEqual([stop('x'), stop('b', { after })])
    const alone = { ...mixed, stops: [stop('b')] }
    expect(isCaseRound(alone)).toBe(true)
    // A case that is looked into at its own place only brings no stop of an ordinary round with it.
    const atPlace = { ...mixed, cases: [{ ...given('1'), stops: [] }] }
    expect([isCaseRound(atPlace), joinsHeldRound(atPlace, held, '')]).toEqual([false, false])
    // Earlier versions said of no stop that it was not for the case.
    expect(isCaseRound({ ...mixed, cases: [given('1')] })).toBe(true)
    expect(isCaseRound(held)).toBe(false)
  })

  it('lose no stop and have none twice, however they are joined', () => {
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

  it('join the one that has the case, else the last that the team was given for the day', () => {
    const [first, last] = [order({ name: '一', cases: [given('1')] }), order({ name: '二' })]
    const orders = [last, first, order({ name: '三', team: '二队' })]
    expect(roundToJoin('1', order(), orders)).toBe(first)
    expect(roundToJoin('2', order(), orders)).toBe(last)
    expect(roundToJoin('1', order({ day: '2022-12-31' }), orders)).toBeUndefined()
  })
})
