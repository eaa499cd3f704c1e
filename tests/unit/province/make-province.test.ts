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
import { type CityOrder, judgeCity } from '../../../scripts/province/judge-city'
import { IN_THIS_THREAD } from '../../../scripts/province/judges'
import { writeMadeUpProvince } from '../../../scripts/province/made-up'
import { makeProvince } from '../../../scripts/province/make-province'

const folder = mkdtempSync(join(tmpdir(), 'chentu-province-'))
const TODAY = '2022-11-02'
const WORLD = { west: 0, north: 0, east: 1, south: 1 }
const ALL = { groups: null, standings: null }
let index: ProvinceIndex

/** The folder as the page reads it. */
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
  // A package that can't be opened.
  writeFileSync(join(folder, 'city-002', 'datapackage.json'), '{"name": "x"}')
  index = await makeProvince(folder, IN_THIS_THREAD, TODAY)
})
afterAll(() => rmSync(folder, { recursive: true }))

it('opens its own output, and reports which cities are missing, refused or outdated', async () => {
  const { value, problems } = await openProvince(files)
  expect(problems).toEqual([])
  expect(value!.index).toEqual(index)
  expect(index.cities.map(({ state }) => state)).toEqual(['ready', 'refused', 'ready', 'ready', 'missing'])
  expect(index.cities[3]!.package!.months.at(-1)).toBe('2022-08')
  expect(index.cities[0]!.package!).toMatchObject({ name: 'sample-001', version: '1.0.0', dataClass: 'illustrative' })
  const { value: month } = await openMonth(files, '2022-10', index)
  expect(new Set(month!.counties.county.map((place) => index.counties[place]!.city))).toEqual(new Set([0, 2]))
  expect(month!.limits).toEqual([7, 9])
})

it('has for every county the figure and limit of its own city', async () => {
  const { value: month } = await openMonth(files, '2022-10', index)
  const { county, value, limit, cityRank } = month!.counties
  for (const [i, place] of county.entries()) {
    const { city, code } = index.counties[place]!
    const { value: opened } = await openSources(filesIn(join(folder, index.cities[city]!.path)), 'datapackage.json')
    const row = opened!.reports.find((report) => report.month === '2022-10')!.rows.find((each) => each.county === code)!
    expect([value[i], limit[i], cityRank[i]]).toEqual([row.figure.value, row.dustfallLimit, row.rank])
  }
})

it('counts in the cells of every level the same as the cities’ rules', async () => {
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

it('filters by group, and all groups together are everything', async () => {
  const sources = new ProvinceSources(files, index)
  const each = await Promise.all(
    index.groups.map((_, group) => sources.seen(WORLD, 6, { groups: [group], standings: null })),
  )
  expect(each.reduce((sum, { total }) => sum + total, 0)).toBe(index.sources)
  expect(each.filter(({ total }) => total > 0).length).toBeGreaterThan(1)
})

it('reads only a window, and the source at a position', async () => {
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

/** A city in its own folder, and whether it is evaluated again: the stored result is replaced by a marker. */
function orderOf(name: string): { readonly order: CityOrder; readonly isAnew: () => Promise<boolean> } {
  const copy = join(folder, name)
  cpSync(join(folder, 'city-001'), copy, { recursive: true })
  const order = { folder: copy, rows: join(folder, '.province', `${name}.parquet`), today: TODAY, code: 'a' }
  const isAnew = async () => {
    writeFileSync(order.rows, 'kept')
    await judgeCity(order)
    return readFileSync(order.rows, 'utf8') !== 'kept'
  }
  return { order, isAnew }
}

it('keeps the result for the same files, day and code', async () => {
  const { order, isAnew } = orderOf('same')
  const first = await judgeCity(order)
  expect(await isAnew()).toBe(false)
  expect(await judgeCity(order)).toEqual(first)
  expect(first.package!.fingerprint).toBe(index.cities[0]!.package!.fingerprint)
})

it('evaluates again after a change of code or files, or if the stored result is unreadable', async () => {
  const { order, isAnew } = orderOf('changed')
  const first = await judgeCity(order)
  await judgeCity({ ...order, code: 'b' })
  expect(await isAnew()).toBe(true)
  writeFileSync(join(order.folder, 'note.txt'), 'new')
  expect(await isAnew()).toBe(true)
  writeFileSync(`${order.rows}.judged`, 'damaged')
  expect(await isAnew()).toBe(true)
  expect((await judgeCity(order)).package!.fingerprint).not.toBe(first.package!.fingerprint)
})

it('evaluates a package that follows the calendar again each day, and one with a fixed day not', async () => {
  const { order } = orderOf('days')
  const fixed = await judgeCity(order)
  expect((await judgeCity({ ...order, today: '2022-11-03' })).package!.asOf).toBe(fixed.package!.asOf)
  const descriptor = JSON.parse(readFileSync(join(order.folder, 'datapackage.json'), 'utf8'))
  descriptor.chentu.asOf = 'today'
  writeFileSync(join(order.folder, 'datapackage.json'), JSON.stringify(descriptor))
  for (const today of ['2022-11-03', '2022-11-04'])
    expect((await judgeCity({ ...order, today })).package!.asOf).toBe(today)
})

it('marks all files of one run, and refuses pieces of another', async () => {
  expect(index.made).not.toBe('')
  const { value: month } = await openMonth(files, '2022-10', index)
  expect(month!.made).toBe(index.made)
  const other = { ...index, made: 'other' }
  expect(await openMonth(files, '2022-10', other)).toMatchObject({ value: null, problems: [{ code: 'file-changed' }] })
  await expect(new ProvinceSources(files, other).seen(WORLD, 6, ALL)).rejects.toMatchObject({
    problem: { code: 'file-changed' },
  })
})

it('refuses a province.json with a path outside its folder', async () => {
  const bad = mkdtempSync(join(tmpdir(), 'chentu-province-'))
  const cities = [{ path: '../elsewhere', name: { zh: '某市', en: 'Some' } }]
  writeFileSync(join(bad, 'province.json'), JSON.stringify({ name: { zh: '省', en: 'P' }, cities }))
  await expect(makeProvince(bad, IN_THIS_THREAD, TODAY)).rejects.toThrow(/cities\.0\.path/)
  rmSync(bad, { recursive: true })
})
