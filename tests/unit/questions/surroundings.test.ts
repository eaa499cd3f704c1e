import { expect, it } from 'vitest'
import { formatDay } from '@/domain/calendar'
import { pointMonthOf, pointSeries } from '@/domain/dustfall/point-series'
import { distanceMetres } from '@/domain/geodesy/distance'
import { findingsOf } from '@/domain/rules/findings'
import { STATUS } from '@/domain/rules/status'
import { evaluateRules } from '@/questions/evaluated-package'
import { isPlaced } from '@/questions/points/nearest-point'
import { pointSurroundings } from '@/questions/points/point-surroundings'
import { sourceHistory } from '@/questions/source/source-history'
import { sourceRecord } from '@/questions/source/source-record'
import { openFromDisk } from '../package-from-disk'

const opened = (await openFromDisk('')).value!
const evaluated = evaluateRules(opened, '2022-10-31')
const points = opened.pack.dustfallPoints

it('counts failing sources within a distance of each point, worst first, the same as one by one', () => {
  const codes = points.map(({ code }) => code)
  const found = pointSurroundings(evaluated, codes, 3000, 5)
  expect(found.map(({ point }) => point)).toEqual(codes)
  for (const { point, overdue, failing, worst } of found) {
    const { lon, lat } = points.find(({ code }) => code === point)!
    const near = Array.from(evaluated.status.keys()).filter(
      (source) =>
        evaluated.status[source]! >= STATUS.failing &&
        distanceMetres([lon, lat], [opened.lons[source]!, opened.lats[source]!]) <= 3000,
    )
    expect([overdue, failing]).toEqual(
      [STATUS.overdue, STATUS.failing].map((status) => near.filter((each) => evaluated.status[each] === status).length),
    )
    const byRank = near.sort((a, b) => evaluated.rank[a]! - evaluated.rank[b]!)
    expect(worst.map(({ source }) => source)).toEqual(byRank.slice(0, 5))
  }
  expect(found.some(({ overdue }) => overdue > 0)).toBe(true)
})

it('is empty for a point without a position or not in the package', () => {
  const first = points.find(isPlaced)!
  const lost = {
    ...evaluated,
    opened: { ...opened, pack: { ...opened.pack, dustfallPoints: [{ ...first, lon: Number.NaN }] } },
  }
  expect(pointSurroundings(lost, [first.code, 'none'], 3000, 5)).toEqual([
    { point: first.code, placed: false, overdue: 0, failing: 0, worst: [] },
  ])
})

it('returns every requirement that applies to a source once: broken, met or only a hint', () => {
  const { rules } = opened.pack
  for (let source = 0; source < opened.inventory.sources.length; source += 7) {
    const { kind, findings, kept, hints } = sourceRecord(evaluated, source)
    const all = [...findings, ...hints].map(({ rule }) => rule).concat(kept)
    expect(new Set(all).size).toBe(all.length)
    for (const rule of all) expect(rules[rule]!.kind).toBe(kind)
    expect(findings).toEqual(findingsOf(evaluated.findings, source))
  }
  const records = Array.from({ length: 40 }, (_, source) => sourceRecord(evaluated, source))
  // The package's rules for sites without a scope apply to every site.
  const unscoped = rules.flatMap(({ kind, scope, advisory, from }, number) =>
    kind === records[0]!.kind && scope.length === 0 && !advisory && from <= '2022-10-31' ? [number] : [],
  )
  expect(unscoped.length).toBeGreaterThan(0)
  for (const { kind, findings, kept } of records)
    if (kind === records[0]!.kind)
      expect([...findings.map(({ rule }) => rule), ...kept]).toEqual(expect.arrayContaining(unscoped))
})

it('lists the surveys of a road, newest first, with their line in the file', () => {
  const roads = opened.inventory.kinds.find(({ schema }) => schema.surveys)!
  const surveys = sourceHistory(opened, roads.first)
  expect(surveys.length).toBeGreaterThan(1)
  expect(surveys.map(({ day }) => day)).toEqual(surveys.map(({ day }) => day).sort((a, b) => b - a))
  expect(new Set(surveys.map(({ line }) => line)).size).toBe(surveys.length)
  expect(formatDay(surveys[0]!.day)).toMatch(/^202\d-/)
  const site = opened.inventory.kinds.find(({ schema }) => !schema.surveys)!
  expect(sourceHistory(opened, site.first)).toEqual([])
})

it('returns a point’s month as in the ranking, with a gap if it does not count', () => {
  const { reports } = opened
  const last = reports.at(-1)!
  const [county] = last.rows.filter(({ figure }) => figure.points.length > 0)
  const point = county!.figure.points.find(({ counted }) => counted)!
  const series = pointSeries(reports, point.point, last.month, 13)
  expect(series).toHaveLength(13)
  expect([series[0]!.month, series[12]!.month]).toEqual([reports.at(-13)!.month, last.month])
  expect(series[12]!.value).toBeCloseTo(Number((point as { value: string }).value), 1)
  expect(pointMonthOf(reports, point.point, last.month)).toEqual(point)
  // A month before the first one of the package.
  expect(pointSeries(reports, point.point, reports[0]!.month, 2)[0]!.value).toBeNull()
  expect(pointSeries(reports, 'none', last.month, 1)).toEqual([{ month: last.month, value: null }])
})
