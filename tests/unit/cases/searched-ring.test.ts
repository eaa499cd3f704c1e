import { expect, it } from 'vitest'
import { searchedRing } from '@/domain/cases/searched-ring'
import { distanceMetres } from '@/domain/geodesy/distance'
import type { Position } from '@/domain/geodesy/position'

const PLACE: Position = [108.7, 34.3]
/** Distances of a ring's corners from the place, in metres. */
const distances = (ring: readonly Position[]) => ring.map((corner) => Math.round(distanceMetres(PLACE, corner)))

it('the searched area is a full circle if the wind is unknown or the air was calm', () => {
  for (const wind of [null, { fromDegrees: 90, metresPerSecond: 0.1, calmBelow: 0.5 }]) {
    const ring = searchedRing(PLACE, wind, 2000)
    expect(new Set(distances(ring))).toEqual(new Set([2000]))
    expect(ring).toHaveLength(49)
    ring.at(-1)!.forEach((each, i) => void expect(each).toBeCloseTo(ring[0]![i]!, 9))
    const [east, west] = [ring.filter(([lon]) => lon > PLACE[0] + 1e-9), ring.filter(([lon]) => lon < PLACE[0] - 1e-9)]
    expect([east.length, west.length]).toEqual([23, 23])
  }
})

it('otherwise the searched area is the sector that the wind came from', () => {
  const ring = searchedRing(PLACE, { fromDegrees: 90, metresPerSecond: 3, calmBelow: 0.5 }, 2000)
  expect(Math.min(...ring.map(([lon]) => lon))).toBeGreaterThan(PLACE[0] - 1e-9)
  expect(Math.max(...distances(ring))).toBe(2000)
})
