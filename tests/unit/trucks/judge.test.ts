import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { BREACHES } from '@/domain/trucks/breach-kinds'
import { type Breaches, findBreaches } from '@/domain/trucks/breaches'
import { secondOfDay, withinHours } from '@/domain/trucks/clock-hours'
import { cutTracks } from '@/domain/trucks/cut-tracks'
import { byDay, whyUncounted } from '@/domain/trucks/day-share'
import { EMPTY, FULL, STATE, UNKNOWN } from '@/domain/trucks/positions'
import { type PlaceRole, ROLES } from '@/domain/trucks/settings'
import { NO_PLACES, placeFinder } from '@/domain/trucks/truck-places'
import { unlistedPlaces } from '@/domain/trucks/unlisted-places'
import type { RawRow } from '../../../scripts/data/trucks/made-truck'
import { away, HOME, journey, MORNING, row, SETTINGS, tracksOf } from './tracks'

const finderOf = (...places: readonly (readonly [PlaceRole, readonly [number, number], number])[]) =>
  placeFinder({
    role: Uint8Array.from(places, ([role]) => ROLES.indexOf(role)),
    lon: Float64Array.from(places, ([, [lon]]) => lon),
    lat: Float64Array.from(places, ([, [, lat]]) => lat),
    metres: Float32Array.from(places, ([, , metres]) => metres),
    source: Int32Array.from(places.keys()),
  })

function judged(
  rows: readonly RawRow[],
  places = placeFinder(NO_PLACES),
  bans: Parameters<typeof findBreaches>[3]['bans'] = [],
) {
  const positions = tracksOf(rows)
  return findBreaches(positions, cutTracks(positions, SETTINGS), SETTINGS, { places, bans })
}
const kinds = (breaches: Breaches) => Array.from(breaches.kind, (kind) => BREACHES[kind])
const driving = (count: number, more: Partial<RawRow>) =>
  Array.from({ length: count }, (_, i) => row(MORNING + 30 * i, away(HOME, 400 * i), { kmh: 48, ...more }))

describe('a breach by a truck', () => {
  it('is driving too fast for a while, not for a moment', () => {
    expect(kinds(judged(driving(20, { kmh: 72.4 })))).toEqual(['speed'])
    expect(judged(driving(20, { kmh: 72.4 })).figure[0]).toBeCloseTo(72.4)
    const moment = driving(20, {}).map((each, i) => (i === 5 ? { ...each, kmh: 90 } : each))
    expect(kinds(judged(moment))).toEqual([])
  })

  it('is driving loaded with an open cover', () => {
    const open = { state: STATE.open, load: FULL }
    expect(kinds(judged(driving(20, open)))).toEqual(['open'])
    expect(kinds(judged(driving(20, { ...open, load: EMPTY })))).toEqual([])
    expect(kinds(judged(driving(20, { state: 0, load: FULL })))).toEqual([])
  })

  it('is lifting its body away from listed places', () => {
    const lifted = [0, 30, 60].map((after) => row(MORNING + after, HOME, { state: STATE.closed | STATE.lifted }))
    expect(kinds(judged([...lifted, row(MORNING + 90, HOME)]))).toEqual(['lift'])
    expect(kinds(judged([...lifted, row(MORNING + 90, HOME)], finderOf(['tip', HOME, 200])))).toEqual([])
  })

  it('is driving along a closed road during its hours, and not beside it or later', () => {
    const [ban] = SETTINGS.bans
    const line = Float64Array.from([...away(HOME, 200, 270), ...away(HOME, 9000)])
    const along = driving(20, { kmh: 40 })
    expect(kinds(judged(along, undefined, [{ ban: ban!, lines: [line] }]))).toEqual(['ban'])
    const beside = along.map((each) => ({ ...each, lat: each.lat + 0.001 }))
    expect(kinds(judged(beside, undefined, [{ ban: ban!, lines: [line] }]))).toEqual([])
    const later = along.map((each) => ({ ...each, second: each.second + 4 * 3600 }))
    expect(kinds(judged(later, undefined, [{ ban: ban!, lines: [line] }]))).toEqual([])
  })

  it('is leaving a site loaded without stopping at the wash near it', () => {
    const wash = away(HOME, 300)
    const stays = (atWash: number) => [
      { at: HOME, seconds: 600, more: { load: FULL } },
      ...(atWash > 0 ? [{ at: wash, seconds: atWash, more: { load: FULL } }] : []),
      { at: away(HOME, 9000), seconds: 600, more: { load: FULL } },
    ]
    const places = finderOf(['site', HOME, 200], ['wash', wash, 60])
    const moving = { load: FULL }
    expect(kinds(judged(journey(stays(0), moving), places))).toEqual(['unwashed'])
    expect(kinds(judged(journey(stays(120), moving), places))).toEqual([])
    // Without a known wash this is not judged.
    expect(kinds(judged(journey(stays(0), moving), finderOf(['site', HOME, 200])))).toEqual([])
  })
})

