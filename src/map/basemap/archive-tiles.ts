import { PbfReader } from 'pbf'
import type { ArchiveFacts } from '@/io/basemap/open-archive'
import type { BasemapContent } from '@/layers/basemap-layers'
import { serveTiles } from '@/map/engine/tile-schemes'
import { loadFont } from '@/map/style/load-font'
import { composeShifted, noPicture } from './gcj-tiles'

const SCHEME = 'chentu-map'

/** Returns the unpacked bytes of a tile; null if there is none. */
export type ReadTile = (z: number, x: number, y: number, signal: AbortSignal) => Promise<ArrayBuffer | null>

/** Archives that maps may request, by basemap id; `state` distinguishes successive versions of one basemap. */
const archives = new Map<string, { readonly state: string; readonly read: ReadTile; readonly isVector: boolean }>()
let states = 0

/**
 * Content for an archive whose tiles the page reads itself. Each version of a basemap gets its own tile addresses, so
 * that the map never reuses a tile of another version; the previous version is dropped.
 */
export function archiveContent(
  id: string,
  facts: ArchiveFacts,
  read: ReadTile,
  datum: 'wgs84' | 'gcj02',
): BasemapContent {
  const isVector = facts.tiles.type === 'vector'
  const state = String(++states)
  archives.set(id, { state, read: datum === 'gcj02' ? shifted(read) : read, isVector })
  const source = {
    tiles: [`${SCHEME}://${encodeURIComponent(id)}/${state}/{z}/{x}/{y}`],
    minzoom: facts.minZoom,
    maxzoom: facts.maxZoom,
    bounds: [...facts.bounds] as [number, number, number, number],
  }
  return facts.tiles.type === 'vector'
    ? { type: 'vector', source, layers: facts.tiles.layers, schema: facts.schema }
    : { type: 'raster', source }
}

/** Raster tiles in GCJ-02, recomposed onto the WGS-84 tile grid. */
const shifted =
  (read: ReadTile): ReadTile =>
  (z, x, y, signal) =>
    composeShifted(z, x, y, async (column, line) => {
      const data = await read(z, column, line, signal)
      return data && new Blob([data])
    })

/** Registers the scheme by which maps request tiles of archives. */
export function serveArchiveTiles(): void {
  serveTiles(SCHEME, async (url, signal) => {
    const [id = '', state, z, x, y] = url.slice(`${SCHEME}://`.length).split('/')
    const archive = archives.get(decodeURIComponent(id))
    if (!archive || archive.state !== state) throw new Error('another state of the basemap is shown')
    const { read, isVector } = archive
    const data = await read(Number(z), Number(x), Number(y), signal)
    if (data && isVector) await loadLetters(data)
    return data ?? (isVector ? new ArrayBuffer(0) : noPicture())
  })
}

/** Letters whose font has been loaded. */
const loaded = new Set<string>()

/**
 * Loads the font for every text of a tile before the map draws it. Without a glyphs URL the map draws texts on a
 * canvas, and a canvas does not wait for a font.
 */
async function loadLetters(tile: ArrayBuffer): Promise<void> {
  const letters = new Set([...textsOf(tile)].flatMap((text) => [...text]).filter((letter) => !loaded.has(letter)))
  if (letters.size === 0) return
  // A font that fails to load must not hold back the tile: a system font takes its place.
  await loadFont([...letters].join('')).catch(() => undefined)
  for (const letter of letters) loaded.add(letter)
}

/** All string values of a tile (Mapbox Vector Tile 2: layer 3, in it value 4, in it text 1); geometry is skipped. */
export function* textsOf(tile: ArrayBuffer): Generator<string> {
  for (const layer of partsOf(new PbfReader(new Uint8Array(tile)), 3)) {
    for (const value of partsOf(layer, 4)) {
      for (const text of partsOf(value, 1)) yield new TextDecoder().decode(text.buf)
    }
  }
}

/** The length-delimited fields of a protobuf message with the given number, each as a message. */
function* partsOf(message: PbfReader, number: number): Generator<PbfReader> {
  const BYTES = 2
  while (message.pos < message.length) {
    const tag = message.readVarint()
    if (tag >> 3 === number && (tag & 7) === BYTES) yield new PbfReader(message.readBytes())
    else message.skip(tag)
  }
}
