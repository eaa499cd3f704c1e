import type { Entry, Header } from 'pmtiles'

const HEADER_BYTES = 127
/** Header and root directory must fit into the first 16 KiB, which readers request first (PMTiles 3, section 2). */
const MAX_ROOT_BYTES = 16_384 - HEADER_BYTES
const FIRST_LEAF_ENTRIES = 4096
const UNCOMPRESSED = 1

/** Content of an archive of map tiles. */
export interface ArchiveParts {
  readonly header: Pick<
    Header,
    'tileType' | 'tileCompression' | 'minZoom' | 'maxZoom' | 'minLon' | 'minLat' | 'maxLon' | 'maxLat'
  >
  /** By ascending tile id; offsets count from the first tile. */
  readonly entries: readonly Entry[]
  /** Concatenated tiles. */
  readonly tiles: readonly BlobPart[]
  readonly metadata: unknown
}

/** Writes an archive of map tiles (PMTiles version 3) with uncompressed directories. */
export function writeArchive({ header, entries, tiles, metadata }: ArchiveParts): Blob {
  const { root, leaves } = directories(entries)
  const described = new TextEncoder().encode(JSON.stringify(metadata))
  const data = new Blob([...tiles])
  const bytes = new DataView(new ArrayBuffer(HEADER_BYTES))
  new Uint8Array(bytes.buffer).set(new TextEncoder().encode('PMTiles'))
  bytes.setUint8(7, 3)
  let offset = HEADER_BYTES
  const parts = [root.length, described.length, leaves.length, data.size]
  for (const [i, length] of parts.entries()) {
    bytes.setBigUint64(8 + i * 16, BigInt(offset), true)
    bytes.setBigUint64(16 + i * 16, BigInt(length), true)
    offset += length
  }
  const contents = new Set(entries.map((entry) => entry.offset)).size
  const addressed = entries.reduce((sum, { runLength }) => sum + runLength, 0)
  for (const [i, count] of [addressed, entries.length, contents].entries())
    bytes.setBigUint64(72 + i * 8, BigInt(count), true)
  const clustered = entries.every((entry, i) => i === 0 || entry.offset >= entries[i - 1]!.offset)
  const { tileCompression, tileType, minZoom, maxZoom, minLon, minLat, maxLon, maxLat } = header
  const small = [Number(clustered), UNCOMPRESSED, tileCompression, tileType, minZoom, maxZoom]
  for (const [i, value] of small.entries()) bytes.setUint8(96 + i, value)
  const degrees = (at: number, value: number) => bytes.setInt32(at, Math.round(value * 1e7), true)
  for (const [i, value] of [minLon, minLat, maxLon, maxLat].entries()) degrees(102 + i * 4, value)
  bytes.setUint8(118, minZoom)
  degrees(119, (minLon + maxLon) / 2)
  degrees(123, (minLat + maxLat) / 2)
  return new Blob([bytes.buffer, root, described, leaves, data])
}

/** A single directory if it is small enough, else a root directory with leaves. */
function directories(entries: readonly Entry[]) {
  const single = directory(entries)
  if (single.length <= MAX_ROOT_BYTES) return { root: single, leaves: new Uint8Array() }
  for (let size = FIRST_LEAF_ENTRIES; ; size *= 2) {
    const above: Entry[] = []
    const written: Uint8Array[] = []
    let offset = 0
    for (let i = 0; i < entries.length; i += size) {
      const leaf = directory(entries.slice(i, i + size))
      above.push({ tileId: entries[i]!.tileId, offset, length: leaf.length, runLength: 0 })
      written.push(leaf)
      offset += leaf.length
    }
    const root = directory(above)
    if (root.length <= MAX_ROOT_BYTES) return { root, leaves: Uint8Array.from(written.flatMap((leaf) => [...leaf])) }
  }
}

/**
 * Number of entries, then their ids as differences, run lengths, lengths, and offsets (0: directly after the previous
 * tile).
 */
function directory(entries: readonly Entry[]): Uint8Array<ArrayBuffer> {
  const bytes: number[] = []
  const write = (value: number) => {
    let left = value
    for (; left >= 128; left = Math.floor(left / 128)) bytes.push((left % 128) | 128)
    bytes.push(left)
  }
  write(entries.length)
  entries.forEach(({ tileId }, i) => {
    write(tileId - (entries[i - 1]?.tileId ?? 0))
  })
  for (const { runLength } of entries) write(runLength)
  for (const { length } of entries) write(length)
  entries.forEach(({ offset }, i) => {
    const before = entries[i - 1]
    write(before && offset === before.offset + before.length ? 0 : offset + 1)
  })
  return Uint8Array.from(bytes)
}
