import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { nearbyDistanceMetres } from '@/domain/geodesy/distance'
import type { Position } from '@/domain/geodesy/position'
import { type PlaceRole, ROLES } from '@/domain/trucks/settings'
import { NO_PLACES, placeFinder } from '@/domain/trucks/truck-places'
import { away, HOME } from '../../trucks/tracks'

const placesOf = (...all: readonly (readonly [role: PlaceRole, at: Position, metres: number])[]) => ({
  role: Uint8Array.from(all, ([role]) => ROLES.indexOf(role)),
  lon: Float64Array.from(all, ([, [lon]]) => lon),
  lat: Float64Array.from(all, ([, [, lat]]) => lat),
  metres: Float32Array.from(all, ([, , metres]) => metres),
  source: Int32Array.from(all.keys()),
})
const UNKNOWN: Position = [Number.NaN, Number.NaN]

describe('the place at a position', () => {
  const finder = placeFinder(
    placesOf(['site', HOME, 200], ['wash', away(HOME, 150), 60], ['tip', away(HOME, 5000), 300]),
  )

  it('is one within whose radius it is, in any direction', () => {
    for (const azimuth of [0, 90, 180, 270, 45, 225]) {
      expect(finder.at(...away(away(HOME, 5000), 299, azimuth))).toBe(2)
      expect(finder.at(...away(away(HOME, 5000), 301, azimuth))).toBe(-1)
    }
    expect(finder.at(...away(HOME, 2000))).toBe(-1)
  })

  it('is the nearest of several', () => {
    expect([finder.at(...away(HOME, 80)), finder.at(...away(HOME, 70)), finder.at(...away(HOME, 110))]).toEqual([
      0, 0, 1,
    ])
    const same = placeFinder(placesOf(['site', HOME, 200], ['depot', HOME, 200]))
    expect(same.at(...HOME)).toBe(same.at(...away(HOME, 10)))
  })

  it('is the same when asked again, also after another position', () => {
    const [here, there] = [away(HOME, 10), away(HOME, 5010)]
    expect([here, here, there, there, here].map((at) => finder.at(...at))).toEqual([0, 0, 2, 2, 0])
    // Positions that share a longitude or a latitude are not the same.
    expect(finder.at(here[0], here[1] + 0.5)).toBe(-1)
    expect(finder.at(...here)).toBe(0)
    expect(finder.at(here[0] + 0.5, here[1])).toBe(-1)
  })

  it('has its exact radius as its edge', () => {
    const at: Position = [108.7005, 34.35]
    const metres = Math.fround(nearbyDistanceMetres(...HOME, ...at) + 0.001)
    expect(placeFinder(placesOf(['site', HOME, metres])).at(...at)).toBe(0)
    expect(placeFinder(placesOf(['site', HOME, metres - 0.01])).at(...at)).toBe(-1)
    expect(placeFinder(placesOf(['site', HOME, 0])).at(...HOME)).toBe(0)
  })

  it('is never one whose position is unknown, and the others keep their numbers', () => {
    const some = placeFinder(
      placesOf(
        ['site', UNKNOWN, 200],
        ['tip', [HOME[0], Number.NaN], 200],
        ['fuel', [Number.NaN, HOME[1]], 200],
        ['depot', HOME, 200],
      ),
    )
    expect(some.at(...HOME)).toBe(3)
    expect(some.around(...HOME, 'depot', 500)).toEqual([3])
    expect(ROLES.map((role) => some.around(...HOME, role, 500).length)).toEqual([0, 0, 1, 0, 0])
  })

  it('is none if no place has a position', () => {
    for (const places of [NO_PLACES, placesOf(['site', UNKNOWN, 200])]) {
      const none = placeFinder(places)
      expect([none.at(...HOME), none.around(...HOME, 'site', 1e6), none.places]).toEqual([-1, [], places])
    }
    expect(placeFinder(placesOf(['tip', UNKNOWN, 200])).roleOf(0)).toBe('tip')
  })
})

describe('the places around a position', () => {
  it('are those of a role within the metres, whatever their own radius', () => {
    const finder = placeFinder(
      placesOf(
        ['wash', away(HOME, 500), 60],
        ['wash', away(HOME, 500, 0), 9000],
        ['site', away(HOME, 100), 200],
        ['wash', away(HOME, 501, 200), 60],
      ),
    )
    expect(finder.around(...HOME, 'wash', 500.5).sort()).toEqual([0, 1])
    expect(finder.around(...HOME, 'wash', 502).sort()).toEqual([0, 1, 3])
    expect(finder.around(...HOME, 'site', 500)).toEqual([2])
    expect(finder.around(...HOME, 'tip', 500)).toEqual([])
    expect([0, 2].map(finder.roleOf)).toEqual(['wash', 'site'])
  })

  it('and the place at it, are found by the distance alone', () => {
    const at = fc.tuple(fc.integer({ min: 0, max: 3000 }), fc.integer({ min: 0, max: 359 }))
    const place = fc.tuple(fc.constantFrom(...ROLES), at, fc.integer({ min: 1, max: 900 }))
    fc.assert(
      fc.property(fc.array(place, { maxLength: 12 }), at, fc.integer({ min: 0, max: 2000 }), (all, seen, within) => {
        const places = placesOf(...all.map(([role, of, metres]) => [role, away(HOME, ...of), metres] as const))
        const here = away(HOME, ...seen)
        const distances = all.map((_, i) => nearbyDistanceMetres(...here, places.lon[i]!, places.lat[i]!))
        const finder = placeFinder(places)
        const reached = [...all.keys()].filter((i) => distances[i]! <= all[i]![2])
        const nearest = Math.min(...reached.map((i) => distances[i]!))
        const found = finder.at(...here)
        expect(found < 0 ? Number.POSITIVE_INFINITY : distances[found]).toBe(nearest)
        for (const role of ROLES)
          expect(finder.around(...here, role, within).sort((a, b) => a - b)).toEqual(
            [...all.keys()].filter((i) => all[i]![0] === role && distances[i]! <= within),
          )
      }),
      { numRuns: 300 },
    )
  })
})
