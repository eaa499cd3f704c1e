import { originFault, plainOrigin } from '@/domain/origin'
import { ChentuDatabase } from '@/io/versions/database'
import { z } from '@/io/zod'
import { createPersistedStore, listOf } from './persisted-store'

export const BASEMAP_KINDS = ['tiles', 'wms', 'pmtiles', 'geojson'] as const
export type BasemapKind = (typeof BASEMAP_KINDS)[number]

/** An office's own map, drawn below the sources. */
export interface Basemap {
  readonly id: string
  readonly name: string
  readonly kind: BasemapKind
  /**
   * Template with {z} {x} {y} for tiles, otherwise the address of the service or file; null if the file is stored on
   * this device.
   */
  readonly url: string | null
  /** Layer names of a WMS. */
  readonly layers: string
  /** Datum of its positions; the map is shifted so that the sources match. */
  readonly datum: 'wgs84' | 'gcj02'
  /** Copyright text, shown on the map. */
  readonly attribution: string
  readonly on: boolean
  readonly opacity: number
}

/** Id of the package's own base map among the others. */
export const PACKAGE_BASEMAP = 'package'

/** Display settings of a map that nobody has to add. */
interface Shown {
  readonly on: boolean
  readonly opacity: number
}

interface BasemapsState {
  /** The first is the lowest. */
  readonly basemaps: readonly Basemap[]
  /** The package's base map; it is below all others. */
  readonly ofPackage: Shown
  changeOfPackage(change: Partial<Shown>): void
  /** Adds a map; its file is stored first, so that no map is listed without its file. */
  add(basemap: Basemap, file: File | null): Promise<void>
  change(id: string, change: Partial<Pick<Basemap, 'on' | 'opacity'>>): void
  remove(id: string): Promise<void>
}

let database: ChentuDatabase | null = null
const files = () => {
  database ??= new ChentuDatabase()
  return database.basemaps
}

/** The file of a basemap stored on this device. */
export async function basemapFile(id: string): Promise<File | null> {
  return (await files().get(id))?.file ?? null
}

/** Why the page cannot be allowed to access a map's server; null if it can, and for a file. */
export const serverFault = ({ url }: Pick<Basemap, 'url'>): 'url' | 'host' | null =>
  url === null ? null : originFault(url, globalThis.location?.origin)

/** A map whose server cannot be accessed stays in the list, switched off, so that the user sees why. */
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

/** The maps added on this device, and the display settings of the package's own map. */
export const useBasemaps = createPersistedStore<BasemapsState>(
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

/** Why a map cannot be added; null if it can. */
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

/** Normalises a tile address: the WMTS names of level, column and row become z, x and y. */
export function plainTemplate(url: string): string {
  return url
    .trim()
    .replace(/\{TileMatrix\}/i, '{z}')
    .replace(/\{TileCol\}/i, '{x}')
    .replace(/\{TileRow\}/i, '{y}')
}

/** Origins of the maps: besides our own folder, the only hosts that the page may access. */
export function basemapOrigins(basemaps: readonly Basemap[]): string[] {
  return [...new Set(basemaps.flatMap(({ url }) => (url && plainOrigin(url)) || []))]
}
