import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { destination } from '@/domain/geodesy/distance'
import type { Position } from '@/domain/geodesy/position'
import { metresToLine, nearLines } from '@/domain/trucks/ban-lines'
import { away, HOME } from '../../trucks/tracks'

const lineOf = (...at: readonly Position[]) => Float64Array.from(at.flat())
const near = (metres: number, ...lines: readonly Float64Array[]) => {
  const isNear = nearLines(lines, metres)
  return (at: Position) => isNear(...at)
}

describe('the distance to a line', () => {
  const east = lineOf(HOME, away(HOME, 1000))
  const metres = (at: Position, line = east) => metresToLine(...at, line)

  it('is that to its nearest place, at the side or beyond an end', () => {
    for (const [along, aside, expected] of [
      [500, 30, 30],
      [500, 0, 0],
      [0, 40, 40],
      [-300, 400, 500],
      [1300, 400, 500],
      [1000, 0, 0],
    ] as const)
      expect(metres(away(away(HOME, along), aside, 0))).toBeCloseTo(expected, 0)
  })

  it('is that to the nearest of its pieces, in any direction', () => {
    const north = away(HOME, 1000, 0)
    const bent = lineOf(away(HOME, 1000, 270), HOME, north, away(north, 1000))
    expect(metres(away(away(HOME, 500, 0), 70), bent)).toBeCloseTo(70, 0)
    expect(metres(away(away(HOME, 600, 270), 70, 180), bent)).toBeCloseTo(70, 0)
    expect(metres(away(away(north, 600), 70, 0), bent)).toBeCloseTo(70, 0)
    const slanting = lineOf(HOME, destination(HOME, 30, 1000))
    expect(metres(destination(destination(HOME, 30, 500), 120, 60), slanting)).toBeCloseTo(60, 0)
  })

  it('is that to a point if the piece has no length, and infinite without a piece', () => {
    expect(metres(away(HOME, 300), lineOf(HOME, HOME))).toBeCloseTo(300, 0)
    expect(metres(HOME, lineOf(HOME))).toBe(Number.POSITIVE_INFINITY)
    expect(metres(HOME, lineOf())).toBe(Number.POSITIVE_INFINITY)
  })
})

describe('a position near the lines of a ban', () => {
  it('is within the metres of any of them, which count', () => {
    const isNear = near(40, lineOf(HOME, away(HOME, 3000)), lineOf(away(HOME, 900, 0), away(HOME, 1900, 0)))
    const seen = (along: number, aside: number) => isNear(away(away(HOME, along), aside, 0))
    expect([seen(1500, 39), seen(1500, 41), seen(-39, 0), seen(-41, 0), seen(3039, 0), seen(3041, 0)]).toEqual([
      true,
      false,
      true,
      false,
      true,
      false,
    ])
    expect([seen(39, 1500), seen(41, 1500), seen(0, 1939), seen(0, 1941)]).toEqual([true, false, true, false])
    const meridian = lineOf([108, 0], [108, 1])
    const exactly = metresToLine(108.0003, 0.5, meridian)
    expect(near(exactly, meridian)([108.0003, 0.5])).toBe(true)
  })

  it('is none if there are no lines, or only lines without a piece', () => {
    expect([near(40)(HOME), near(40, lineOf(HOME))(HOME), near(40, lineOf())(HOME)]).toEqual([false, false, false])
  })

  it('is found by the distance alone, wherever the line goes and however far it reaches', () => {
    const place = fc.tuple(fc.integer({ min: -3000, max: 3000 }), fc.integer({ min: -3000, max: 3000 }))
    const at = ([east, north]: readonly [number, number]) =>
      away(away(HOME, Math.abs(east), east < 0 ? 270 : 90), Math.abs(north), north < 0 ? 180 : 0)
    fc.assert(
      fc.property(
        fc.array(place, { minLength: 2, maxLength: 5 }),
        fc.integer({ min: 1, max: 900 }),
        place,
        (way, metres, seen) => {
          const line = lineOf(...way.map(at))
          expect(near(metres, line)(at(seen))).toBe(metresToLine(...at(seen), line) <= metres)
        },
      ),
      { numRuns: 300 },
    )
  })

  it('is found west of Greenwich and south of the equator, too', () => {
    const there: Position = [-0.001, -0.001]
    const isNear = near(100, lineOf(there, [0.001, 0.001]))
    expect([isNear([-0.001, -0.0012]), isNear([0, 0]), isNear([0.0015, 0.0015]), isNear([0.002, 0.002])]).toEqual([
      true,
      true,
      true,
      false,
    ])
  })
})
