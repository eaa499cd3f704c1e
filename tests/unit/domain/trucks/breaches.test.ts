import { describe, expect, it } from 'vitest'
import { BREACHES } from '@/domain/trucks/breach-kinds'
import { findBreaches } from '@/domain/trucks/breaches'
import { cutTracks } from '@/domain/trucks/cut-tracks'
import { EMPTY, FULL, HALF, NO_FIGURE, STATE, UNKNOWN } from '@/domain/trucks/positions'
import { type Ban, type PlaceRole, ROLES, type TruckSettings } from '@/domain/trucks/settings'
import { NO_PLACES, placeFinder } from '@/domain/trucks/truck-places'
import type { RawRow } from '../../../../scripts/data/trucks/made-truck'
import { rawPositions } from '../../../../scripts/data/trucks/raw-positions'
import { away, HOME, journey, MORNING, row, SETTINGS } from '../../trucks/tracks'

const { speed, open, lift, unwashed, ...others } = SETTINGS
/** Nothing is judged but what a test adds. */
const NOTHING: TruckSettings = { ...others, moving: { ...others.moving, kmh: 5, silentSeconds: 300 } }
const SPEED = { speed: { ...speed!, kmh: 60, leastSeconds: 60 } }
const OPEN = { open: { ...open!, leastSeconds: 60 } }
const LIFT = { lift: { ...lift!, leastSeconds: 60, at: ['tip', 'site'] as const } }

const NO_FIGURE_KMH = NO_FIGURE / 10
const nowhere = placeFinder(NO_PLACES)
const place = (role: PlaceRole, metres = 200) =>
  placeFinder({
    role: Uint8Array.of(ROLES.indexOf(role)),
    lon: Float64Array.of(HOME[0]),
    lat: Float64Array.of(HOME[1]),
    metres: Float32Array.of(metres),
    source: Int32Array.of(0),
  })

type Ground = Partial<Parameters<typeof findBreaches>[3]>
function breaches(
  trucks: Readonly<Record<string, readonly RawRow[]>>,
  settings: Partial<TruckSettings>,
  { places = nowhere, bans = [] }: Ground = {},
) {
  const positions = rawPositions(Object.entries(trucks).map(([plate, rows]) => ({ plate, rows })))
  const all = { ...NOTHING, ...settings }
  return findBreaches(positions, cutTracks(positions, all), all, { places, bans })
}
/** One position every half minute, 300 m apart. */
const driven = (...each: readonly Partial<RawRow>[]) =>
  each.map((more, i) => row(MORNING + 30 * i, away(HOME, 300 * i), { kmh: 36, ...more }))
/** The begin and end of each breach, in seconds after the morning. */
const spans = (rows: readonly RawRow[], settings: Partial<TruckSettings>, ground?: Ground) => {
  const { from, until } = breaches({ A: rows }, settings, ground)
  return Array.from(from, (begin, i) => [begin - MORNING, until[i]! - MORNING])
}
const is = (rows: readonly RawRow[], settings: Partial<TruckSettings>, ground?: Ground) =>
  spans(rows, settings, ground).length > 0
const thrice = (more: Partial<RawRow>) => driven(more, more, more)

describe('speeding', () => {
  const at = (...kmh: readonly number[]) => driven(...kmh.map((of) => ({ kmh: of })))

  it('is above the limit, for the least time', () => {
    expect(spans(at(50, 61, 61, 61, 50), SPEED)).toEqual([[30, 90]])
    expect([is(at(60.1, 60.1, 60.1), SPEED), is(at(60, 60, 60), SPEED)]).toEqual([true, false])
    expect([is(at(61, 61, 50), SPEED), is(at(61, 50, 50), SPEED)]).toEqual([true, false])
  })

  it('has the highest speed as its figure, in km/h', () => {
    const { figure } = breaches({ A: at(90, 61, 65.5, 62, 50, 62, 61, 70.5) }, SPEED)
    expect([...figure]).toEqual([90, 70.5])
  })

  it('is not assumed of an unknown speed, nor without a limit', () => {
    expect(is(at(NO_FIGURE_KMH, NO_FIGURE_KMH, NO_FIGURE_KMH), SPEED)).toBe(false)
    expect(spans(at(61, 61, 61, NO_FIGURE_KMH), SPEED)).toEqual([[0, 60]])
    expect(is(at(90, 90, 90), {})).toBe(false)
  })

  it('does not go on over a long gap without a position', () => {
    const gap = (seconds: number) => at(61, 61, 61).map((each, i) => ({ ...each, second: MORNING + seconds * i }))
    expect([spans(gap(300), SPEED), spans(gap(301), SPEED)]).toEqual([[[0, 600]], []])
  })
})

