/** Loads what is at an address of a scheme: tile bytes, or an image. */
export type TileLoader = (url: string, signal: AbortSignal) => Promise<ArrayBuffer | ImageBitmap>

/** URL schemes of tiles that the page makes itself; both engines support them. */
export const TILE_SCHEMES = ['chentu-map', 'gcj02'] as const
type TileScheme = (typeof TILE_SCHEMES)[number]

const loaders = new Map<string, TileLoader>()

/** Registers the loader of a scheme. */
export const serveTiles = (scheme: TileScheme, load: TileLoader) => void loaders.set(scheme, load)

/** The tile that the page makes for an address; null if the address is a server's. */
export function ownTile(url: string, signal: AbortSignal): ReturnType<TileLoader> | null {
  const load = loaders.get(url.slice(0, url.indexOf(':')))
  return load ? load(url, signal) : null
}
