import { describe, expect, it } from 'vitest'
import type { Datum } from '@/domain/geodesy/datum'
import { fromWgs84, toWgs84 } from '@/domain/geodesy/datum-shift'
import type { Position } from '@/domain/geodesy/position'
import { cleanTracks, shiftedTrucks } from '@/domain/trucks/clean-tracks'
import { PER_DEGREE, type Positions, STATE } from '@/domain/trucks/positions'
import { shiftedTracks, trackDatum } from '@/domain/trucks/track-datum'
import { NO_PLACES, placeFinder } from '@/domain/trucks/truck-places'
import type { RawRow } from '../../../../scripts/data/trucks/made-truck'
import { rawPositions } from '../../../../scripts/data/trucks/raw-positions'
import { away, HOME, journey, MORNING, row, SETTINGS, tracksOf } from '../../trucks/tracks'

const NOWHERE = { places: placeFinder(NO_PLACES), lines: [] }
const clean = (trucks: Readonly<Record<string, readonly RawRow[]>>, fallback?: Datum, isLate?: Uint8Array) =>
  cleanTracks(
    rawPositions(Object.entries(trucks).map(([plate, rows]) => ({ plate, rows }))),
    SETTINGS,
    NOWHERE,
    fallback,
    isLate,
  )
const at = ({ lon, lat }: Positions, of: number): Position => [lon[of]! / PER_DEGREE, lat[of]! / PER_DEGREE]
const near = (one: Position, other: Position) => {
  expect(one[0]).toBeCloseTo(other[0], 5)
  expect(one[1]).toBeCloseTo(other[1], 5)
}
/** Rows half a minute apart; the later ones by their number. */
const standing = (...seconds: readonly number[]) => seconds.map((second) => row(MORNING + second, HOME))
const encrypted = { state: STATE.closed | STATE.encrypted }

describe('positions that are cleaned', () => {
  it('count once each: as doubled, as a jump, or among those that remain, of which some are late', () => {
    const rows = [...standing(0, 30, 60), row(MORNING + 90, away(HOME, 8000)), ...standing(120, 30, 180, 150, 210)]
    const { positions, doubled, late, jumps, rowsOf } = clean({ A: rows })
    expect([positions.second.length, doubled, late, jumps]).toEqual([7, 1, 1, 1])
    expect(rowsOf).toEqual({ doubled: [5], late: [7], jumps: [3] })
  })

  it('may be late in other files, and list a hundred of these', () => {
    const rows = standing(...Array.from({ length: 150 }, (_, i) => 30 * i))
    const { late, rowsOf } = clean({ A: rows }, undefined, new Uint8Array(150).fill(1))
    expect([late, rowsOf.late]).toEqual([150, Array.from({ length: 100 }, (_, i) => i)])
  })

  it('have a datum for each truck, and another for what its terminal encrypted', () => {
    const rows = standing(0, 30, 60)
    const mixed = rows.map((each, i) => (i === 1 ? { ...each, ...encrypted } : each))
    const { datums, encrypted: count } = clean({
      A: rows,
      B: mixed,
      C: rows.map((each) => ({ ...each, ...encrypted })),
    })
    expect(datums.map(({ truck, isEncrypted, rows }) => [truck, isEncrypted, rows])).toEqual([
      ['A', false, 3],
      ['B', false, 2],
      ['B', true, 1],
      ['C', true, 3],
    ])
    expect(count).toBe(4)
    expect(datums.map(({ finding }) => finding.decided)).toEqual([null, null, 'gcj02', 'gcj02'])
  })

  it('are in WGS-84 if nothing tells their datum, unless another is chosen; the encrypted in GCJ-02', () => {
    const rows = standing(0, 30, 60, 90).map((each, i) => (i > 1 ? { ...each, ...encrypted } : each))
    const plain = clean({ A: rows }).positions
    near(at(plain, 0), HOME)
    const chosen = clean({ A: rows.slice(0, 2), B: rows.slice(2) }, 'bd09').positions
    near(at(chosen, 1), toWgs84('bd09', HOME))
    near(at(chosen, 3), toWgs84('gcj02', HOME))
    // What came in is as it was.
    const raw = tracksOf(rows)
    cleanTracks(raw, SETTINGS, NOWHERE, 'bd09')
    near(at(raw, 0), HOME)
  })
})

