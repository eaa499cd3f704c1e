import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { indexArea } from '@/domain/geodesy/area-index'
import { destination, distanceMetres } from '@/domain/geodesy/distance'
import type { Position } from '@/domain/geodesy/position'
import { ringMiddle } from '@/domain/geodesy/ring-middle'

const HERE: Position = [108.7, 34.3]
/** A place so many metres east and north of HERE. */
const at = (east: number, north: number) => destination(destination(HERE, 90, east), 0, north)
const corners = (...all: readonly [number, number][]) => all.map(([east, north]) => at(east, north))
const contains = (ring: readonly Position[], [lon, lat]: Position) =>
  indexArea({ type: 'Polygon', coordinates: [[...ring, ring[0]!].map((each) => [...each])] }).contains(lon, lat)

describe('the middle of a site that was walked around', () => {
  it('is the middle of a square, whichever corner the walk ends at', () => {
    const square = corners([0, 0], [100, 0], [100, 80], [0, 80])
    for (let turn = 0; turn < 4; turn++) {
      const middle = ringMiddle([...square.slice(turn), ...square.slice(0, turn)])!
      expect(distanceMetres(middle, at(50, 40))).toBeLessThan(0.1)
    }
  })

  it('is inside a U-shaped yard', () => {
    const bent = corners([0, 0], [200, 0], [200, 200], [180, 200], [180, 20], [20, 20], [20, 200], [0, 200])
    const middle = ringMiddle(bent)!
    expect(contains(bent, middle)).toBe(true)
    expect(contains(bent, at(100, 100))).toBe(false)
  })

  it('is null if the walk encloses nothing', () => {
    expect(ringMiddle([])).toBeNull()
    expect(ringMiddle(corners([0, 0], [50, 0]))).toBeNull()
    expect(ringMiddle(corners([0, 0], [50, 0], [100, 0]))).toBeNull()
    expect(ringMiddle([HERE, HERE, HERE])).toBeNull()
  })

  it('is inside the walked ring, even if it crosses itself', () => {
    const corner = fc.tuple(fc.integer({ min: 0, max: 300 }), fc.integer({ min: 0, max: 300 }))
    fc.assert(
      fc.property(fc.array(corner, { minLength: 3, maxLength: 9 }), (walk) => {
        const ring = corners(...walk)
        const middle = ringMiddle(ring)
        expect(middle === null || contains(ring, middle)).toBe(true)
      }),
    )
  })
})
