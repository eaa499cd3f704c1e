import { fromWgs84 } from '@/domain/geodesy/datum-shift'
import { mercator, unproject } from '@/domain/geodesy/mercator'
import { serveTiles } from '@/map/engine/tile-schemes'

const SCHEME = 'gcj02'
const PIXELS = 256
/** Half the equator in metres: the edge of Web Mercator. */
const EDGE_METRES = 20_037_508.342789244

/** Template that a map requests in WGS-84 for a server whose tiles are in GCJ-02. */
export const shiftedTiles = (template: string) => `${SCHEME}://{z}/{x}/{y}/${encodeURIComponent(template)}`

/** Fills in the template for one tile. */
export function addressOf(template: string, z: number, x: number, y: number): string {
  const side = (2 * EDGE_METRES) / 2 ** z
  const [west, north] = [x * side - EDGE_METRES, EDGE_METRES - y * side]
  return template
    .replace('{z}', String(z))
    .replace('{x}', String(x))
    .replace('{y}', String(y))
    .replace('{bbox-epsg-3857}', [west, north - side, west + side, north].join())
}

/** Where a WGS-84 tile lies in the GCJ-02 tile grid, in tiles; the shift is nearly constant within one tile. */
export function placeAmongShifted(z: number, x: number, y: number): [left: number, top: number] {
  const count = 2 ** z
  const [centreX, centreY] = mercator(...fromWgs84('gcj02', unproject((x + 0.5) / count, (y + 0.5) / count)))
  return [centreX * count - 0.5, centreY * count - 0.5]
}

/**
 * Composes a tile from the four GCJ-02 tiles that it overlaps. `tileAt` returns the image at a column and row, or null
 * if there is none. Returns null if none of the four exists. @throws if all four fail to load
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
  // At the edge of the server's area some of the four tiles are missing: the others are still drawn.
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

/** Placeholder for a missing tile: one transparent pixel. */
export const noPicture = () => createImageBitmap(new ImageData(1, 1))

/** Registers the scheme by which maps request shifted tiles. */
export function serveShiftedTiles(): void {
  serveTiles(SCHEME, async (url, signal) => (await shiftedTile(url, signal)) ?? noPicture())
}
