import 'fake-indexeddb/auto'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import Dexie from 'dexie'
import { afterAll, afterEach, beforeAll, beforeEach, expect, it, vi } from 'vitest'
import { openMonth } from '@/io/province/open-province'
import { INDEX_FILE, type ProvinceIndex } from '@/io/province/province-file'
import { ProvinceFolder } from '@/io/province/province-folder'
import { ProvinceSources } from '@/io/province/province-sources'
import { ChentuDatabase } from '@/io/versions/database'
import { VersionStore } from '@/io/versions/version-store'
import { IN_THIS_THREAD } from '../../../scripts/province/judges'
import { writeMadeUpProvince } from '../../../scripts/province/made-up'
import { makeProvince } from '../../../scripts/province/make-province'

const folder = mkdtempSync(join(tmpdir(), 'chentu-province-'))
const HOME = 'https://office.example'
const NOW = Date.parse('2022-11-03T01:00:00Z')
const ALL = { groups: null, standings: null }
let index: ProvinceIndex
let database: ChentuDatabase
/** Files that the server lacks; null if there is no network at all. */
let without: readonly string[] | null
/** Changes a file on its way. */
let edit: (path: string, bytes: Buffer) => Buffer

beforeAll(async () => {
  writeMadeUpProvince(folder, { cities: 2, counties: 2, months: 2, sources: 100, seed: 3 })
  index = await makeProvince(folder, IN_THIS_THREAD, '2022-11-02')
})
afterAll(() => rmSync(folder, { recursive: true }))
beforeEach(() => {
  without = []
  edit = (_, bytes) => bytes
  vi.stubGlobal('location', { origin: HOME })
  vi.stubGlobal('self', { location: { origin: HOME } })
  vi.stubGlobal('fetch', async (url: URL) => {
    if (without === null) throw new TypeError('no network')
    const path = new URL(url).pathname.replace('/p/', '')
    if (without.includes(path)) return new Response(null, { status: 404 })
    return new Response(new Uint8Array(edit(path, readFileSync(join(folder, path)))))
  })
  database = new ChentuDatabase()
})
afterEach(async () => {
  database.close()
  await Dexie.delete('chentu')
})

const open = () => new ProvinceFolder(new VersionStore(database), new URL(`${HOME}/p/province.json`))

it('stores rankings, outlines and cells for starts without a network, with their time', async () => {
  const { value } = await open().open()
  expect(await open().keep(value!.index, NOW)).toBe(true)
  without = null
  const { value: kept, problems } = await open().open()
  expect(problems[0]).toMatchObject({ code: 'kept-copy', seen: '2022-11-03T01:00:00.000Z' })
  expect(kept!.index).toEqual(value!.index)
  expect(kept!.outlines).toEqual(value!.outlines)
  for (const month of index.months) expect((await openMonth(kept!.files(), month, index)).problems).toEqual([])
  const sources = new ProvinceSources(kept!.files(), index)
  const seen = await sources.seen({ west: 0, north: 0, east: 1, south: 1 }, 5, ALL)
  expect(seen).toMatchObject({ total: index.sources, dots: null, problem: { code: 'file-unreachable' } })
  expect([...seen.cells!.counts].reduce((sum, count) => sum + count, 0)).toBe(index.sources)
})

it('keeps what was fetched if it can’t be read again, rather than the stored copy, which may be older', async () => {
  const { value } = await open().open()
  await open().keep(value!.index, NOW)
  without = [INDEX_FILE]
  const again = await open().open(value)
  expect(again.value).toBe(value)
  expect(again.problems.map(({ code }) => code)).toEqual(['file-unreachable'])
  without = []
  expect((await open().open(value)).value).not.toBe(value)
})

it('stores nothing of a run if a file is missing or belongs to another run', async () => {
  const month = 'province/months/2022-10.json'
  without = [month]
  expect(await open().keep(index, NOW)).toBe(false)
  without = []
  edit = (path, bytes) => (path === month ? Buffer.from(bytes.toString().replace(index.made, 'other')) : bytes)
  expect(await open().keep(index, NOW)).toBe(false)
  expect(await new VersionStore(database).delivered(`${HOME}/p/province.json`)).toBeNull()
})

/** The same file as if from another run: each file contains the digest of its run. */
const asOfAnother = (file: string) => (path: string, bytes: Buffer) =>
  path === file ? Buffer.from(bytes.toString('latin1').replaceAll(index.made, 'f'.repeat(16)), 'latin1') : bytes

it('shows no outlines of another run, because they would be coloured by figures of other counties', async () => {
  edit = asOfAnother('province/outlines.geojson')
  const { value, problems } = await open().open()
  expect(value!.outlines.features).toEqual([])
  expect(problems).toEqual([{ code: 'file-changed', file: 'province/outlines.geojson' }])
  expect(await open().keep(index, NOW)).toBe(false)
})

it('stores no cells of another run, and no unreadable ones', async () => {
  const cells = `province/sources/cells-${index.levels.at(-1)}.parquet`
  edit = asOfAnother(cells)
  expect(await open().keep(index, NOW)).toBe(false)
  edit = (path, bytes) => (path === cells ? bytes.subarray(0, 100) : bytes)
  expect(await open().keep(index, NOW)).toBe(false)
})

it('opens once the network is back, and loads a missing month when it is requested again', async () => {
  without = null
  expect(await open().open()).toMatchObject({ value: null, problems: [{ code: 'server-unreachable' }] })
  without = ['province/months/2022-10.json']
  const { value } = await open().open()
  expect((await openMonth(value!.files(), '2022-10', index)).value).toBeNull()
  without = []
  expect((await openMonth(value!.files(), '2022-10', index)).value).not.toBeNull()
})
