import { describe, expect, it } from 'vitest'
import type { Position } from '@/domain/geodesy/position'
import { cutTracks } from '@/domain/trucks/cut-tracks'
import { metresBetween } from '@/domain/trucks/drop-jumps'
import { EMPTY, FULL, HALF, NO_FIGURE, STATE, UNKNOWN } from '@/domain/trucks/positions'
import { TRIP } from '@/domain/trucks/trips'
import type { RawRow } from '../../../../scripts/data/trucks/made-truck'
import { rawPositions } from '../../../../scripts/data/trucks/raw-positions'
import { away, HOME, MORNING, row, tracksOf } from '../../trucks/tracks'

const CUT = {
  stop: { leastSeconds: 300, metres: 100 },
  trip: { leastMetres: 500, gapSeconds: 600 },
  clean: { mostKmh: 150, noiseMetres: 200 },
} as unknown as Parameters<typeof cutTracks>[1]

/** Stands at HOME for five minutes, drives a kilometre in steps, and stands there for five minutes. */
const FAR = away(HOME, 1000)
const standing = (from: number, at: Position, ...more: Partial<RawRow>[]) =>
  [0, 100, 200, 300].map((after, i) => row(MORNING + from + after, at, more[i] ?? {}))
const driving = (from: number, ...more: Partial<RawRow>[]) =>
  [250, 500, 750].map((metres, i) => row(MORNING + from + 50 * (i + 1), away(HOME, metres), { kmh: 18, ...more[i] }))
const haul = (ways: readonly Partial<RawRow>[], from: readonly Partial<RawRow>[] = [], to: typeof from = []) => [
  ...standing(0, HOME, ...from),
  ...driving(300, ...ways),
  ...standing(500, FAR, ...to),
]
const cut = (rows: readonly RawRow[]) => cutTracks(tracksOf(rows), CUT)

