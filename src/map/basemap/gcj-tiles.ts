import { fromWgs84 } from '@/domain/geodesy/datum-shift'
import { mercator, unproject } from '@/domain/geodesy/mercator'
import { serveTiles } from '@/map/engine/tile-schemes'

const SCHEME = 'gcj02'
const PIXELS = 256
/** Half the way round the equator, metres: the edge of Web Mercator. */
const EDGE_METRES = 20_037_508.342789244

/** A tile address that a map requests in WGS-84, for a server whose tiles are in GCJ-02. */
export const shiftedTiles = (template: string) => `${SCHEME}://{z}/{x}/{y}/${encodeURIComponent(template)}`

/** The address of a tile. */
export function addressOf(template: string, z: number, x: number, y: number): string {
  const side = (2 * EDGE_METRES) / 2 ** z
  const [west, north] = [x * side - EDGE_METRES, EDGE_METRES - y * side]
  return template
    .replace('{z}', String(z))
    .replace('{x}', String(x))
    .replace('{y}', String(y))
    .replace('{bbox-epsg-3857}', [west, north - side, west + side, north].join())
}

/** Where a tile of WGS-84 lies among tiles of GCJ-02, in tiles: the shift hardly changes within one. */
export function placeAmongShifted(z: number, x: number, y: number): [left: number, top: number] {
  const count = 2 ** z
  const [centreX, centreY] = mercator(...fromWgs84('gcj02', unproject((x + 0.5) / count, (y + 0.5) / count)))
  return [centreX * count - 0.5, centreY * count - 0.5]
}

/**
 * Puts a tile together from the four that it overlaps. `tileAt` gives the picture at a column and a line, or null where there
 * is none; null where there is none of the four. @throws where none of the four can be had
 */
export async function composeShifted(
  z: number,
  x: number,
  y: number,
  tileAt: (column: number, line: number) => Promise<Blob | null>,
): Promise<ArrayBuffer | null> {
  const [left, top] = placeAmongShifted(z, x, y)
  const canvas = new OffscreenCanvas(PIXELS, PIXELS)
  const context = canvas.getContext('2d')!
  const corners = [0, 1].flatMap((dx) => [0, 1].map((dy) => [Math.floor(left) + dx, Math.floor(top) + dy] as const))
  const drawn = await Promise.allSettled(
    corners.map(async ([column, line]) => {
      const tile = await tileAt(column, line)
      if (!tile) return false
      const image = await createImageBitmap(tile)
      context.drawImage(image, Math.round((column - left) * PIXELS), Math.round((line - top) * PIXELS), PIXELS, PIXELS)
      return true
    }),
  )
  // At the edge of the server's area some of the four tiles are missing: what there is, is drawn.
  if (drawn.every(({ status }) => status === 'rejected')) throw (drawn[0] as PromiseRejectedResult).reason
  if (!drawn.some((each) => each.status === 'fulfilled' && each.value)) return null
  return (await canvas.convertToBlob()).arrayBuffer()
}

async function shiftedTile(url: string, signal: AbortSignal): Promise<ArrayBuffer | null> {
  const [z, x, y, template = ''] = url.slice(`${SCHEME}://`.length).split('/')
  return composeShifted(Number(z), Number(x), Number(y), async (column, line) => {
    const response = await fetch(addressOf(decodeURIComponent(template), Number(z), column, line), { signal })
    if (!response.ok) throw new Error(String(response.status))
    return response.blob()
  })
}

/** What is drawn where there is no tile: nothing. */
export const noPicture = () => createImageBitmap(new ImageData(1, 1))

/** Lets maps ask for shifted tiles. */
export function serveShiftedTiles(): void {
  serveTiles(SCHEME, async (url, signal) => (await shiftedTile(url, signal)) ?? noPicture())
}