describe('driving with an open body', () => {
  const isOpen = (more: Partial<RawRow>) => is(thrice({ state: STATE.open, load: FULL, ...more }), OPEN)

  it('is a full truck that moves, with a body that is said to be open', () => {
    expect(isOpen({})).toBe(true)
    expect([isOpen({ state: STATE.closed }), isOpen({ state: 0 }), isOpen({ state: STATE.lifted })]).toEqual([
      false,
      false,
      false,
    ])
    expect(isOpen({ state: STATE.open | STATE.lowered })).toBe(true)
    expect([HALF, EMPTY, UNKNOWN].map((load) => isOpen({ load }))).toEqual([false, false, false])
    expect([5, 4.9, 0, NO_FIGURE_KMH].map((kmh) => isOpen({ kmh }))).toEqual([true, false, false, false])
  })

  it('lasts for the least time, and is not judged without one', () => {
    const openFor = (...which: readonly boolean[]) =>
      driven(...which.map((so) => ({ state: so ? STATE.open : STATE.closed, load: FULL })))
    expect(spans(openFor(false, true, true, false), OPEN)).toEqual([[30, 60]])
    expect(is(openFor(false, true, false, false), OPEN)).toBe(false)
    expect(is(openFor(true, true, true), {})).toBe(false)
  })
})

describe('lifting the body', () => {
  const standing = (state: number) => [0, 30, 60].map((after) => row(MORNING + after, HOME, { state }))

  it('is a breach anywhere but at the places that are for it', () => {
    const lifted = standing(STATE.closed | STATE.lifted)
    expect(spans(lifted, LIFT)).toEqual([[0, 60]])
    const at = (role: PlaceRole, metres?: number) => is(lifted, LIFT, { places: place(role, metres) })
    expect([at('tip'), at('site'), at('depot'), at('wash'), at('fuel')]).toEqual([false, false, true, true, true])
    const beside = lifted.map((each) => ({ ...each, lon: away(HOME, 201)[0] }))
    expect(is(beside, LIFT, { places: place('tip') })).toBe(true)
  })

  it('is what the terminal reports, for the least time', () => {
    expect([STATE.lowered, 0, STATE.open].map((state) => is(standing(state), LIFT))).toEqual([false, false, false])
    expect(is(standing(STATE.lifted).slice(1), LIFT)).toBe(false)
    expect(is(standing(STATE.lifted), {})).toBe(false)
  })
})