describe('the datum of some trucks', () => {
  const rows = [row(MORNING, HOME), row(MORNING + 30, HOME, encrypted)]
  const positions = rawPositions([
    { plate: 'A', rows },
    { plate: 'B', rows },
  ])

  it('can be chosen later, but not for what is encrypted', () => {
    const shifted = shiftedTrucks(positions, new Set(['B']), 'gcj02')
    for (const same of [0, 1, 3]) near(at(shifted, same), HOME)
    near(at(shifted, 2), toWgs84('gcj02', HOME))
    near(at(positions, 2), HOME)
  })

  it('changes nothing for other trucks, nor if it is WGS-84', () => {
    expect(shiftedTrucks(positions, new Set(['C']), 'gcj02')).toBe(positions)
    expect(shiftedTrucks(positions, new Set(['A']), 'wgs84')).toBe(positions)
    expect(shiftedTracks(positions, 'wgs84')).toBe(positions)
    expect(shiftedTracks(positions, 'cgcs2000')).toBe(positions)
    near(at(shiftedTracks(positions, 'bd09'), 3), toWgs84('bd09', HOME))
  })
})

describe('the evidence on the datum of tracks', () => {
  const stays = [0, 3000, 6000].map((metres) => away(HOME, metres))
  const places = placeFinder({
    role: new Uint8Array(3),
    lon: Float64Array.from(stays, ([lon]) => lon),
    lat: Float64Array.from(stays, ([, lat]) => lat),
    metres: new Float32Array(3).fill(200),
    source: Int32Array.from(stays.keys()),
  })
  const inGcj = (rows: readonly RawRow[]) =>
    rows.map((each) => {
      const [lon, lat] = fromWgs84('gcj02', [each.lon, each.lat])
      return { ...each, lon, lat }
    })
  const evidence = (rows: readonly RawRow[], ground: Parameters<typeof trackDatum>[2], stated: Datum | null = null) => {
    const finding = trackDatum(tracksOf(rows), SETTINGS, ground, stated)
    return { ...finding, of: Object.fromEntries(finding.evidence.map(({ datum, ...each }) => [datum, each])) }
  }

  it('is in how many stops are at known places, of those that are at one in any datum', () => {
    const rows = inGcj(journey([...stays, away(HOME, 20_000)].map((at) => ({ at, seconds: 600 }))))
    const { decided, by, of } = evidence(rows, { places, lines: [] })
    expect([decided, by]).toEqual(['gcj02', 'known'])
    expect(of.gcj02).toMatchObject({ knownHits: 3, knownRows: 3, lineHits: 0, countyHits: 0, countyRows: 0 })
    expect(of.wgs84).toMatchObject({ knownHits: 0, knownRows: 3, shiftMetres: 0 })
    // The datums differ by half a kilometre here, and BD-09 by a whole one.
    expect(of.gcj02!.shiftMetres).toBeGreaterThan(400)
    expect(of.gcj02!.shiftMetres).toBeLessThan(700)
    expect(of.bd09!.shiftMetres).toBeGreaterThan(of.gcj02!.shiftMetres + 100)
  })

  it('is in how many positions are on known lines, of all', () => {
    const line = Float64Array.from([...HOME, ...away(HOME, 9000)])
    const rows = inGcj(Array.from({ length: 40 }, (_, i) => row(MORNING + 30 * i, away(HOME, 200 * i + 100))))
    const off = inGcj([row(MORNING + 2000, away(HOME, 9000, 180))])
    const { decided, by, of } = evidence([...rows, ...off], { places: NOWHERE.places, lines: [line] })
    expect([decided, by]).toEqual(['gcj02', 'line'])
    expect(of.gcj02).toMatchObject({ lineHits: 40, lineRows: 41, knownRows: 0, shiftMetres: 0 })
  })

  it('is taken from some four hundred positions of a truck with more', () => {
    const rows = (count: number) => Array.from({ length: count }, (_, i) => row(MORNING + 30 * i, away(HOME, i)))
    const looked = (count: number) => evidence(rows(count), NOWHERE).of.wgs84!.lineRows
    expect([looked(1), looked(399), looked(799), looked(800), looked(1200)]).toEqual([1, 399, 799, 400, 400])
  })

  it('is none without stops and lines; then counts what the terminal states', () => {
    expect(evidence([row(MORNING, HOME)], NOWHERE)).toMatchObject({ decided: null, by: 'nothing' })
    expect(evidence([row(MORNING, HOME)], NOWHERE, 'gcj02')).toMatchObject({ decided: 'gcj02', by: 'stated' })
  })
})
