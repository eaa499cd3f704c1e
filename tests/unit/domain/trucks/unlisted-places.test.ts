import { describe, expect, it } from 'vitest'
import { nearbyDistanceMetres } from '@/domain/geodesy/distance'
import type { Position } from '@/domain/geodesy/position'
import { EMPTY, FULL, HALF, UNKNOWN } from '@/domain/trucks/positions'
import type { Stops } from '@/domain/trucks/stops'
import { currentPlaces, didLoad, didUnload, unlistedPlaces } from '@/domain/trucks/unlisted-places'
import { away, HOME, MORNING, SETTINGS } from '../../trucks/tracks'

interface Stop {
  readonly at?: Position
  readonly truck?: number
  /** Seconds after the morning, and how long. */
  readonly from?: number
  readonly seconds?: number
  readonly before?: number
  readonly after?: number
  readonly lifted?: number
}
const HOUR = 3600
const DAY = 24 * HOUR

const stopsOf = (all: readonly Stop[]): Stops => ({
  trucks: ['陕D-1', 'B', 'A'],
  truck: Uint32Array.from(all, ({ truck = 0 }) => truck),
  from: Uint32Array.from(all, ({ from = 0 }) => MORNING + from),
  until: Uint32Array.from(all, ({ from = 0, seconds = 600 }) => MORNING + from + seconds),
  lon: Float64Array.from(all, ({ at = HOME }) => at[0]),
  lat: Float64Array.from(all, ({ at = HOME }) => at[1]),
  loadBefore: Uint8Array.from(all, ({ before = EMPTY }) => before),
  loadAfter: Uint8Array.from(all, ({ after = EMPTY }) => after),
  lifted: Uint32Array.from(all, ({ lifted = 0 }) => lifted),
})

const RULE = {
  ...SETTINGS.unlisted!,
  ...{ metres: 150, mostMetres: 400, denseStops: 3, leastStops: 3, leastDays: 1, leastShare: 0.5 },
  night: ['22:00', '06:00'] as const,
}
const places = (all: readonly Stop[], rule: Partial<typeof RULE> = {}, rows = [...all.keys()]) =>
  unlistedPlaces(stopsOf(all), rows, { ...RULE, ...rule })
/** So many stops at one place. */
const stops = (count: number, more: (i: number) => Stop = () => ({})) =>
  Array.from({ length: count }, (_, i) => ({ from: i * HOUR, ...more(i) }))

describe('a stop', () => {
  const did =
    (of: typeof didLoad) =>
    (before: number, after: number, lifted = 0) =>
      of(stopsOf([{ before, after, lifted }]), 0)
  const [unloaded, loaded] = [did(didUnload), did(didLoad)]

  it('unloaded if the truck came with a load and left empty', () => {
    expect([unloaded(FULL, EMPTY), unloaded(HALF, EMPTY)]).toEqual([true, true])
    for (const [before, after] of [
      ...([
        [FULL, HALF],
        [FULL, FULL],
        [EMPTY, EMPTY],
        [EMPTY, FULL],
        [UNKNOWN, EMPTY],
        [FULL, UNKNOWN],
      ] as const),
    ])
      expect(unloaded(before, after), `${before} ${after}`).toBe(false)
  })

  it('unloaded if the body was lifted, unless the truck left full', () => {
    for (const [before, after, expected] of [
      ...([
        [UNKNOWN, UNKNOWN, true],
        [EMPTY, EMPTY, true],
        [FULL, HALF, true],
        [FULL, FULL, false],
      ] as const),
    ])
      expect(unloaded(before, after, 1), `${before} ${after}`).toBe(expected)
  })

  it('loaded if the truck came empty and left with a load', () => {
    expect([loaded(EMPTY, FULL), loaded(EMPTY, HALF)]).toEqual([true, true])
    for (const [before, after] of [
      ...([
        [HALF, FULL],
        [EMPTY, EMPTY],
        [EMPTY, UNKNOWN],
        [UNKNOWN, FULL],
        [FULL, EMPTY],
      ] as const),
    ])
      expect(loaded(before, after), `${before} ${after}`).toBe(false)
  })
})

