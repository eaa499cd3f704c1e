import { type Entry, type PMTiles, tileIdToZxy, zxyToTileId } from 'pmtiles'
import type { TileCover } from '@/domain/geodesy/tile-cover'
import { writeArchive } from './write-archive'

/**
 * Pieces of a file closer together than this are fetched in one request, as long as the request stays below the second
 * limit.
 */
const NEAR_BYTES = 32_768
const MAX_REQUEST_BYTES = 4_000_000

/** The tiles of an archive within an area, and their total size up to each zoom. */
export interface ArchiveCut {
  /** By ascending tile id; offsets refer to the source archive. */
  readonly entries: readonly Entry[]
  bytesUpTo(zoom: number): number
}

/** Progress callback, with bytes received. */
type OnBytes = (bytes: number) => void

const zoomOf = ({ tileId }: Entry) => tileIdToZxy(tileId)[0]

/** Finds the tiles of an area in an archive; reads only directories, and of them only those the area needs. */
export async function planCut(archive: PMTiles, cover: TileCover, signal: AbortSignal): Promise<ArchiveCut> {
  const ids = [...cover].flatMap(([zoom, tiles]) => tiles.map(([x, y]) => zxyToTileId(zoom, x, y)))
  const wanted = Float64Array.from(ids).sort()
  const header = await archive.getHeader()
  const entries: Entry[] = []

  /** `from` and `to` are indexes into `wanted`. */
  async function walk(offset: number, length: number, from: number, to: number): Promise<void> {
    const directory = await archive.cache.getDirectory(archive.source, offset, length, header, signal)
    let at = from
    for (const [i, entry] of directory.entries()) {
      const next = directory[i + 1]?.tileId ?? Number.POSITIVE_INFINITY
      while (at < to && wanted[at]! < entry.tileId) at++
      let end = at
      while (end < to && wanted[end]! < next) end++
      if (end === at) continue
      if (entry.runLength === 0) await walk(header.leafDirectoryOffset + entry.offset, entry.length, at, end)
      else entries.push(...runsOf(entry, wanted.subarray(at, end)))
      at = end
    }
  }
  await walk(header.rootDirectoryOffset, header.rootDirectoryLength, 0, wanted.length)

  const bytes = new Map<number, number>()
  const counted = new Set<number>()
  for (const entry of entries) {
    if (counted.has(entry.offset)) continue
    counted.add(entry.offset)
    bytes.set(zoomOf(entry), (bytes.get(zoomOf(entry)) ?? 0) + entry.length)
  }
  return {
    entries,
    bytesUpTo: (zoom) => [...bytes].reduce((sum, [of, count]) => (of <= zoom ? sum + count : sum), 0),
  }
}

/** The wanted tiles within an entry that covers a run of identical tiles, as runs. */
function runsOf(entry: Entry, wanted: Float64Array): Entry[] {
  const runs: Entry[] = []
  for (const tileId of wanted) {
    if (tileId >= entry.tileId + entry.runLength) break
    const last = runs.at(-1)
    if (last && last.tileId + last.runLength === tileId) last.runLength++
    else runs.push({ ...entry, tileId, runLength: 1 })
  }
  return runs
}

/** Fetches the tiles of a cut up to a zoom and builds an archive from them. */
export async function fetchCut(
  archive: PMTiles,
  cut: ArchiveCut,
  maxZoom: number,
  onBytes: OnBytes,
  signal: AbortSignal,
): Promise<Blob> {
  const header = await archive.getHeader()
  const entries = cut.entries.filter((entry) => zoomOf(entry) <= maxZoom)
  const lengths = new Map(entries.map(({ offset, length }) => [offset, length]))
  const pieces = [...lengths].sort(([one], [other]) => one - other)
  const places = new Map<number, number>()
  const tiles: Blob[] = []
  let written = 0
  for (let i = 0; i < pieces.length; ) {
    const start = pieces[i]![0]
    let end = start
    let last = i
    for (; last < pieces.length; last++) {
      const [offset, length] = pieces[last]!
      if (last > i && (offset - end > NEAR_BYTES || offset + length - start > MAX_REQUEST_BYTES)) break
      end = Math.max(end, offset + length)
    }
    const { data } = await archive.source.getBytes(header.tileDataOffset + start, end - start, signal, header.etag)
    const fetched = new Blob([data])
    for (const [offset, length] of pieces.slice(i, last)) {
      places.set(offset, written)
      tiles.push(fetched.slice(offset - start, offset - start + length))
      written += length
    }
    onBytes(written)
    i = last
  }
  return writeArchive({
    header: { ...header, maxZoom: Math.min(maxZoom, header.maxZoom) },
    entries: entries.map((entry) => ({ ...entry, offset: places.get(entry.offset)! })),
    tiles,
    metadata: await archive.getMetadata(),
  })
}

/** Fetches a whole archive, piece by piece. */
export async function fetchWhole(archive: PMTiles, onBytes: OnBytes, signal: AbortSignal): Promise<Blob> {
  const { etag } = await archive.getHeader()
  const bytes = await archiveBytes(archive)
  const parts: Blob[] = []
  for (let offset = 0; offset < bytes; offset += MAX_REQUEST_BYTES) {
    const length = Math.min(MAX_REQUEST_BYTES, bytes - offset)
    const { data } = await archive.source.getBytes(offset, length, signal, etag)
    parts.push(new Blob([data]))
    onBytes(offset + length)
  }
  return new Blob(parts)
}

/** Size of an archive: the end of its last part. */
export async function archiveBytes(archive: PMTiles): Promise<number> {
  const header = await archive.getHeader()
  const { jsonMetadataOffset, jsonMetadataLength, leafDirectoryOffset, leafDirectoryLength = 0 } = header
  const { tileDataOffset, tileDataLength = 0, rootDirectoryOffset, rootDirectoryLength } = header
  return Math.max(
    rootDirectoryOffset + rootDirectoryLength,
    jsonMetadataOffset + jsonMetadataLength,
    leafDirectoryOffset + leafDirectoryLength,
    tileDataOffset + tileDataLength,
  )
}