describe('a trip between two stops', () => {
  it('lasts from the end of one to the begin of the other, from middle to middle', () => {
    const rows = haul([])
    const shaken = rows.map((each, i) => (i === 1 ? { ...each, lat: each.lat + 0.0004 } : each))
    const { stops, trips, tripRows, stopRows } = cut(shaken)
    expect([[...stops.from], [...stops.until]]).toEqual([
      [MORNING, MORNING + 500],
      [MORNING + 300, MORNING + 800],
    ])
    expect([trips.from[0], trips.until[0], trips.flags[0]]).toEqual([MORNING + 300, MORNING + 500, 0])
    expect([[...stopRows], [...tripRows]]).toEqual([
      [0, 3, 7, 10],
      [3, 7],
    ])
    expect(trips.fromLon[0]).toBeCloseTo(HOME[0], 6)
    expect(trips.fromLat[0]).toBeCloseTo(HOME[1] + 0.0001, 6)
    expect(trips.toLon[0]).toBeCloseTo(FAR[0], 6)
    expect(trips.toLat[0]).toBeCloseTo(FAR[1], 6)
    expect([stops.lon[0], stops.lat[0]]).toEqual([trips.fromLon[0], trips.fromLat[0]])
    expect(trips.metres[0]).toBeCloseTo(1000, -1)
  })

  it('belongs to the truck, as its stops do, and no trip leads from one truck to the next', () => {
    const { stops, trips } = cutTracks(
      rawPositions([
        { plate: 'A', rows: haul([]) },
        { plate: 'B', rows: haul([]).map((each) => ({ ...each, second: each.second + 10_000 })) },
      ]),
      CUT,
    )
    expect([stops.trucks, trips.trucks]).toEqual([
      ['A', 'B'],
      ['A', 'B'],
    ])
    expect([[...stops.truck], [...trips.truck]]).toEqual([
      [0, 0, 1, 1],
      [0, 1],
    ])
    expect(trips.from[1]).toBe(MORNING + 10_300)
  })

  it('is none if the way is shorter than the least, which is enough itself', () => {
    const back = (metres: number) => {
      const out = row(MORNING + 50, away(HOME, metres / 2))
      return cut([row(MORNING, HOME), out, row(MORNING + 100, HOME)]).trips.metres.length
    }
    expect([back(498), back(502)]).toEqual([0, 1])
    const rows = tracksOf(haul([]))
    const way = [4, 5, 6, 7].reduce((metres, at) => metres + metresBetween(rows, at - 1, at), 0)
    const exactly = { ...CUT, trip: { ...CUT.trip, leastMetres: way } }
    expect(cutTracks(rows, exactly).trips.metres).toHaveLength(1)
  })

  it('is cut where positions begin or end under way, and there has the place of its first or last row', () => {
    const rows = haul([])
    const ending = cut(rows.slice(0, 7)).trips
    expect([...ending.flags]).toEqual([TRIP.endCut])
    expect([ending.toLon[0], ending.toLat[0]].map((of) => of!.toFixed(5))).toEqual(
      away(HOME, 750).map((of) => of.toFixed(5)),
    )
    const beginning = cut(rows.slice(4)).trips
    expect([...beginning.flags]).toEqual([TRIP.beginCut])
    expect([beginning.fromLon[0], beginning.fromLat[0]].map((of) => of!.toFixed(5))).toEqual(
      away(HOME, 250).map((of) => of.toFixed(5)),
    )
    expect([...cut(rows.slice(4, 7)).trips.flags]).toEqual([TRIP.beginCut | TRIP.endCut])
  })

  it('is split where its way is unknown, into parts of which each is long enough', () => {
    // After 601 s without a position, and again; each part is 600 m long.
    const at = [0, 600, 1200, 1800, 2400, 3000].map((metres) => away(HOME, metres))
    const times = [0, 60, 661, 721, 1322, 1382]
    const rows = times.map((after, i) => row(MORNING + after, at[i]!, { kmh: 36 }))
    const { trips, tripRows } = cut(rows)
    expect([...tripRows]).toEqual([0, 1, 2, 3, 4, 5])
    expect([...trips.flags]).toEqual([0, 1, 2].map(() => TRIP.beginCut | TRIP.endCut))
    const closer = rows.map((each, i) => (i === 3 ? { ...each, lon: away(HOME, 1400)[0] } : each))
    expect([...cut(closer).tripRows]).toEqual([0, 1, 4, 5])
  })

  it('with a gap before the stop is cut where the truck was last seen', () => {
    const { trips, tripRows } = cut([...haul([]).slice(0, 7), ...standing(2000, FAR)])
    expect([[...tripRows], [...trips.flags]]).toEqual([[3, 6], [TRIP.endCut]])
  })

  it('with a gap has whole only the end that is at a stop', () => {
    const [out, on] = [haul([]).slice(0, 7), driving(2000)]
    const home = standing(2200, FAR)
    const { trips } = cut([...out, ...on, ...home])
    expect([...trips.flags]).toEqual([TRIP.endCut, TRIP.beginCut])
    expect(trips.toLon[0]).toBeCloseTo(away(HOME, 750)[0], 5)
    expect(trips.fromLon[1]).toBeCloseTo(away(HOME, 250)[0], 5)
    expect(trips.toLon[1]).toBeCloseTo(FAR[0], 5)
  })
})

describe('the highest speed of a trip', () => {
  it('is the highest that its terminal reports, also where it begins or ends', () => {
    const top = (...kmh: number[]) => cut(driving(0, ...kmh.map((of) => ({ kmh: of })))).trips.topKmh[0]
    expect([top(31.5, 30, 29), top(29, 31.5, 30), top(29, 30, 31.5)]).toEqual([31.5, 31.5, 31.5])
    expect(top(NO_FIGURE / 10, 30, NO_FIGURE / 10)).toBe(30)
    expect(top(0, 0, 0)).toBe(0)
  })

  it('is unknown if the terminal reports none', () => {
    const { topKmh } = cut(driving(0, ...[0, 1, 2].map(() => ({ kmh: NO_FIGURE / 10 })))).trips
    expect([...topKmh]).toEqual([Number.NaN])
  })
})

