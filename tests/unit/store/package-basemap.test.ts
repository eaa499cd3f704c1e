import 'fake-indexeddb/auto'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import type { Surface } from '@/domain/geodesy/area-index'
import { mercator } from '@/domain/geodesy/mercator'
import { packageTile } from '@/io/basemap/package-archive'
import type { PackageBasemap } from '@/io/package/basemap-setting'
import { usePackageBasemap } from '@/store/device/package-basemap'
import { madeUpTown } from '../../fixtures/made-up-town'
import { tileArchive } from '../../fixtures/tile-archive'

const CENTRE = [108.71, 34.33] as const
const ADDRESS = 'http://package.test/data/datapackage.json'
const SETTING: PackageBasemap = { path: 'basemap.pmtiles', title: null, attribution: 'x', schema: null, datum: 'wgs84' }
const CITY: Surface = {
  type: 'Polygon',
  coordinates: [
    [
      [108.7, 34.3],
      [108.75, 34.3],
      [108.75, 34.35],
      [108.7, 34.35],
      [108.7, 34.3],
    ],
  ],
}
const never = new AbortController().signal
const file = tileArchive({
  town: madeUpTown(CENTRE),
  schema: 'shortbread',
  bounds: [108.4, 34.1, 109, 34.6],
  minZoom: 8,
  maxZoom: 13,
})
const tileAt = (zoom: number, lon: number, lat: number) =>
  mercator(lon, lat).map((part) => Math.floor(part * 2 ** zoom)) as [number, number]

/** The package's folder: whether it answers, the state of its file, and a callback before each answer. */
const folder = { answers: true, tag: '"1"', before: (): void => undefined }

beforeEach(() => {
  Object.assign(folder, { answers: true, tag: '"1"', before: () => undefined })
  vi.stubGlobal(
    'fetch',
    async (_: URL, { headers, signal }: { headers: { range: string }; signal: AbortSignal | null }) => {
      folder.before()
      signal?.throwIfAborted()
      if (!folder.answers) throw new TypeError('network')
      const [from, to] = headers.range.slice(6).split('-').map(Number) as [number, number]
      return new Response(file.slice(from, to + 1), { status: 206, headers: { etag: folder.tag } })
    },
  )
})
afterEach(async () => {
  vi.restoreAllMocks()
  await usePackageBasemap.getState().forget()
  vi.unstubAllGlobals()
})

const state = () => usePackageBasemap.getState()
async function openAndPlan() {
  await state().open(ADDRESS, SETTING, true)
  return (await state().plan(CITY, never))!
}

describe("the package's base map on this device", () => {
  it('is stored with the announced size, and drawn without the folder: only the tiles within the city', async () => {
    const plan = await openAndPlan()
    expect(plan).toMatchObject({ wholeBytes: file.size, cityZoom: 13 })
    await state().keep(plan, 'city', 1)
    expect(state()).toMatchObject({ keeping: null, unkept: null })
    // Directories and metadata are added to the tiles.
    expect(state().archive!.keptBytes - plan.cityBytes).toBeLessThan(5000)

    folder.answers = false
    await state().open(ADDRESS, SETTING, true)
    const archive = state().archive!
    expect(archive).toMatchObject({
      folder: null,
      isKeptOld: false,
      keptFacts: { extent: 'city', at: 1 },
      facts: { schema: 'shortbread' },
    })
    expect(await packageTile(archive, 12, ...tileAt(12, 108.72, 34.32), never)).not.toBe(null)
    expect(await packageTile(archive, 12, ...tileAt(12, 108.95, 34.32), never)).toBe(null)
  })

  it('is also found by a version of the tables that does not name it, unless the folder contradicts', async () => {
    await state().keep(await openAndPlan(), 'whole', 1)
    folder.answers = false
    await state().open(ADDRESS, null, false)
    expect(state().archive?.keptFacts?.extent).toBe('whole')
    await state().open(ADDRESS, null, true)
    expect(state().archive).toBe(null)
    await state().open(ADDRESS, SETTING, true)
  })

  it('is not drawn from storage once the folder has another state, which is reported', async () => {
    await state().keep(await openAndPlan(), 'city', 1)
    folder.tag = '"2"'
    await state().open(ADDRESS, SETTING, true)
    expect(state().archive?.isKeptOld).toBe(true)
  })

  it('stays as it was after a cancel, a silent folder and a full disk, which are distinguished', async () => {
    const plan = await openAndPlan()
    folder.before = () => state().cancel()
    await state().keep(plan, 'whole', 1)
    expect(state()).toMatchObject({ keeping: null, unkept: null, archive: { keptFacts: null } })

    folder.before = () => undefined
    folder.answers = false
    await state().keep(plan, 'city', 2)
    expect(state()).toMatchObject({ keeping: null, unkept: 'fetch', archive: { keptFacts: null } })

    folder.answers = true
    await state().keep(plan, 'city', 3)
    expect(state().archive?.keptFacts?.at).toBe(3)
    const full = vi.spyOn(IDBObjectStore.prototype, 'put').mockImplementation(() => {
      throw new DOMException('full', 'QuotaExceededError')
    })
    await state().keep(plan, 'whole', 4)
    expect(state()).toMatchObject({ unkept: 'full', archive: { keptFacts: { at: 3 } } })
    full.mockRestore()
  })

  it('has a reason if it is not shown', async () => {
    folder.answers = false
    await state().open(ADDRESS, SETTING, true)
    expect(state()).toMatchObject({ archive: null, refused: { fault: 'unreachable' } })
    folder.answers = true
    await state().open(ADDRESS, { ...SETTING, datum: 'gcj02' }, true)
    expect(state().refused?.fault).toBe('datum')
    await state().open(ADDRESS, SETTING, true)
    expect(state().refused).toBe(null)
  })
})
