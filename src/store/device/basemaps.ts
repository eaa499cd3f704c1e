import { originFault, plainOrigin } from '@/domain/origin'
import { ChentuDatabase } from '@/io/versions/database'
import { z } from '@/io/zod'
import { createKept, listOf } from './kept'

export const BASEMAP_KINDS = ['tiles', 'wms', 'pmtiles', 'geojson'] as const
export type BasemapKind = (typeof BASEMAP_KINDS)[number]

/** A map of the office's own that lies under the sources. */
export interface Basemap {
  readonly id: string
  readonly name: string
  readonly kind: BasemapKind
  /** Template with {z} {x} {y} for tiles, address of the service or file otherwise; null where this device keeps the file. */
  readonly url: string | null
  /** Names of the layers of a WMS. */
  readonly layers: string
  /** What its positions are in; it is shifted so that the sources lie right on it. */
  readonly datum: 'wgs84' | 'gcj02'
  /** Whose map it is; shown on the map. */
  readonly attribution: string
  readonly on: boolean
  readonly opacity: number
}

/** Id of the package's own base map among the others. */
export const PACKAGE_BASEMAP = 'package'

/** How a map that nobody has to add is shown here. */
interface Shown {
  readonly on: boolean
  readonly opacity: number
}

interface BasemapsState {
  /** The first lies lowest. */
  readonly basemaps: readonly Basemap[]
  /** The base map that the package brings; it lies below all others. */
  readonly ofPackage: Shown
  changeOfPackage(change: Partial<Shown>): void
  /** Adds a map; a file of it is kept first, so that nothing is listed that isn't there. */
  add(basemap: Basemap, file: File | null): Promise<void>
  change(id: string, change: Partial<Pick<Basemap, 'on' | 'opacity'>>): void
  remove(id: string): Promise<void>
}

let database: ChentuDatabase | null = null
const files = () => {
  database ??= new ChentuDatabase()
  return database.basemaps
}

/** The file of a basemap that this device keeps. */
export async function basemapFile(id: string): Promise<File | null> {
  return (await files().get(id))?.file ?? null
}

/** Why the page can't be let speak to a map's server; null where it can, and for a file. */
export const serverFault = ({ url }: Pick<Basemap, 'url'>): 'url' | 'host' | null =>
  url === null ? null : originFault(url, globalThis.location?.origin)

/** One whose server can't be asked stays, switched off: whoever added it sees why. */
const onlyWhereAsked = <T extends Basemap>(kept: T): T => (serverFault(kept) ? { ...kept, on: false } : kept)

const basemap: z.ZodType<Basemap> = z
  .object({
    id: z.string(),
    name: z.string(),
    kind: z.enum(BASEMAP_KINDS),
    url: z.string().nullable(),
    layers: z.string(),
    datum: z.enum(['wgs84', 'gcj02']),
    attribution: z.string(),
    on: z.boolean(),
    opacity: z.number().min(0).max(1),
  })
  .transform(onlyWhereAsked)

const shown: z.ZodType<Shown> = z.object({ on: z.boolean(), opacity: z.number().min(0).max(1) })

/** The maps that were added on this device, and how the package's own is shown on it. */
export const useBasemaps = createKept<BasemapsState>(
  'chentu-basemaps',
  { basemaps: listOf(basemap), ofPackage: shown },
  (set, get) => ({
    basemaps: [],
    ofPackage: { on: true, opacity: 1 },
    changeOfPackage: (change) => set({ ofPackage: { ...get().ofPackage, ...change } }),
    async add(basemap, file) {
      if (file) await files().put({ id: basemap.id, file })
      set({ basemaps: [...get().basemaps, basemap] })
    },
    change: (id, change) =>
      set({ basemaps: get().basemaps.map((each) => (each.id === id ? onlyWhereAsked({ ...each, ...change }) : each)) }),
    async remove(id) {
      set({ basemaps: get().basemaps.filter((each) => each.id !== id) })
      await files().delete(id)
    },
  }),
)

export type BasemapFault = 'name' | 'url' | 'host' | 'template' | 'layers' | 'file'

/** What keeps a map from being added, or null. */
export function basemapFault(basemap: Omit<Basemap, 'id' | 'on' | 'opacity'>, file: File | null): BasemapFault | null {
  const { name, kind, url, layers } = basemap
  if (name.trim() === '') return 'name'
  if (url === null) return file === null ? 'file' : null
  const fault = serverFault({ url })
  if (fault) return fault
  if (kind === 'tiles' && !['{z}', '{x}', '{y}'].every((part) => url.includes(part))) return 'template'
  if (kind === 'wms' && layers.trim() === '') return 'layers'
  return null
}

/** An address as tiles are asked for: the names that WMTS gives to level, column and row become z, x and y. */
export function plainTemplate(url: string): string {
  return url
    .trim()
    .replace(/\{TileMatrix\}/i, '{z}')
    .replace(/\{TileCol\}/i, '{x}')
    .replace(/\{TileRow\}/i, '{y}')
}

/** Where maps are asked for: the only hosts beside our own folder that the page may speak to. */
export function basemapOrigins(basemaps: readonly Basemap[]): string[] {
  return [...new Set(basemaps.flatMap(({ url }) => (url && plainOrigin(url)) || []))]
}