describe('driving on a closed road', () => {
  const ban: Ban = {
    ...SETTINGS.bans[0]!,
    id: 'peak',
    from: '2022-10-30',
    hours: [
      ['07:00', '09:00'],
      ['17:00', '19:00'],
    ],
    along: { kind: 'road', scope: [], metres: 40 },
    loadedOnly: false,
    leastSeconds: 60,
  }
  const line = Float64Array.from([...away(HOME, 1000, 270), ...away(HOME, 9000)])
  const banned = (rows: readonly RawRow[], more: Partial<Ban> = {}) =>
    is(rows, {}, { bans: [{ ban: { ...ban, ...more }, lines: [line] }] })
  const later = (hours: number) => thrice({}).map((each) => ({ ...each, second: each.second + hours * 3600 }))

  it('is within the metres of its line, while moving', () => {
    const aside = (metres: number) => thrice({}).map((each) => ({ ...each, lat: away(HOME, metres, 0)[1] }))
    expect([banned(aside(0)), banned(aside(39)), banned(aside(41))]).toEqual([true, true, false])
    expect([5, 4.9, NO_FIGURE_KMH].map((kmh) => banned(thrice({ kmh })))).toEqual([true, false, false])
    expect(banned(thrice({}).slice(1))).toBe(false)
  })

  it('is in any of its hours, on the days on which it is in force', () => {
    expect([-1, 0, 1, 9, 10, 11].map((hours) => banned(later(hours)))).toEqual([true, true, false, true, true, false])
    const until = '2022-10-31'
    expect([-48, -24, 0, 24].map((hours) => banned(later(hours), { until }))).toEqual([false, true, true, false])
    expect(banned(later(24))).toBe(true)
    // 07:00 in Asia/Shanghai is the day before in UTC.
    expect([banned(later(-24 - 1)), banned(later(24 - 1), { until })]).toEqual([true, false])
  })

  it('may be one for trucks with a load alone', () => {
    const loads = (loadedOnly: boolean) =>
      [EMPTY, HALF, FULL, UNKNOWN].map((load) => banned(thrice({ load }), { loadedOnly }))
    expect(loads(true)).toEqual([false, true, true, false])
    expect(loads(false)).toEqual([true, true, true, true])
  })

  it('is one of each ban that is breached, under its name', () => {
    const bans = ['one', 'other', 'elsewhere'].map((id) => ({
      ban: { ...ban, id },
      lines: id === 'elsewhere' ? [] : [line],
    }))
    expect(breaches({ A: thrice({}) }, {}, { bans }).of).toEqual(['one', 'other'])
  })
})

describe('breaches', () => {
  it('are in order of truck and time, and of one begin in the order of their kinds', () => {
    const all = { kmh: 70, state: STATE.open | STATE.lifted, load: FULL }
    const rows = driven({}, all, all, all, {}, { kmh: 70 }, { kmh: 70 }, { kmh: 70 })
    const found = breaches({ A: driven({}), B: rows, C: thrice({ kmh: 75 }) }, { ...LIFT, ...OPEN, ...SPEED })
    expect(found.trucks).toEqual(['A', 'B', 'C'])
    expect(
      Array.from(found.kind, (kind, i) => [
        ...[found.trucks[found.truck[i]!], BREACHES[kind], found.from[i]! - MORNING, found.until[i]! - MORNING],
        ...[found.figure[i], found.of[i]],
      ]),
    ).toEqual([
      ['B', 'speed', 30, 90, 70, ''],
      ['B', 'open', 30, 90, Number.NaN, ''],
      ['B', 'lift', 30, 90, Number.NaN, ''],
      ['B', 'speed', 150, 210, 70, ''],
      ['C', 'speed', 0, 60, 75, ''],
    ])
    expect(found.lon[3]).toBeCloseTo(away(HOME, 1500)[0], 6)
    expect(found.lat[3]).toBeCloseTo(HOME[1], 4)
  })

  it('of a trip that left unwashed have its begin alone, if this is judged', () => {
    const washes = placeFinder({
      role: Uint8Array.of(ROLES.indexOf('site'), ROLES.indexOf('wash')),
      lon: Float64Array.of(HOME[0], HOME[0]),
      lat: Float64Array.of(HOME[1], away(HOME, 400, 0)[1]),
      metres: Float32Array.of(200, 60),
      source: Int32Array.of(0, 1),
    })
    const rows = journey(
      [
        { at: HOME, seconds: 600, more: { load: FULL } },
        { at: away(HOME, 9000), seconds: 600, more: { load: FULL } },
      ],
      { load: FULL },
    )
    expect(spans(rows, { unwashed: unwashed! }, { places: washes })).toEqual([[600, 600]])
    expect(breaches({ A: rows }, { unwashed: unwashed! }, { places: washes }).kind[0]).toBe(
      BREACHES.indexOf('unwashed'),
    )
    expect(spans(rows, {}, { places: washes })).toEqual([])
  })
})
