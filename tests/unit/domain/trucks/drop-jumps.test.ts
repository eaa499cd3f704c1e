import { describe, expect, it } from 'vitest'
import { dropJumps, metresBetween } from '@/domain/trucks/drop-jumps'
import { PER_DEGREE, SHOWN_ROWS } from '@/domain/trucks/positions'
import { rawPositions } from '../../../../scripts/data/trucks/raw-positions'
import { away, HOME, MORNING, row, tracksOf } from '../../trucks/tracks'

const RULE = { mostKmh: 150, mostInJump: 2, noiseMetres: 200 }
/** Positions every ten seconds, at so many metres from HOME. */
const rowsAt = (metres: readonly number[]) => metres.map((each, i) => row(MORNING + 10 * i, away(HOME, each)))
const dropped = (...metres: readonly number[]) => dropJumps(tracksOf(rowsAt(metres)), RULE).jumpRows

describe('the distance between two positions', () => {
  it('is in metres', () => {
    const at = (metres: number, azimuth: number) => {
      const positions = tracksOf([row(0, HOME), row(1, away(HOME, metres, azimuth))])
      return metresBetween(positions, 0, 1)
    }
    for (const azimuth of [0, 45, 90, 200]) expect(at(1000, azimuth)).toBeCloseTo(1000, 0)
    expect(PER_DEGREE).toBe(1e6)
  })
})

describe('a jump of the receiver', () => {
  it('leads away faster than any truck, and back within a few positions', () => {
    expect(dropped(0, 5000, 0, 0)).toEqual([1])
    expect(dropped(0, 0, 5000, 5000, 0, 0)).toEqual([2, 3])
    expect(dropped(0, 0, 5000, 5000, 5000, 0, 0)).toEqual([])
    // The last position has none after it that could be back.
    expect(dropped(0, 0, 5000)).toEqual([])
    expect(dropped(0, 0, 5000, 5000)).toEqual([])
    expect(dropped(0, 0, 5000, 0)).toEqual([2])
  })

  it('is faster than 150 km/h from the position before, for all the time since it', () => {
    // 41.7 m in a second.
    expect(dropped(0, 410, 0, 0)).toEqual([])
    expect(dropped(0, 425, 0, 0)).toEqual([1])
    // In twenty seconds a truck can drive 833 m.
    expect(dropped(0, 0, 5000, 820)).toEqual([2])
    expect(dropped(0, 0, 5000, 850)).toEqual([])
  })

  it('is none within the noise of a receiver, however fast that were', () => {
    const quick = (metres: number) =>
      dropJumps(tracksOf([0, metres, 0, 0].map((each, i) => row(MORNING + i, away(HOME, each)))), RULE).jumps
    expect([quick(199), quick(201)]).toEqual([0, 1])
    const away300 = tracksOf([0, 300, 0, 0].map((each, i) => row(MORNING + i, away(HOME, each))))
    expect(dropJumps(away300, { ...RULE, noiseMetres: metresBetween(away300, 0, 1) }).jumps).toBe(0)
    expect(dropJumps(tracksOf([row(MORNING, HOME), row(MORNING + 1, HOME)]), { ...RULE, noiseMetres: 0 }).jumps).toBe(0)
  })

  it('may be the first position of a truck, if the next two agree with each other alone', () => {
    expect(dropped(5000, 0, 0)).toEqual([0])
    expect(dropped(5000, 0)).toEqual([])
    expect(dropped(5000, 0, 9000)).toEqual([])
    // The second is one: the first and the third agree.
    expect(dropped(0, 5000, 0)).toEqual([1])
    // A truck can have driven from the first to the third, which the second is off.
    expect(dropped(1400, 900, 800)).toEqual([1])
    expect(dropped(400, 0, 0)).toEqual([])
    expect(dropped(5000, 9000, 0, 0)).toEqual([])
  })

  it('is not the first position if the second agrees with it, though the third is off', () => {
    const shaken = [0, 150, 300, 300].map((metres, i) => row(MORNING + i, away(HOME, metres)))
    expect(dropJumps(tracksOf(shaken), RULE).jumps).toBe(0)
  })

  it('is removed for each truck alone', () => {
    const [short, next] = [rowsAt([5000, 0]), rowsAt([0, 0, 0]).slice(2)]
    const two = rawPositions([
      { plate: 'A', rows: short },
      { plate: 'B', rows: next },
    ])
    expect(dropJumps(two, RULE).jumps).toBe(0)
    const tracks = rawPositions([
      { plate: 'A', rows: rowsAt([0, 0, 5000]) },
      { plate: 'B', rows: rowsAt([0, 0, 5000, 0]) },
    ])
    const { positions, rows, jumps, jumpRows } = dropJumps(tracks, RULE)
    expect([jumps, jumpRows, [...rows]]).toEqual([1, [5], [0, 1, 2, 3, 4, 6]])
    expect([...positions.truck]).toEqual([0, 0, 0, 1, 1, 1])
  })

  it('is counted, and the first hundred are listed by their rows', () => {
    const metres = Array.from({ length: 400 }, (_, i) => (i % 2 ? 5000 : 0))
    const { jumps, jumpRows, positions } = dropJumps(tracksOf(rowsAt(metres)), RULE)
    // The last position is away and never comes back.
    expect([jumps, jumpRows.length, positions.second.length]).toEqual([199, SHOWN_ROWS, 201])
    expect(jumpRows).toEqual(Array.from({ length: 100 }, (_, i) => 2 * i + 1))
  })
})

it('positions without a jump are the same', () => {
  const tracks = tracksOf(rowsAt([0, 100, 200]))
  expect(dropJumps(tracks, RULE).positions).toBe(tracks)
})
