import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { fromWgs84 } from '@/domain/geodesy/datum-shift'
import { destination } from '@/domain/geodesy/distance'
import type { Position } from '@/domain/geodesy/position'
import {
  DATUM_CANDIDATES,
  type DatumCandidate,
  type DatumEvidence,
  datumEvidence,
  type EvidenceBase,
  type EvidenceRow,
  findDatum,
  statedDatum,
} from '@/domain/intake/recognise/datum'

const HERE: Position = [108.7089, 34.3296]
const SILENT: EvidenceBase = { known: () => null, countyAt: () => null, lineMetres: () => null }
const row = (position: Position, more: Partial<EvidenceRow> = {}): EvidenceRow => ({
  row: 2,
  position,
  name: '甲',
  code: 'A1',
  county: null,
  ...more,
})

describe('evidence for a datum', () => {
  const by = (rows: readonly EvidenceRow[], base: Partial<EvidenceBase>) =>
    Object.fromEntries(datumEvidence(rows, { ...SILENT, ...base }).map(({ datum, ...rest }) => [datum, rest]))

  it('is counted for each of three possible datums of degrees, and WGS-84 moves nothing', () => {
    const found = datumEvidence([row(HERE)], SILENT)
    expect(found.map(({ datum }) => datum)).toEqual(['wgs84', 'gcj02', 'bd09'])
    expect(found[0]!.shiftMetres).toBe(0)
    // The shift of both datums from WGS-84 in Xianyang.
    expect(found[1]!.shiftMetres).toBeGreaterThan(300)
    expect(found[2]!.shiftMetres).toBeGreaterThan(found[1]!.shiftMetres)
  })

  it('includes the mean shift of the rows, 0 without rows', () => {
    const one = datumEvidence([row(HERE)], SILENT)[1]!.shiftMetres
    expect(datumEvidence([row(HERE), row(HERE), row(HERE)], SILENT)[1]!.shiftMetres).toBeCloseTo(one, 6)
    expect(datumEvidence([], SILENT).map(({ shiftMetres }) => shiftMetres)).toEqual([0, 0, 0])
  })

  it('counts rows within 100 m of their known position, among the rows with one', () => {
    const near = (metres: number) => by([row(HERE)], { known: () => destination(HERE, 90, metres) }).wgs84
    expect(near(99.5)).toMatchObject({ knownHits: 1, knownRows: 1 })
    expect(near(100.5)).toMatchObject({ knownHits: 0, knownRows: 1 })
    const gcj = row(fromWgs84('gcj02', HERE))
    const found = by([gcj, row(HERE, { code: 'unknown' })], { known: ({ code }) => (code === 'A1' ? HERE : null) })
    expect(found.gcj02).toMatchObject({ knownHits: 1, knownRows: 1 })
    expect(found.wgs84).toMatchObject({ knownHits: 0, knownRows: 1 })
  })

  it('counts rows in the county that they state, among the rows that state one', () => {
    const rows = [row(HERE, { county: 'east' }), row(HERE, { county: 'west' }), row(HERE)]
    expect(by(rows, { countyAt: () => 'east' }).wgs84).toMatchObject({ countyHits: 1, countyRows: 2 })
    expect(by(rows, { countyAt: () => null }).wgs84).toMatchObject({ countyHits: 0, countyRows: 2 })
  })

  it('counts rows within 60 m of the line that they are named after, among such rows', () => {
    const rows = [row(HERE, { name: '咸宋路' }), row(HERE)]
    const at = (metres: number) => by(rows, { lineMetres: ({ name }) => (name === '咸宋路' ? metres : null) }).wgs84
    expect(at(60)).toMatchObject({ lineHits: 1, lineRows: 1 })
    expect(at(60.1)).toMatchObject({ lineHits: 0, lineRows: 1 })
    expect(by(rows, {}).wgs84).toMatchObject({ lineHits: 0, lineRows: 0 })
  })
})

