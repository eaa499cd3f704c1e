import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { nearbyDistanceMetres } from '@/domain/geodesy/distance'
import { cutTracks } from '@/domain/trucks/cut-tracks'
import { EMPTY, FULL } from '@/domain/trucks/positions'
import { TRIP } from '@/domain/trucks/trips'
import { away, HOME, journey, MORNING, row, SETTINGS, tracksOf } from './tracks'

describe('tracks cut into stops and trips', () => {
  it('have a stop where a truck stood for five minutes, and a trip between two stops', () => {
    const plan = fc.array(
      fc.record({ seconds: fc.constantFrom(60, 120, 360, 900, 3000), metres: fc.integer({ min: 900, max: 6000 }) }),
      { minLength: 2, maxLength: 8 },
    )
    fc.assert(
      fc.property(plan, (stays) => {
        let at = HOME
        const placed = stays.map(({ seconds, metres }, i) => {
          at = away(at, metres, i % 2 ? 90 : 60)
          return { at, seconds }
        })
        const { stops, trips } = cutTracks(tracksOf(journey(placed)), SETTINGS)
        const long = placed.filter(({ seconds }) => seconds >= SETTINGS.stop.leastSeconds)
        expect(stops.from.length).toBe(long.length)
        for (const [i, stay] of long.entries()) {
          expect(nearbyDistanceMetres(...stay.at, stops.lon[i]!, stops.lat[i]!)).toBeLessThan(100)
          expect(stops.until[i]! - stops.from[i]!).toBeGreaterThanOrEqual(stay.seconds)
        }
        const whole = Array.from(trips.flags).filter((flags) => flags === 0)
        expect(whole.length).toBe(Math.max(0, long.length - 1))
        // The distance driven between the stops.
        const plain = placed
          .slice(1)
          .reduce((sum, each, i) => sum + nearbyDistanceMetres(...placed[i]!.at, ...each.at), 0)
        const driven = trips.metres.reduce((sum, metres) => sum + metres, 0)
        expect(driven).toBeLessThanOrEqual(plain + 1)
        expect(driven).toBeGreaterThan(plain - 2 * SETTINGS.stop.metres * placed.length - 600)
      }),
      { numRuns: 60 },
    )
  })

  it('treat a truck moving up within a site as one stop', () => {
    const rows = journey([
      { at: HOME, seconds: 600 },
      { at: away(HOME, 250), seconds: 600 },
      { at: away(HOME, 5000), seconds: 600 },
    ])
    expect(cutTracks(tracksOf(rows), SETTINGS).stops.from.length).toBe(2)
  })

  it('ignore a gap after which a truck is elsewhere, and treat one at the same place as a stop', () => {
    const stood = [0, 30, 60, 30_000, 30_030].map((after) => row(MORNING + after, HOME))
    const { stops, trips } = cutTracks(tracksOf(stood), SETTINGS)
    expect([stops.from.length, trips.from.length]).toEqual([1, 0])
    const gone = [
      ...journey([
        { at: HOME, seconds: 600 },
        { at: away(HOME, 3000), seconds: 0 },
      ]),
      ...journey([
        { at: away(HOME, 20_000), seconds: 0 },
        { at: away(HOME, 23_000), seconds: 600 },
      ]).map((each) => ({ ...each, second: each.second + 10_000 })),
    ]
    expect([...cutTracks(tracksOf(gone), SETTINGS).trips.flags]).toEqual([TRIP.endCut, TRIP.beginCut])
  })

  it('have the load before and after a stop, and during most of a trip', () => {
    const rows = journey([
      { at: HOME, seconds: 300, more: { load: EMPTY } },
      { at: away(HOME, 4000), seconds: 600, more: { load: FULL } },
    ])
    const half = rows.map((each, i) => (i >= rows.length - 5 ? { ...each, load: EMPTY } : each))
    const { stops, trips } = cutTracks(tracksOf(half), SETTINGS)
    expect([stops.loadBefore[1], stops.loadAfter[1]]).toEqual([FULL, EMPTY])
    expect(trips.load[0]).toBe(EMPTY)
  })

  it('are loaded if most of the way was driven with a load, however long the truck waited empty', () => {
    const waiting = Array.from({ length: 9 }, (_, i) => row(MORNING + 30 * i, HOME, { load: EMPTY }))
    const driving = Array.from({ length: 8 }, (_, i) =>
      row(MORNING + 270 + 30 * i, away(HOME, 500 * (i + 1)), { load: FULL }),
    )
    const { stops, trips } = cutTracks(tracksOf([...waiting, ...driving]), SETTINGS)
    expect([stops.from.length, ...trips.load]).toEqual([0, FULL])
  })
})
