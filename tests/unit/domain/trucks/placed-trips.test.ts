import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { parseDay } from '@/domain/calendar'
import type { Position } from '@/domain/geodesy/position'
import { secondsAt } from '@/domain/trucks/clock-hours'
import { countyHauls, goesOn, placedTrips } from '@/domain/trucks/placed-trips'
import { EMPTY, FULL, HALF, UNKNOWN } from '@/domain/trucks/positions'
import { type PlaceRole, ROLES } from '@/domain/trucks/settings'
import { TRIP, type Trips } from '@/domain/trucks/trips'
import { placeFinder } from '@/domain/trucks/truck-places'
import { away, HOME, MORNING, SETTINGS } from '../../trucks/tracks'

interface Trip {
  readonly truck?: number
  readonly from?: number
  readonly begin?: Position
  readonly end?: Position
  readonly load?: number
  readonly flags?: number
}

const tripsOf = (...all: readonly Trip[]) =>
  ({
    trucks: ['A', 'B'],
    truck: Uint32Array.from(all, ({ truck = 0 }) => truck),
    from: Uint32Array.from(all, ({ from = MORNING }) => from),
    fromLon: Float64Array.from(all, ({ begin = HOME }) => begin[0]),
    fromLat: Float64Array.from(all, ({ begin = HOME }) => begin[1]),
    toLon: Float64Array.from(all, ({ end = HOME }) => end[0]),
    toLat: Float64Array.from(all, ({ end = HOME }) => end[1]),
    load: Uint8Array.from(all, ({ load = FULL }) => load),
    flags: Uint8Array.from(all, ({ flags = 0 }) => flags),
  }) as unknown as Trips

const [SITE, DEPOT, TIP] = [away(HOME, 1000), away(HOME, 2000), away(HOME, 3000)]
const PLACES: readonly (readonly [PlaceRole, Position])[] = [
  ['site', SITE],
  ['depot', DEPOT],
  ['tip', TIP],
]
const finder = placeFinder({
  role: Uint8Array.from(PLACES, ([role]) => ROLES.indexOf(role)),
  lon: Float64Array.from(PLACES, ([, [lon]]) => lon),
  lat: Float64Array.from(PLACES, ([, [, lat]]) => lat),
  metres: new Float32Array(PLACES.length).fill(200),
  source: Int32Array.from(PLACES.keys()),
})
const countyAt = (lon: number, lat: number) => (lat > HOME[1] + 0.5 ? '' : lon < DEPOT[0] ? 'west' : 'east')
const placed = (...all: readonly Trip[]) => placedTrips(tripsOf(...all), SETTINGS, finder, countyAt)

describe('a trip', () => {
  it('has the places at which it begins and ends, and the county of its begin', () => {
    const { fromPlace, toPlace, county } = placed(
      { begin: SITE, end: TIP },
      { begin: TIP, end: SITE },
      { begin: HOME, end: away(HOME, 100_000, 0) },
      { begin: away(HOME, 100_000, 0), end: DEPOT },
    )
    expect([...fromPlace]).toEqual([0, 2, -1, -1])
    expect([...toPlace]).toEqual([2, 0, -1, 1])
    expect(county).toEqual(['west', 'east', 'west', ''])
  })

  it('is counted with a load, or from a site to no depot if the load is unknown', () => {
    const load = UNKNOWN
    const { counted } = placed(
      ...[{ load: FULL }, { load: EMPTY, truck: 1 }, { load, begin: SITE, end: TIP }, { load, begin: SITE, end: HOME }],
      ...[
        { load, begin: SITE, end: DEPOT },
        { load, begin: HOME, end: TIP },
        { load, begin: TIP, end: SITE },
      ],
      { load: FULL, flags: TRIP.beginCut },
    )
    expect([...counted]).toEqual([1, 0, 1, 1, 0, 0, 0, 0])
  })

  it('is by day if it begins within the hours of the day, and counted only on days that have them', () => {
    const at = (from: number) => {
      const { counted, daytime } = placed({ from })
      return [counted[0], daytime[0]]
    }
    const [six, twenty] = [MORNING - 2 * 3600, MORNING + 12 * 3600]
    expect([at(six), at(six - 1), at(twenty - 1), at(twenty)]).toEqual([
      [1, 1],
      [1, 0],
      [1, 1],
      [1, 0],
    ])
    // Before 2022-05-30 no hours were in force.
    expect(at(MORNING - 200 * 86_400)).toEqual([0, 0])
  })

  it('that goes on after a stop with a load is the rest of the haul before it', () => {
    expect([...placed({}, {}, { load: EMPTY }, {}).counted]).toEqual([1, 0, 0, 1])
    expect([...placed({}, { truck: 1 }).counted]).toEqual([1, 1])
  })
})