describe('the load of a trip', () => {
  const full = { load: FULL }
  const unknown = { load: UNKNOWN }
  /** Positions under way only, each so many metres after the last one, with a load. */
  const load = (...steps: readonly (readonly [metres: number, load: number])[]) => {
    let metres = 0
    const rows = steps.map(([step, of], i) => {
      metres += step
      return row(MORNING + 50 * i, away(HOME, metres), { kmh: 18, load: of })
    })
    return cut(rows).trips.load[0]
  }

  it('is that of most of the way', () => {
    expect(load([0, EMPTY], [150, EMPTY], [450, FULL], [150, EMPTY], [0, EMPTY])).toBe(FULL)
    expect(load([0, EMPTY], [350, EMPTY], [250, FULL], [150, EMPTY], [0, FULL])).toBe(EMPTY)
  })

  it('is that of the rows between the stops, if there is more than one', () => {
    expect(load([0, EMPTY], [150, FULL], [150, FULL], [700, EMPTY])).toBe(FULL)
    expect(load([0, EMPTY], [300, FULL], [700, EMPTY])).toBe(EMPTY)
    expect(load([0, EMPTY], [700, FULL])).toBe(FULL)
  })

  it('is known if it is known for any of the way', () => {
    expect(load([0, UNKNOWN], [600, UNKNOWN], [100, FULL], [600, UNKNOWN], [0, UNKNOWN])).toBe(FULL)
    expect(load([0, UNKNOWN], [600, UNKNOWN], [100, UNKNOWN], [0, UNKNOWN])).toBe(UNKNOWN)
  })

  it('is that of most rows if it is known for none of the way, of as many that which came first', () => {
    expect(load([0, EMPTY], [300, UNKNOWN], [0, HALF], [0, FULL], [300, UNKNOWN], [0, EMPTY])).toBe(HALF)
    expect(load([0, FULL], [300, UNKNOWN], [300, UNKNOWN])).toBe(FULL)
    expect(load([0, EMPTY], [300, UNKNOWN], [0, FULL], [0, HALF], [0, FULL], [300, UNKNOWN], [0, EMPTY])).toBe(FULL)
  })

  it('is not that with which a truck was seen elsewhere before a gap', () => {
    const before = row(MORNING, away(HOME, 9000, 270), full)
    const way = [0, 200, 600].map((metres, i) => row(MORNING + 1000 + 50 * i, away(HOME, metres), i < 2 ? full : {}))
    const { trips, tripRows } = cut([before, ...way])
    expect([[...tripRows], [...trips.load]]).toEqual([[1, 3], [EMPTY]])
  })

  it('does not change that of a stop, which is the first and the last that was known there', () => {
    const { stops } = cut(
      haul([full, full, full], [unknown, { load: EMPTY }, full, unknown], [unknown, unknown, unknown, unknown]),
    )
    expect([stops.loadBefore[0], stops.loadAfter[0]]).toEqual([EMPTY, FULL])
    expect([stops.loadBefore[1], stops.loadAfter[1]]).toEqual([UNKNOWN, UNKNOWN])
    const ends = cut(haul([], [unknown, unknown, unknown, full], [full, unknown, unknown, unknown])).stops
    expect([...ends.loadBefore, ...ends.loadAfter]).toEqual([FULL, FULL, FULL, FULL])
  })
})

it('a stop has the seconds for which the body was lifted, each position until the next', () => {
  const lifted = { state: STATE.open | STATE.lifted }
  const { stops } = cut(haul([], [{}, lifted, {}, lifted], [{ state: STATE.open }, lifted, lifted, {}]))
  expect([...stops.lifted]).toEqual([100, 200])
})

it('a stop on the last position of a truck ends there', () => {
  expect(cut(standing(0, HOME)).stops.until[0]).toBe(MORNING + 300)
  expect(cut(standing(0, HOME)).trips.from).toHaveLength(0)
})
