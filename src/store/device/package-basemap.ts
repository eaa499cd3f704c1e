import { create } from 'zustand'
import type { Surface } from '@/domain/geodesy/area-index'
import { tileCover } from '@/domain/geodesy/tile-cover'
import { type BasemapFault, BasemapRefused } from '@/io/basemap/basemap-fault'
import { type ArchiveCut, archiveBytes, fetchCut, fetchWhole, planCut } from '@/io/basemap/cut-archive'
import { openPackageArchive, type PackageArchive } from '@/io/basemap/package-archive'
import type { PackageBasemap } from '@/io/package/basemap-setting'
import { type BasemapFile, ChentuDatabase, type KeptBasemap } from '@/io/versions/database'
import { type WriteFault, writeFaultOf } from '@/io/versions/write-fault'

/** Tiles are stored this far beyond the city's outline, since teams also work at the border. */
const MARGIN_METRES = 3000
/** Maximum share of the browser's free space to use, and maximum size for a city. */
const ROOM_SHARE = 0.6
const MAX_CITY_BYTES = 600_000_000

/** What can be stored on this device, with sizes. */
export interface KeepingPlan {
  readonly wholeBytes: number
  /** The city up to the deepest zoom that fits. */
  readonly cityBytes: number
  readonly cityZoom: number
  readonly cut: ArchiveCut
  /** Free space of the browser in bytes; null if unknown. */
  readonly room: number | null
}

/** Progress of a download for storing. */
export interface Keeping {
  readonly bytes: number
  readonly of: number
}

interface PackageBasemapState {
  /** Address of the package's descriptor; empty until one is open. */
  readonly address: string
  /** Null if the package names no base map, is not open yet, or its base map was refused. */
  readonly archive: PackageArchive | null
  readonly refused: { readonly fault: BasemapFault; readonly bytes: number | null } | null
  readonly keeping: Keeping | null
  /** Why the last attempt to store it failed. */
  readonly unkept: WriteFault | 'fetch' | null
  /** Opens the base map that a package names; if it is uncertain that it names none, the stored one. */
  open(address: string, named: PackageBasemap | null, isSure: boolean): Promise<void>
  /** Sizes for storing it. @throws if its folder does not respond */
  plan(city: Surface, signal: AbortSignal): Promise<KeepingPlan | null>
  keep(plan: KeepingPlan, extent: KeptBasemap['extent'], now: number): Promise<void>
  cancel(): void
  /** Deletes the stored copy. */
  forget(): Promise<void>
}

let database: ChentuDatabase | null = null
const files = () => {
  database ??= new ChentuDatabase()
  return database.basemaps
}
/** Id of a stored copy: ids of other maps contain no space. */
const idOf = (address: string) => `package ${address}`
let fetching: AbortController | null = null
/** Counts the openings: an overtaken one changes nothing any more. */
let lastOpening = 0

/** The package's base map, and its stored copy on this device. */
export const usePackageBasemap = create<PackageBasemapState>()((set, get) => ({
  address: '',
  archive: null,
  refused: null,
  keeping: null,
  unkept: null,
  async open(address, named, isSure) {
    const opening = ++lastOpening
    const file = named || !isSure ? await keptFile(address) : null
    const setting = named ?? file?.kept?.setting ?? null
    let opened: Pick<PackageBasemapState, 'archive' | 'refused'> = { archive: null, refused: null }
    if (setting) {
      try {
        opened = { archive: await openPackageArchive(new URL(address), setting, file), refused: null }
      } catch (error) {
        const { fault, bytes } = error instanceof BasemapRefused ? error : new BasemapRefused('unreachable')
        opened = { archive: null, refused: { fault, bytes } }
      }
    }
    if (opening === lastOpening) set({ address, ...opened })
  },
  async plan(city, signal) {
    const folder = get().archive?.folder
    if (!folder) return null
    const { maxZoom } = await folder.getHeader()
    const [cut, wholeBytes, room] = await Promise.all([
      planCut(folder, tileCover(city, MARGIN_METRES, maxZoom), signal),
      archiveBytes(folder),
      roomLeft(),
    ])
    const most = Math.min(MAX_CITY_BYTES, room === null ? MAX_CITY_BYTES : room * ROOM_SHARE)
    let cityZoom = maxZoom
    while (cityZoom > 0 && cut.bytesUpTo(cityZoom) > most) cityZoom--
    return { wholeBytes, cityBytes: cut.bytesUpTo(cityZoom), cityZoom, cut, room }
  },
  async keep(plan, extent, now) {
    const { address, archive } = get()
    if (!archive?.folder || get().keeping) return
    const { folder, setting } = archive
    const of = extent === 'whole' ? plan.wholeBytes : plan.cityBytes
    const stop = new AbortController()
    fetching = stop
    set({ keeping: { bytes: 0, of }, unkept: null })
    const onBytes = (bytes: number) => set({ keeping: { bytes, of } })
    try {
      const { maxZoom, etag } = await folder.getHeader()
      const blob =
        extent === 'whole'
          ? await fetchWhole(folder, onBytes, stop.signal)
          : await fetchCut(folder, plan.cut, plan.cityZoom, onBytes, stop.signal)
      stop.signal.throwIfAborted()
      const kept = {
        setting,
        tag: etag ?? null,
        extent,
        maxZoom: extent === 'whole' ? maxZoom : plan.cityZoom,
        at: now,
      }
      const failed = await putFile({ id: idOf(address), file: new File([blob], 'basemap.pmtiles'), kept })
      if (failed) set({ unkept: failed })
      else await get().open(address, setting, true)
    } catch {
      if (!stop.signal.aborted) set({ unkept: 'fetch' })
    } finally {
      fetching = null
      set({ keeping: null })
    }
  },
  cancel() {
    fetching?.abort()
  },
  async forget() {
    const { address, archive } = get()
    await files().delete(idOf(address))
    await get().open(address, archive?.setting ?? null, true)
  },
}))

/** The stored copy of a package's base map; null if there is none, or the browser stores nothing. */
async function keptFile(address: string): Promise<BasemapFile | null> {
  try {
    return (await files().get(idOf(address))) ?? null
  } catch {
    return null
  }
}

/** Null when written; else the reason, and the previous copy is unchanged. */
async function putFile(file: BasemapFile): Promise<WriteFault | null> {
  try {
    await files().put(file)
    return null
  } catch (error) {
    return writeFaultOf(error)
  }
}

async function roomLeft(): Promise<number | null> {
  try {
    const { quota, usage } = await navigator.storage.estimate()
    return quota === undefined ? null : quota - (usage ?? 0)
  } catch {
    return null
  }
}
