import type { PMTiles } from 'pmtiles'
import type { PackageBasemap } from '@/io/package/basemap-setting'
import type { BasemapFile, KeptBasemap } from '@/io/versions/database'
import { type BasemapFault, BasemapRefused } from './basemap-fault'
import { BlobSource, FolderSource } from './folder-source'
import { type ArchiveFacts, openArchive } from './open-archive'

/** A package's base map, in its folder and as stored on this device. */
export interface PackageArchive {
  readonly setting: PackageBasemap
  readonly facts: ArchiveFacts
  /** Null if the folder does not respond. */
  readonly folder: PMTiles | null
  readonly kept: PMTiles | null
  readonly keptFacts: KeptBasemap | null
  readonly keptBytes: number
  /** The folder has another version of the file than the stored one, which is then not drawn. */
  readonly isKeptOld: boolean
  /** The server does not support ranges: the whole file was read. */
  readonly isReadWhole: boolean
}

/**
 * Opens a package's base map from its folder, or the stored copy if the folder does not respond. @throws BasemapRefused
 */
export async function openPackageArchive(
  base: URL,
  setting: PackageBasemap,
  file: BasemapFile | null,
): Promise<PackageArchive> {
  const source = new FolderSource(new URL(setting.path, base))
  const [folder, kept] = await Promise.all([
    openArchive(source).catch((error: unknown) => faultOf(error)),
    file?.kept ? openArchive(new BlobSource(file.file, `${file.id} ${file.kept.at}`)).catch(() => null) : null,
  ])
  if (typeof folder === 'string' && !kept) throw new BasemapRefused(folder)
  const opened = typeof folder === 'string' ? kept! : folder
  const { datum, schema } = setting
  const facts = {
    ...opened.facts,
    schema: opened.facts.tiles.type === 'vector' ? (schema ?? opened.facts.schema) : null,
  }
  if (facts.tiles.type === 'vector' && facts.schema === null) throw new BasemapRefused('schema-unknown')
  if (facts.tiles.type === 'vector' && datum !== 'wgs84') throw new BasemapRefused('datum')
  const tag = typeof folder === 'string' ? null : ((await folder.archive.getHeader()).etag ?? null)
  const keptFacts = (kept && file?.kept) ?? null
  return {
    setting,
    facts,
    folder: typeof folder === 'string' ? null : folder.archive,
    kept: kept?.archive ?? null,
    keptFacts,
    keptBytes: file?.file.size ?? 0,
    isKeptOld: typeof folder !== 'string' && keptFacts !== null && keptFacts.tag !== tag,
    isReadWhole: source.isWhole,
  }
}

function faultOf(error: unknown): BasemapFault {
  if (error instanceof BasemapRefused) return error.fault
  throw error
}

/** Bytes of a tile, from the stored copy if it has it, else from the folder; null if neither has it. */
export async function packageTile(
  { folder, kept, isKeptOld }: PackageArchive,
  z: number,
  x: number,
  y: number,
  signal: AbortSignal,
): Promise<ArrayBuffer | null> {
  const held = kept && !isKeptOld ? await kept.getZxy(z, x, y, signal) : undefined
  return (held ?? (await folder?.getZxy(z, x, y, signal)))?.data ?? null
}
