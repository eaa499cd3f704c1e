import { PbfReader } from 'pbf'
import type { ArchiveFacts } from '@/io/basemap/open-archive'
import type { BasemapContent } from '@/layers/basemap-layers'
import { serveTiles } from '@/map/engine/tile-schemes'
import { loadFont } from '@/map/style/load-font'
import { composeShifted, noPicture } from './gcj-tiles'

const SCHEME = 'chentu-map'

/** Gives the bytes of a tile, unpacked; null where there is none. */
export type ReadTile = (z: number, x: number, y: number, signal: AbortSignal) => Promise<ArrayBuffer | null>

/** Archives that maps may ask for: by the basemap, and what tells its states apart. */
const archives = new Map<string, { readonly state: string; readonly read: ReadTile; readonly isVector: boolean }>()
let states = 0

/**
 * What a map draws of an archive whose tiles the page reads itself. Each state of a basemap has addresses of its own, so that no
 * tile of another is taken for its; the one before is let go.
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

/** Tiles of pictures in GCJ-02, put together anew where they belong. */
const shifted =
  (read: ReadTile): ReadTile =>
  (z, x, y, signal) =>
    composeShifted(z, x, y, async (column, line) => {
      const data = await read(z, column, line, signal)
      return data && new Blob([data])
    })

/** Lets maps ask for the tiles of archives. */
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

/** Letters whose font is there. */
const loaded = new Set<string>()

/**
 * Loads the font for every text of a tile before the map draws it. Texts are drawn on a canvas here, since no glyphs are asked
 * for, and a canvas does not wait for a font.
 */
async function loadLetters(tile: ArrayBuffer): Promise<void> {
  const letters = new Set([...textsOf(tile)].flatMap((text) => [...text]).filter((letter) => !loaded.has(letter)))
  if (letters.size === 0) return
  // A font that can't be had keeps no tile back: the machine's own takes its place.
  await loadFont([...letters].join('')).catch(() => undefined)
  for (const letter of letters) loaded.add(letter)
}

/** All values of a tile that are texts (Mapbox Vector Tile 2: layer 3, in it value 4, in it text 1); shapes are passed over. */
export function* textsOf(tile: ArrayBuffer): Generator<string> {
  for (const layer of partsOf(new PbfReader(new Uint8Array(tile)), 3)) {
    for (const value of partsOf(layer, 4)) {
      for (const text of partsOf(value, 1)) yield new TextDecoder().decode(text.buf)
    }
  }
}

/** The parts of a message under a number, each as a message of its own. */
function* partsOf(message: PbfReader, number: number): Generator<PbfReader> {
  const BYTES = 2
  while (message.pos < message.length) {
    const tag = message.readVarint()
    if (tag >> 3 === number && (tag & 7) === BYTES) yield new PbfReader(message.readBytes())
    else message.skip(tag)
  }
}
