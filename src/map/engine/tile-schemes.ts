/** Gives what is at an address of a scheme: bytes of a tile, or a picture. */
export type TileLoader = (url: string, signal: AbortSignal) => Promise<ArrayBuffer | ImageBitmap>

/** Schemes of addresses whose tiles the page makes itself; both engines ask it for them. */
export const TILE_SCHEMES = ['chentu-map', 'gcj02'] as const
type TileScheme = (typeof TILE_SCHEMES)[number]

const loaders = new Map<string, TileLoader>()

/** Says who makes the tiles of a scheme. */
export const serveTiles = (scheme: TileScheme, load: TileLoader) => void loaders.set(scheme, load)

/** What the page makes for an address; null for one of a server. */
export function ownTile(url: string, signal: AbortSignal): ReturnType<TileLoader> | null {
  const load = loaders.get(url.slice(0, url.indexOf(':')))
  return load ? load(url, signal) : null
}
