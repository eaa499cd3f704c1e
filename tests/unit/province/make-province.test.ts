import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { mercator } from '@/domain/geodesy/mercator'
import { STATUS } from '@/domain/rules/status'
import type { RangedFiles } from '@/io/package/package-files'
import { blobFile } from '@/io/package/ranged-file'
import { openMonth, openProvince } from '@/io/province/open-province'
import type { ProvinceIndex } from '@/io/province/province-file'
import { ProvinceSources } from '@/io/province/province-sources'
import { evaluateRules } from '@/questions/evaluated-package'
import { openSources } from '@/questions/opened-package'
import { filesIn } from '../../../scripts/folder-files'
import { type JudgedCity, judgeCity } from '../../../scripts/province/judge-city'
import { writeMadeUpProvince } from '../../../scripts/province/made-up'
import { makeProvince } from '../../../scripts/province/make-province'

const folder = mkdtempSync(join(tmpdir(), 'chentu-province-'))
const TODAY = '2022-11-02'
const WORLD = { west: 0, north: 0, east: 1, south: 1 }
const ALL = { groups: null, standings: null }
let index: ProvinceIndex
const judged: JudgedCity[] = []

/** The folder as the page has it. */
const files: RangedFiles = {
  ...filesIn(folder),
  async ranged(path) {
    const got = await filesIn(folder).read(path)
    return 'blob' in got ? { file: blobFile(got.blob) } : got
  },
  holds: () => true,
}

beforeAll(async () => {
  writeMadeUpProvince(folder, { cities: 5, counties: 4, months: 3, sources: 300, seed: 3 })
  // A package that can't be shown.
  writeFileSync(join(folder, 'city-002', 'datapackage.json'), '{"name": "x"}')
  index = await makeProvince(
    folder,
    async (order) => {
      const city = await judgeCity(order)
      judged.push(city)
      return city
    },
    TODAY,
  )
})
afterAll(() => rmSync(folder, { recursive: true }))

it('opens what it wrote, and says which cities are missing, refused or behind', async () => {
  const { value, problems } = await openProvince(files)
  expect(problems).toEqual([])
  expect(value!.index).toEqual(index)
  expect(index.cities.map(({ state }) => state)).toEqual(['ready', 'refused', 'ready', 'ready', 'missing'])
  expect(index.cities[3]!.package!.months.at(-1)).toBe('2022-08')
  expect(index.cities[0]!.package!).toMatchObject({ name: 'sample-001', version: '1.0.0', dataClass: 'illustrative' })
  const { value: month } = await openMonth(files, '2022-10', index.counties.length)
  expect(new Set(month!.counties.county.map((place) => index.counties[place]!.city))).toEqual(new Set([0, 2]))
  expect(month!.limits).toEqual([7, 9])
})

it('has for every county the figure and the limit that its own city has', async () => {
  const { value: month } = await openMonth(files, '2022-10', index.counties.length)
  const { county, value, limit, cityRank } = month!.counties
  for (const [i, place] of county.entries()) {
    const { city, code } = index.counties[place]!
    const { value: opened } = await openSources(filesIn(join(folder, index.cities[city]!.path)), 'datapackage.json')
    const row = opened!.reports.find((report) => report.month === '2022-10')!.rows.find((each) => each.county === code)!
    expect([value[i], limit[i], cityRank[i]]).toEqual([row.figure.value, row.dustfallLimit, row.rank])
  }
})

it('counts in the cells of every level what the rules of the cities say', async () => {
  const counted = [0, 0, 0, 0, 0]
  for (const { path, state } of index.cities)
    if (state === 'ready') {
      const { value: opened } = await openSources(filesIn(join(folder, path)), 'datapackage.json')
      for (const standing of evaluateRules(opened!, '2022-10-31').status) counted[standing]!++
    }
  expect(
    index.cities.reduce((sum, { standings }) => sum.map((all, i) => all + standings[i]!), [0, 0, 0, 0, 0]),
  ).toEqual(counted)
  const sources = new ProvinceSources(files, index)
  for (const zoom of [0, 5, 11]) {
    const seen = await sources.seen(WORLD, zoom, ALL)
    expect(seen.total).toBe(index.sources)
    const overdue = await sources.seen(WORLD, zoom, { groups: null, standings: [STATUS.overdue] })
    expect(overdue.total).toBe(counted[STATUS.overdue])
    expect([...overdue.dots!.status].every((standing) => standing === STATUS.overdue)).toBe(true)
  }
})

it('narrows by group, and the groups together are all', async () => {
  const sources = new ProvinceSources(files, index)
  const each = await Promise.all(
    index.groups.map((_, group) => sources.seen(WORLD, 6, { groups: [group], standings: null })),
  )
  expect(each.reduce((sum, { total }) => sum + total, 0)).toBe(index.sources)
  expect(each.filter(({ total }) => total > 0).length).toBeGreaterThan(1)
})

it('reads a window alone, and the source at a place', async () => {
  const sources = new ProvinceSources(files, index)
  const { bounds } = index.cities[0]!
  const [west, north] = mercator(bounds![0], bounds![3])
  const [east, south] = mercator(bounds![2], bounds![1])
  const { dots, total } = await sources.seen({ west, north, east, south }, 9, ALL)
  expect(total).toBeGreaterThanOrEqual(300)
  expect(total).toBeLessThan(index.sources)
  const [lon, lat] = [dots!.positions[0]!, dots!.positions[1]!]
  const found = await sources.near(lon, lat, 1e-7, ALL)
  expect(found!.standing).toBe(dots!.status[0])
  expect(found!.code).not.toBe('')
  expect(await sources.near(0, 0, 1e-7, ALL)).toBeNull()
})

it('judges a city that has not changed to the same rows, and one that has anew', async () => {
  const rows = join(folder, '.province', 'city-001.parquet')
  const before = readFileSync(rows)
  const copy = join(folder, 'copy')
  cpSync(join(folder, 'city-001'), copy, { recursive: true })
  const again = await judgeCity({ folder: copy, rows, today: TODAY })
  expect(again.package!.fingerprint).toBe(index.cities[0]!.package!.fingerprint)
  expect(readFileSync(rows).equals(before)).toBe(true)
  writeFileSync(join(copy, 'note.txt'), 'new')
  const changed = await judgeCity({ folder: copy, rows, today: TODAY })
  expect(changed.package!.fingerprint).not.toBe(again.package!.fingerprint)
})

it('refuses a province.json that names a place outside its folder', async () => {
  const bad = mkdtempSync(join(tmpdir(), 'chentu-province-'))
  const cities = [{ path: '../elsewhere', name: { zh: '某市', en: 'Some' } }]
  writeFileSync(join(bad, 'province.json'), JSON.stringify({ name: { zh: '省', en: 'P' }, cities }))
  await expect(makeProvince(bad, judgeCity, TODAY)).rejects.toThrow(/cities\.0\.path/)
  rmSync(bad, { recursive: true })
})