describe('an unlisted place', () => {
  it('needs the least stops on the least days', () => {
    expect([places(stops(3)).length, places(stops(3), { leastStops: 4 }).length]).toEqual([1, 0])
    // 08:00 and each hour after it: the seventeenth stop is on the next day.
    expect(places(stops(17), { leastDays: 2 })[0]?.days).toBe(2)
    expect(places(stops(16), { leastDays: 2 })).toEqual([])
  })

  it('is made of the rows that are asked about alone', () => {
    const all = stops(6, (i) => ({ at: i % 2 ? away(HOME, 3000) : HOME }))
    expect(places(all, {}, [0, 2, 4, 5]).map((place) => [...place.stops].sort())).toEqual([[0, 2, 4]])
  })

  it('is in the middle of its stops, and reaches to the farthest', () => {
    const at = [0, 0, 0, 60, 140].map((metres) => away(HOME, metres))
    const [place] = places(stops(5, (i) => ({ at: at[i]! })))
    expect(nearbyDistanceMetres(...place!.at, ...away(HOME, 40))).toBeLessThan(0.5)
    expect(place!.metres).toBeCloseTo(100, 0)
  })

  it('has the trucks in the order of their plates, and the span of its stops', () => {
    const [place] = places(
      stops(5, (i) => ({ truck: [1, 0, 1, 2, 0][i]!, from: [9, 3, 5, 7, 4][i]! * HOUR, seconds: i === 0 ? 60 : 900 })),
    )
    expect(place).toMatchObject({
      trucks: ['A', 'B', '陕D-1'],
      first: MORNING + 3 * HOUR,
      last: MORNING + 9 * HOUR + 60,
    })
    const long = places(stops(3, (i) => ({ seconds: i === 0 ? DAY : 60 })))[0]!
    expect(long.last).toBe(MORNING + DAY)
  })

  it('has the numbers of stops that unloaded, loaded, lifted the body, and began at night', () => {
    const [place] = places([
      ...stops(3, () => ({ before: FULL })),
      ...stops(2, () => ({ after: HALF })),
      ...[{ lifted: 1, from: 14 * HOUR }, { from: 14 * HOUR - 1 }, { from: 22 * HOUR }, { from: 22 * HOUR - 1 }],
    ])
    expect(place).toMatchObject({ unloaded: 4, loaded: 2, lifted: 1, atNight: 2, days: 2 })
  })

  it('may be a dump or a site, if enough of its stops are for that', () => {
    const use = (unloaded: number, loaded: number, leastShare = 0.5) =>
      places(
        stops(6, (i) => ({ before: i < unloaded ? FULL : EMPTY, after: i >= 6 - loaded ? FULL : EMPTY })),
        { leastShare },
      )[0]!.use
    expect([use(3, 0), use(2, 0), use(0, 3), use(0, 2), use(0, 0)]).toEqual(['dump', 'other', 'site', 'other', 'other'])
    expect([use(3, 3), use(2, 4), use(2, 4, 1 / 3), use(2, 2, 1 / 3)]).toEqual(['dump', 'site', 'site', 'dump'])
  })

  it('with more stops comes first, then the one that was used first', () => {
    const at = (metres: number, count: number, first: number) =>
      stops(count, (i) => ({ at: away(HOME, metres), from: first * HOUR + i * 60 }))
    const found = places([...at(0, 3, 5), ...at(3000, 4, 9), ...at(6000, 3, 2), ...at(9000, 3, 7)])
    expect(found.map(({ stops, first }) => [stops.length, (first - MORNING) / HOUR])).toEqual([
      [4, 9],
      [3, 2],
      [3, 5],
      [3, 7],
    ])
  })
})

describe('the id of an unlisted place', () => {
  const at = [0, 0, 0, 70, 140].map((metres) => away(HOME, metres))
  const all = stops(5, (i) => ({ at: at[i]!, truck: i === 3 ? 0 : 1 }))

  it('names the plate and the begin of the stop nearest to its middle', () => {
    expect(places(all)[0]!.id).toBe(`陕D-1-${MORNING + 3 * HOUR}`)
  })

  it('finds the place again while any of its stops holds the second', () => {
    const table = stopsOf([...all, ...stops(3, () => ({ at: away(HOME, 3000) }))])
    const found = unlistedPlaces(table, [...Array(8).keys()], RULE)
    const [one, other] = [found[0]!, found[1]!]
    const seen = (id: string) => currentPlaces(table, found, [id]).get(id)
    const begin = MORNING + 3 * HOUR
    expect([begin, begin + 600].map((second) => seen(`陕D-1-${second}`))).toEqual([one, one])
    // An end before the begin, and after the end; the other place has a stop of this truck at another time.
    expect([begin - 1, begin + 601].map((second) => seen(`陕D-1-${second}`))).toEqual([undefined, undefined])
    expect(seen(`陕D-1-${MORNING}`)).toBe(other)
    expect([seen(`B-${begin}`), seen(`C-${begin}`), seen('陕D-1'), seen('')]).toEqual([
      undefined,
      undefined,
      undefined,
      undefined,
    ])
    const ids = [one.id, other.id, `B-${MORNING}`, 'gone-1']
    expect([...currentPlaces(table, found, ids)].sort()).toEqual(
      [
        [`B-${MORNING}`, one],
        [other.id, other],
        [one.id, one],
      ].sort(),
    )
  })
})