describe('a truck goes on with its load', () => {
  const does = (before: Trip, trip: Trip) => goesOn(tripsOf(before, trip), 1)

  it('if it came with one and left with one', () => {
    expect([does({}, {}), does({ load: HALF }, {}), does({}, { load: HALF })]).toEqual([true, true, true])
    for (const load of [EMPTY, UNKNOWN]) expect([does({ load }, {}), does({}, { load })]).toEqual([false, false])
  })

  it('but not after another truck, nor if it was not seen to arrive', () => {
    expect([does({}, { truck: 1 }), does({ truck: 1 }, { truck: 1 })]).toEqual([false, true])
    expect([does({ flags: TRIP.endCut }, {}), does({ flags: TRIP.beginCut }, {})]).toEqual([false, true])
    expect(goesOn(tripsOf({}), 0)).toBe(false)
  })
})

describe('the hauls of a county', () => {
  const FIRST = parseDay('2022-09-01')!
  const hauls = (
    ...all: readonly { day: number; truck?: number; county?: string; counted?: number; daytime?: number }[]
  ) =>
    countyHauls(
      {
        trucks: ['0', '1', '2', '3', '4'],
        truck: Uint32Array.from(all, ({ truck = 0 }) => truck),
        from: Uint32Array.from(all, ({ day }) => secondsAt(FIRST + day)),
      },
      {
        counted: Uint8Array.from(all, ({ counted = 1 }) => counted),
        daytime: Uint8Array.from(all, ({ daytime = 1 }) => daytime),
        county: all.map(({ county = 'a' }) => county),
      },
    )

  it('are its counted trips by day, in the order of counties and days', () => {
    const made = hauls(
      ...[
        { day: 5, county: 'b' },
        { day: 6, county: 'd' },
        { day: 9 },
        { day: 2, truck: 1 },
        { day: 2, truck: 1, daytime: 0 },
        { day: 9, counted: 0 },
      ],
      ...[
        { day: 3, county: '' },
        { day: 4, county: 'c', counted: 0 },
      ],
    )
    expect([...made]).toEqual([
      [
        'a',
        [
          { day: FIRST + 2, trips: 2, byDay: 1, trucks: 1 },
          { day: FIRST + 9, trips: 1, byDay: 1, trucks: 2 },
        ],
      ],
      ['b', [{ day: FIRST + 5, trips: 1, byDay: 1, trucks: 1 }]],
      ['d', [{ day: FIRST + 6, trips: 1, byDay: 1, trucks: 1 }]],
    ])
  })

  it('have the trucks with a counted trip in it since the begin of the month', () => {
    const trips = fc.array(fc.record({ day: fc.nat(9), truck: fc.nat(4), county: fc.constantFrom('a', 'b', '') }), {
      maxLength: 60,
    })
    fc.assert(
      fc.property(trips, (all) => {
        const made = hauls(...all.map((trip, at) => ({ ...trip, counted: at % 2 })))
        for (const [county, days] of made)
          for (const { day, trucks } of days) {
            const until = all.filter((trip, at) => at % 2 && trip.county === county && FIRST + trip.day <= day)
            expect(trucks).toBe(new Set(until.map(({ truck }) => truck)).size)
          }
      }),
    )
  })
})
