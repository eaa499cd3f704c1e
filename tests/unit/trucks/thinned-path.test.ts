import fc from 'fast-check'
import { expect, it } from 'vitest'
import { nearbyDistanceMetres } from '@/domain/geodesy/distance'
import { PER_DEGREE } from '@/domain/trucks/positions'
import { thinnedPath } from '@/domain/trucks/thinned-path'

const METRES = 10

/** Each row: seconds after the previous one, steps east and north in millionths of a degree, and the load. */
function pathOf(rows: readonly (readonly [seconds: number, east: number, north: number, load: number])[]) {
  let [second, lon, lat] = [0, 108_700_000, 34_330_000]
  const all = rows.map(([seconds, east, north, load]) => {
    second += seconds
    lon += east
    lat += north
    return { second, lon, lat, load }
  })
  return {
    second: Uint32Array.from(all, (of) => of.second),
    lon: Int32Array.from(all, (of) => of.lon),
    lat: Int32Array.from(all, (of) => of.lat),
    load: Uint8Array.from(all, (of) => of.load),
  }
}

it('keeps only the ends of an evenly driven way', () => {
  const path = pathOf(Array.from({ length: 50 }, () => [15, 900, 400, 2]))
  expect(thinnedPath(path, 0, 50, METRES)).toEqual([0, 49])
})

it('keeps where a truck stands, turns and is loaded', () => {
  const drives = [15, 900, 0, 0] as const
  const stands = [15, 0, 0, 0] as const
  const loaded = [15, 0, 900, 2] as const
  const path = pathOf([drives, drives, drives, stands, stands, stands, loaded, loaded, loaded])
  expect(thinnedPath(path, 0, 9, METRES)).toEqual([0, 2, 5, 6, 8])
})

const step = fc.tuple(
  fc.integer({ min: 1, max: 60 }),
  fc.integer({ min: -3000, max: 3000 }),
  fc.integer({ min: -3000, max: 3000 }),
  fc.constantFrom(0, 2, 255),
)
const crawl = fc.tuple(
  fc.integer({ min: 1, max: 20 }),
  fc.integer({ min: 60, max: 75 }),
  fc.integer({ min: -20, max: 20 }),
  fc.constant(0),
)

it('is within the tolerance at the time of each row, with its load, for any path', () => {
  fc.assert(
    fc.property(fc.array(fc.oneof(step, crawl), { minLength: 1, maxLength: 80 }), (rows) => {
      const path = pathOf(rows)
      const kept = thinnedPath(path, 0, rows.length, METRES)
      expect(kept[0]).toBe(0)
      expect(kept.at(-1)).toBe(rows.length - 1)
      expect([...new Set(kept)].sort((a, b) => a - b)).toEqual(kept)
      for (const [nth, first] of kept.entries()) {
        const last = kept[nth + 1]
        if (last === undefined) break
        for (let row = first + 1; row < last; row++) {
          expect(path.load[row]).toBe(path.load[first])
          const time = path.second[last]! - path.second[first]!
          const part = (path.second[row]! - path.second[first]!) / time
          const at = (of: Int32Array) => (of[first]! + part * (of[last]! - of[first]!)) / PER_DEGREE
          const [lon, lat] = [path.lon[row]! / PER_DEGREE, path.lat[row]! / PER_DEGREE]
          expect(nearbyDistanceMetres(at(path.lon), lat, lon, lat)).toBeLessThan(METRES * 1.01)
          expect(nearbyDistanceMetres(lon, at(path.lat), lon, lat)).toBeLessThan(METRES * 1.01)
        }
      }
    }),
    { numRuns: 500 },
  )
})