describe('hours of a day', () => {
  it('include their start and exclude their end, also across midnight', () => {
    const minute = fc.integer({ min: 0, max: 24 * 60 - 1 })
    const text = (at: number) => `${String(Math.floor(at / 60)).padStart(2, '0')}:${String(at % 60).padStart(2, '0')}`
    fc.assert(
      fc.property(minute, minute, minute, (from, until, at) => {
        const minutes: number[] = []
        for (let each = from; minutes.length < 1440; each = (each + 1) % 1440) {
          if (each === until && minutes.length > 0) break
          if (from === until) minutes.push(each)
          else minutes.push(each)
        }
        const expected = from === until ? true : minutes.includes(at)
        expect(withinHours([text(from), text(until)])(at * 60)).toBe(expected)
      }),
      { numRuns: 200 },
    )
    expect(secondOfDay(MORNING)).toBe(8 * 3600)
  })

  it('determine which trips are by day, on days with a rule', () => {
    const isByDay = byDay(SETTINGS.dayHours)
    expect(isByDay(MORNING)).toBe(true)
    expect(isByDay(MORNING + 12 * 3600)).toBe(false)
    expect(isByDay(MORNING - 400 * 86_400)).toBeNull()
  })
})

describe('a counted trip', () => {
  const trips = (load: number) => {
    const rows = journey(
      [
        { at: HOME, seconds: 600 },
        { at: away(HOME, 4000), seconds: 600 },
      ],
      { load },
    )
    return cutTracks(tracksOf(rows.map((each) => ({ ...each, load }))), SETTINGS).trips
  }
  it('had a load, or went from a site or to a dump with an unknown load', () => {
    const nowhere = { from: null, to: null }
    expect(whyUncounted(trips(FULL), 0, nowhere, false)).toBe(null)
    expect(whyUncounted(trips(FULL), 0, nowhere, true)).toBe('rest')
    expect(whyUncounted(trips(EMPTY), 0, { from: 'site', to: 'tip' }, false)).toBe('empty')
    expect(whyUncounted(trips(UNKNOWN), 0, { from: 'site', to: null }, false)).toBe(null)
    expect(whyUncounted(trips(UNKNOWN), 0, nowhere, false)).toBe('unknown')
    // Home from a site empty, and the second half of a haul that stopped for fuel.
    expect(whyUncounted(trips(UNKNOWN), 0, { from: 'site', to: 'depot' }, false)).toBe('unknown')
    expect(whyUncounted(trips(UNKNOWN), 0, { from: 'fuel', to: 'tip' }, false)).toBe('unknown')
  })
})

describe('unlisted places', () => {
  const stopsAt = (at: readonly (readonly [number, number])[], loads: readonly [number, number]) => ({
    trucks: ['A', 'B'],
    truck: Uint32Array.from(at, (_, i) => i % 2),
    from: Uint32Array.from(at, (_, i) => MORNING + i * 43_200),
    until: Uint32Array.from(at, (_, i) => MORNING + i * 43_200 + 600),
    lon: Float64Array.from(at, ([lon]) => lon),
    lat: Float64Array.from(at, ([, lat]) => lat),
    loadBefore: new Uint8Array(at.length).fill(loads[0]),
    loadAfter: new Uint8Array(at.length).fill(loads[1]),
    lifted: new Uint32Array(at.length),
  })
  const rule = SETTINGS.unlisted!

  it('can have ten thousand stops', () => {
    const many = Array.from({ length: 10_000 }, (_, i) => away(HOME, i % 60, i % 360))
    const [place, ...others] = unlistedPlaces(stopsAt(many, [FULL, EMPTY]), Array.from(many.keys()), rule)
    expect([place?.stops.length, others.length]).toEqual([10_000, 0])
  })

  it('are those where trucks stopped often and on several days, classified by what they did there', () => {
    const near = Array.from({ length: 6 }, (_, i) => away(HOME, 20 * i, 60 * i))
    const stray = [away(HOME, 5000), away(HOME, 9000)]
    const all = [...near, ...stray]
    const rows = Array.from(all.keys())
    const [place, ...others] = unlistedPlaces(stopsAt(all, [FULL, EMPTY]), rows, rule)
    expect(others).toEqual([])
    expect(place).toMatchObject({ use: 'dump', unloaded: 6, loaded: 0, days: 3, trucks: ['A', 'B'], first: MORNING })
    expect(unlistedPlaces(stopsAt(all, [EMPTY, FULL]), rows, rule)[0]?.use).toBe('site')
    expect(unlistedPlaces(stopsAt(all, [EMPTY, EMPTY]), rows, rule)[0]?.use).toBe('other')
    expect(unlistedPlaces(stopsAt(near.slice(0, 4), [FULL, EMPTY]), [0, 1, 2, 3], rule)).toEqual([])
  })
})
