import { describe, expect, it } from 'vitest'
import { metresBetween } from '@/domain/trucks/drop-jumps'
import { type Cut, findStopRows, isGapBefore, middleOf } from '@/domain/trucks/stops'
import type { RawRow } from '../../../../scripts/data/trucks/made-truck'
import { away, HOME, MORNING, row, tracksOf } from '../../trucks/tracks'

const CUT = {
  stop: { leastSeconds: 300, metres: 100 },
  trip: { leastMetres: 500, gapSeconds: 600 },
  clean: { mostKmh: 150, noiseMetres: 200 },
} as unknown as Cut

/** Positions so many seconds after the morning, so many metres from HOME. */
const rowsAt = (...each: readonly (readonly [seconds: number, metres: number])[]) =>
  each.map(([seconds, metres]) => row(MORNING + seconds, away(HOME, metres)))
const stops = (rows: readonly RawRow[], { begin = 0, end = rows.length, cut = CUT } = {}) =>
  findStopRows(tracksOf(rows), begin, end, cut).map(({ first, last }) => [first, last])

describe('a gap', () => {
  const isGap = (seconds: number, metres: number, cut: Cut = CUT) =>
    isGapBefore(tracksOf(rowsAt([0, 0], [seconds, metres])), 1, cut)

  it('is a way without positions for longer than allowed', () => {
    expect([isGap(600, 1000), isGap(601, 1000)]).toEqual([false, true])
    // A truck that is still there stood there.
    expect([isGap(601, 99), isGap(601, 101)]).toEqual([false, true])
  })

  it('is a way that is too long for a truck, beyond the noise of a receiver', () => {
    // 41.7 m in a second.
    expect([isGap(10, 410), isGap(10, 425)]).toEqual([false, true])
    expect([isGap(1, 199), isGap(1, 201)]).toEqual([false, true])
  })

  it('is none between positions of one second', () => {
    expect(isGap(0, 5000)).toBe(false)
  })

  it('is none within the metres of a stop, which count', () => {
    const metres = metresBetween(tracksOf(rowsAt([0, 0], [700, 150])), 0, 1)
    expect(isGap(700, 150, { ...CUT, stop: { ...CUT.stop, metres } })).toBe(false)
  })
})

describe('a stop', () => {
  it('is where a truck stays for the least time, around its first position', () => {
    expect(stops(rowsAt([0, 0], [100, 99], [200, 20], [300, 0]))).toEqual([[0, 3]])
    expect(stops(rowsAt([0, 0], [299, 0]))).toEqual([])
    expect(stops(rowsAt([0, 0], [300, 101]))).toEqual([])
    // From position to position it drove 80 m each, and away.
    expect(stops(rowsAt([0, 0], [100, 80], [200, 160], [300, 240], [400, 320]))).toEqual([])
    const metres = metresBetween(tracksOf(rowsAt([0, 0], [300, 150])), 0, 1)
    expect(stops(rowsAt([0, 0], [300, 150]), { cut: { ...CUT, stop: { ...CUT.stop, metres } } })).toEqual([[0, 1]])
  })

  it('may follow at once on the way, and lasts as long as the truck is there', () => {
    expect(stops(rowsAt([0, 0], [60, 900], [160, 900], [400, 950], [460, 1900]))).toEqual([[1, 3]])
    // Also without positions in between.
    expect(stops(rowsAt([0, 0], [30_000, 0], [30_060, 900]))).toEqual([[0, 1]])
  })

  it('is found among the rows of the truck alone', () => {
    const rows = rowsAt([0, 0], [100, 0], [200, 0], [400, 0], [500, 0])
    expect(stops(rows, { begin: 1, end: 4 })).toEqual([[1, 3]])
    expect(stops(rows, { begin: 1, end: 3 })).toEqual([])
    expect(stops(rows, { begin: 2, end: 2 })).toEqual([])
  })

  it('is one with the next if the way between is shorter than a trip, and known', () => {
    const twice = (metres: number, wait = 60) =>
      stops(rowsAt([0, 0], [300, 0], [300 + wait, metres], [600 + wait, metres]))
    expect([twice(490), twice(510)]).toEqual([
      [[0, 3]],
      [
        [0, 1],
        [2, 3],
      ],
    ])
    expect([twice(490, 600), twice(490, 601)].map((found) => found.length)).toEqual([1, 2])
    const positions = tracksOf(rowsAt([0, 0], [300, 0], [360, 490], [660, 490]))
    const exactly = { ...CUT, trip: { ...CUT.trip, leastMetres: metresBetween(positions, 1, 2) } }
    expect(findStopRows(positions, 0, 4, exactly)).toHaveLength(2)
  })

  it('and the next have the length of the way that was driven between them', () => {
    // 300 m out and back again is longer than the distance of the stops.
    const out = rowsAt([0, 0], [300, 0], [330, 300], [360, 0], [390, -150], [690, -150])
    expect(stops(out)).toHaveLength(2)
    const three = rowsAt([0, 0], [300, 0], [360, 400], [660, 400], [720, 800], [1020, 800])
    expect(stops(three)).toEqual([[0, 5]])
  })
})

it('the middle of a stop is the mean of its positions', () => {
  const positions = tracksOf(
    [HOME, [108, 34], [108.2, 34.1], [108.4, 34.5], HOME].map((at, i) => row(i, at as typeof HOME)),
  )
  const [lon, lat] = middleOf(positions, { first: 1, last: 3 })
  expect(lon).toBeCloseTo(108.2, 9)
  expect(lat).toBeCloseTo(34.2, 9)
})