describe('the datum decided by the evidence', () => {
  type Counts = Partial<Omit<DatumEvidence, 'datum'>>
  const NOTHING = { knownHits: 0, knownRows: 0, countyHits: 0, countyRows: 0, lineHits: 0, lineRows: 0, shiftMetres: 0 }
  const evidence = (counts: Partial<Record<DatumCandidate, Counts>>, all: Counts = {}) =>
    DATUM_CANDIDATES.map((datum): DatumEvidence => ({ datum, ...NOTHING, ...all, ...counts[datum] }))
  const decided = (...args: Parameters<typeof findDatum>) => {
    const { decided, by } = findDatum(...args)
    return [decided, by]
  }
  const ASKED = [null, 'nothing']

  it('is undecided without evidence, and the evidence is returned', () => {
    const none = evidence({})
    expect(findDatum(none, null)).toEqual({ decided: null, by: 'nothing', evidence: none })
    expect(decided([], null)).toEqual(ASKED)
  })

  it('is that of known sources with three hits, a lead of three, and a majority of the known rows', () => {
    const known = (knownHits: number, next: number, knownRows = knownHits) =>
      decided(evidence({ gcj02: { knownHits }, bd09: { knownHits: next } }, { knownRows }), null)
    expect(known(3, 0)).toEqual(['gcj02', 'known'])
    expect(known(2, 0)).toEqual(ASKED)
    expect(known(5, 2)).toEqual(['gcj02', 'known'])
    expect(known(5, 3)).toEqual(ASKED)
    expect(known(6, 0, 10)).toEqual(['gcj02', 'known'])
    expect(known(5, 0, 10)).toEqual(ASKED)
  })

  it('otherwise that of lines with five hits, a lead of five, and a majority of the named rows', () => {
    const line = (lineHits: number, next: number, lineRows = lineHits) =>
      decided(evidence({ bd09: { lineHits }, wgs84: { lineHits: next } }, { lineRows }), null)
    expect(line(5, 0)).toEqual(['bd09', 'line'])
    expect(line(4, 0)).toEqual(ASKED)
    expect(line(9, 4)).toEqual(['bd09', 'line'])
    expect(line(9, 5)).toEqual(ASKED)
    expect(line(6, 0, 10)).toEqual(['bd09', 'line'])
    expect(line(5, 0, 10)).toEqual(ASKED)
  })

  it('otherwise that of counties with a lead of five and all but one in fifty matching', () => {
    const county = (countyHits: number, next: number, countyRows = countyHits) =>
      decided(evidence({ gcj02: { countyHits }, wgs84: { countyHits: next } }, { countyRows }), null)
    expect(county(100, 95)).toEqual(['gcj02', 'county'])
    expect(county(100, 96)).toEqual(ASKED)
    expect(county(98, 50, 100)).toEqual(['gcj02', 'county'])
    expect(county(97, 50, 100)).toEqual(ASKED)
    expect(county(5, 0)).toEqual(['gcj02', 'county'])
    expect(county(4, 0)).toEqual(ASKED)
  })

  it('prefers known sources to lines, and lines to counties', () => {
    const all = {
      wgs84: { knownHits: 9 },
      gcj02: { lineHits: 9 },
      bd09: { countyHits: 9 },
    }
    const rows = { knownRows: 9, lineRows: 9, countyRows: 9 }
    expect(decided(evidence(all, rows), null)).toEqual(['wgs84', 'known'])
    expect(decided(evidence({ ...all, wgs84: {} }, rows), null)).toEqual(['gcj02', 'line'])
    expect(decided(evidence({ bd09: all.bd09 }, rows), null)).toEqual(['bd09', 'county'])
  })

  it('is the one stated in the file, CGCS2000 as WGS-84, unless known sources clearly disagree', () => {
    expect(decided(evidence({}), 'bd09')).toEqual(['bd09', 'stated'])
    expect(decided(evidence({}), 'cgcs2000')).toEqual(['wgs84', 'stated'])
    const known = (knownHits: number, knownRows: number) => evidence({ gcj02: { knownHits } }, { knownRows })
    expect(decided(known(9, 9), 'gcj02')).toEqual(['gcj02', 'stated'])
    expect(decided(known(9, 9), 'wgs84')).toEqual([null, 'contradicted'])
    // Four of ten is not clear.
    expect(decided(known(4, 10), 'wgs84')).toEqual(['wgs84', 'stated'])
    // Lines and counties do not override the file's statement.
    expect(decided(evidence({ gcj02: { lineHits: 9 } }, { lineRows: 9 }), 'wgs84')).toEqual(['wgs84', 'stated'])
  })

  it('is the right one for known places, whichever datum it is', () => {
    const place = fc.tuple(
      fc.double({ min: 107.6, max: 109.2, noNaN: true }),
      fc.double({ min: 34.1, max: 35.6, noNaN: true }),
    )
    fc.assert(
      fc.property(
        fc.array(place, { minLength: 3, maxLength: 8 }),
        fc.constantFrom(...DATUM_CANDIDATES),
        (places, datum) => {
          const rows = places.map((at, i) => row(fromWgs84(datum, at), { code: String(i) }))
          const found = datumEvidence(rows, { ...SILENT, known: ({ code }) => places[Number(code)]! })
          expect(decided(found, null)).toEqual([datum, 'known'])
        },
      ),
    )
  })
})

describe('the datum named in a text', () => {
  it.each([
    ['经度(GCJ-02)', 'gcj02'],
    ['经度（ＧＣＪ０２）', 'gcj02'],
    ['火星坐标', 'gcj02'],
    ['高德经度', 'gcj02'],
    ['腾讯地图', 'gcj02'],
    ['谷歌中国', 'gcj02'],
    ['AMap', 'gcj02'],
    ['bd-09', 'bd09'],
    ['BD09经度', 'bd09'],
    ['百度坐标', 'bd09'],
    ['CGCS2000', 'cgcs2000'],
    ['cgcs-2000', 'cgcs2000'],
    ['2000国家大地坐标系', 'cgcs2000'],
    ['2000 坐标系', 'cgcs2000'],
    ['国家2000', 'cgcs2000'],
    ['urn:ogc:def:crs:EPSG::4490', 'cgcs2000'],
    ['EPSG:4490', 'cgcs2000'],
    ['epsg 4490', 'cgcs2000'],
    ['WGS84', 'wgs84'],
    ['wgs-84', 'wgs84'],
    ['GPS坐标', 'wgs84'],
    ['EPSG:4326', 'wgs84'],
    ['urn:ogc:def:crs:OGC:1.3:CRS84', 'wgs84'],
    ['经度', null],
    ['2022年台账', null],
    ['', null],
  ])('%s: %s', (text, datum) => expect(statedDatum(text)).toBe(datum))
})
