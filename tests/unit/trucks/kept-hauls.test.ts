import 'fake-indexeddb/auto'
import { readFileSync } from 'node:fs'
import { afterEach, describe, expect, it } from 'vitest'
import type { HaulMonth } from '@/domain/trucks/hauls'
import { heldFiles } from '@/io/package/package-files'
import type { OpenedPackage } from '@/questions/opened-package'
import { countKeptHauls } from '@/workspace/tracks/kept-hauls'
import { keptHauls } from '@/workspace/tracks/kept-hauls-list'
import { tracksShelf } from '@/workspace/tracks/tracks-shelves'
import type { Workspace } from '@/workspace/workspace'
import { defaultPackage } from '../../fixtures/made-tracks'

const MONTH = '2022-10'
const TRIPS = readFileSync(`data/trucks/trips/${MONTH}.parquet`)
const made = await defaultPackage()
const opened: OpenedPackage = { ...made, pack: { ...made.pack, hauls: [] } }
const shelf = tracksShelf('chentu-tracks-hauls')
afterEach(() => shelf.parts.clear())

/** Stores trips of October, as after an import. */
const keepTrips = () =>
  shelf.alone(() =>
    shelf.put(
      { month: MONTH, table: 'trips', group: 1, rows: 1 },
      TRIPS.buffer.slice(TRIPS.byteOffset, TRIPS.byteOffset + TRIPS.byteLength) as ArrayBuffer,
    ),
  )
/** A package with its own tracks, or without any. */
const workspaceOf = (of: OpenedPackage, problems: readonly object[] = []) => {
  const files = heldFiles(new Map())
  const tracks = async () => ({ value: { files, descriptor: { resources: [] } }, problems })
  return { copy: { opened: of, files }, tracks } as unknown as Workspace
}
const counted = async (of: OpenedPackage, problems?: readonly object[]) => {
  await countKeptHauls(workspaceOf(of, problems), shelf.name)
  return keptHauls(of, shelf.name)
}
const tripsOf = (months: readonly HaulMonth[]) =>
  months.flatMap(({ counties }) => [...counties.values()].flat()).reduce((sum, { trips }) => sum + trips, 0)

describe('trips stored in a browser', () => {
  it('are counted once for the package’s data, and again if that changes', async () => {
    expect(await counted(opened)).toEqual({ months: [], isBehind: false })
    await keepTrips()
    expect(await keptHauls(opened, shelf.name)).toEqual({ months: [], isBehind: true })
    const { months, isBehind } = await counted(opened)
    expect(isBehind).toBe(false)
    expect(months).toMatchObject([{ month: MONTH, dataClass: 'real' }])
    expect(tripsOf(months)).toBeGreaterThan(100)
    const [before] = await shelf.list().then((parts) => parts.filter(({ table }) => table === 'hauls'))
    await counted(opened)
    expect(await shelf.list()).toContainEqual(before)

    const { pack } = opened
    const others: OpenedPackage[] = [
      { ...opened, pack: { ...pack, outlines: { ...pack.outlines, features: pack.outlines.features.slice(1) } } },
      { ...opened, pack: { ...pack, trucks: { ...pack.trucks!, dayHours: [] } } },
      { ...opened, lons: opened.lons.map((lon) => lon + 0.01) },
    ]
    for (const other of others) {
      // Counts by other lists are not used.
      expect(await keptHauls(other, shelf.name)).toEqual({ months: [], isBehind: true })
      expect((await counted(other)).isBehind).toBe(false)
    }
  })

  it('are not used by a package without settings for counting them', async () => {
    await keepTrips()
    await counted(opened)
    const { trucks: _, ...pack } = opened.pack
    const bare = { ...opened, pack: { ...pack, trucks: undefined } } as unknown as OpenedPackage
    expect(await counted(bare)).toEqual({ months: [], isBehind: false })
  })

  it('do not replace a month of the package that could not be read, or that only has figures', async () => {
    await keepTrips()
    expect(await counted(opened, [{ code: 'file-unreachable', file: 'datapackage.json' }])).toEqual({
      months: [],
      isBehind: true,
    })
    const county = new Map([['610402', [{ day: 19_270, trips: 500, byDay: 450 }]]])
    const ofPackage = { month: MONTH, counties: county, dataClass: 'real' } as const
    const figures = { ...opened, pack: { ...opened.pack, hauls: [ofPackage] } }
    expect(await counted(figures)).toEqual({ months: [], isBehind: true })
    const provenance = opened.pack.provenance.filter(({ role }) => role !== 'truck-trips')
    const alone = { ...opened, pack: { ...figures.pack, provenance } }
    expect(await counted(alone)).toEqual({ months: [], isBehind: false })
    const madeUp = {
      ...opened,
      pack: { ...opened.pack, hauls: [{ ...ofPackage, dataClass: 'illustrative' as const }] },
    }
    expect((await counted(madeUp)).isBehind).toBe(false)
  })
})
