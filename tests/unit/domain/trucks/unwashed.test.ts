import { describe, expect, it } from 'vitest'
import { EMPTY, FULL, NO_FIGURE, PER_DEGREE, type Positions, UNKNOWN } from '@/domain/trucks/positions'
import type { PlaceFinder } from '@/domain/trucks/truck-places'
import { unwashedTrips } from '@/domain/trucks/unwashed'

/** The wash is 0.001° of latitude, some 111 m, north of the site. */
const SITE = [108.7, 34.3] as const
const WASH = [108.7, 34.301] as const
const AWAY = [108.7, 34.31] as const
const RULE = { after: ['site'], reachMetres: 500, metres: 30, withinSeconds: 600, leastSeconds: 60 } as never

interface Row {
  readonly truck?: number
  readonly second: number
  readonly at: readonly [number, number]
  /** Kilometres per hour. */
  readonly speed?: number
}

function positionsOf(rows: readonly Row[]): Positions {
  return {
    truck: Uint32Array.from(rows, ({ truck = 0 }) => truck),
    second: Uint32Array.from(rows, ({ second }) => second),
    speed: Float64Array.from(rows, ({ speed }) => (speed === undefined ? NO_FIGURE : speed * 10)),
    lon: Float64Array.from(rows, ({ at }) => at[0] * PER_DEGREE),
    lat: Float64Array.from(rows, ({ at }) => at[1] * PER_DEGREE),
  } as unknown as Positions
}

/** Whether a trip that begins at a row of `rows` is found to be unwashed. */
function isUnwashed(
  rows: readonly Row[],
  first: number,
  {
    load = FULL,
    role = 'site',
    place = 0,
    washes = [0],
  }: { load?: number; role?: string; place?: number; washes?: number[] } = {},
): boolean {
  const trips = { from: [0], load: [load], fromLon: [SITE[0]], fromLat: [SITE[1]] }
  const places = {
    at: () => place,
    roleOf: () => role,
    around: () => washes,
    places: { lon: [WASH[0]], lat: [WASH[1]] },
  } as unknown as PlaceFinder
  const cut = { trips, tripRows: [first, first + 1] } as never
  return unwashedTrips(positionsOf(rows), cut, RULE, 5, places).join() === String(first)
}

const stay = (from: number, until: number, more: Partial<Row> = {}): Row[] => [
  { second: from, at: WASH, ...more },
  { second: until, at: AWAY, ...more },
]

describe('a trip that left a site loaded', () => {
  it('is unwashed without the least time at a wash', () => {
    expect(isUnwashed([...stay(1000, 1059), { second: 1100, at: AWAY }, { second: 1110, at: AWAY }], 2)).toBe(true)
    expect(isUnwashed([...stay(1000, 1060), { second: 1100, at: AWAY }, { second: 1110, at: AWAY }], 2)).toBe(false)
  })

  it('may be washed after it left', () => {
    const rows = [{ second: 1000, at: SITE }, ...stay(1100, 1160), { second: 1200, at: AWAY }]
    expect(isUnwashed(rows, 0)).toBe(false)
  })

  it('counts times from the allowed seconds before to the allowed seconds after leaving', () => {
    const washedAt = (second: number) => [
      ...stay(second, second + 60),
      { second: 1000, at: AWAY },
      { second: 1010, at: AWAY },
    ]
    expect([isUnwashed(washedAt(400), 2), isUnwashed(washedAt(399), 2)]).toEqual([false, true])
    const washedLater = (second: number) => [
      { second: 1000, at: SITE },
      ...stay(second, second + 60),
      { second: 2000, at: AWAY },
    ]
    expect([isUnwashed(washedLater(1600), 0), isUnwashed(washedLater(1601), 0)]).toEqual([false, true])
  })

  it('adds up several stays', () => {
    const rows = [...stay(1000, 1030), ...stay(1040, 1070), { second: 1100, at: AWAY }, { second: 1110, at: AWAY }]
    expect(isUnwashed(rows, 4)).toBe(false)
  })

  it('is not washed by another truck’s stay, nor by a stay whose end is not known', () => {
    const other = [
      ...stay(1000, 1060, { truck: 1 }),
      { second: 1100, at: AWAY, truck: 2 },
      { second: 1110, at: AWAY, truck: 2 },
    ]
    expect(isUnwashed(other, 2)).toBe(true)
    const next = [
      { second: 1000, at: SITE },
      { second: 1010, at: WASH },
      { second: 1100, at: AWAY, truck: 1 },
    ]
    expect(isUnwashed(next, 0)).toBe(true)
  })

  it('is not washed by driving past the wash, nor by standing beside it', () => {
    const last = [
      { second: 1100, at: AWAY },
      { second: 1110, at: AWAY },
    ]
    expect(isUnwashed([...stay(1000, 1060, { speed: 4.9 }), ...last], 2)).toBe(false)
    expect(isUnwashed([...stay(1000, 1060, { speed: 5 }), ...last], 2)).toBe(true)
    const metresNorth = (metres: number) => [WASH[0], WASH[1] + metres / 110_930] as const
    const near = (metres: number) => [{ second: 1000, at: metresNorth(metres) }, { second: 1060, at: AWAY }, ...last]
    expect([isUnwashed(near(29), 2), isUnwashed(near(31), 2)]).toEqual([false, true])
  })

  it('is not judged empty, with an unknown load, from elsewhere, or where no wash is known', () => {
    const rows = [
      { second: 1000, at: SITE },
      { second: 1100, at: AWAY },
      { second: 1110, at: AWAY },
    ]
    expect(isUnwashed(rows, 0)).toBe(true)
    expect(isUnwashed(rows, 0, { load: EMPTY })).toBe(false)
    expect(isUnwashed(rows, 0, { load: UNKNOWN })).toBe(false)
    expect(isUnwashed(rows, 0, { place: -1 })).toBe(false)
    expect(isUnwashed(rows, 0, { role: 'yard' })).toBe(false)
    expect(isUnwashed(rows, 0, { washes: [] })).toBe(false)
  })
})
