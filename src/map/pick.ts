import KDBush from 'kdbush'
import { mercator } from '@/layers/thinning'

const TILE_PIXELS = 512

/** Finds what lies under the pointer. Reading the drawn picture back would take seconds without a graphics card. */
export interface PointerIndex {
  /** The first in order of severity within `pixels` of a position, or null. */
  at(lon: number, lat: number, zoom: number, pixels: number): number | null
}

/** Indexes the drawn sources; `order` is worst first, so that the worst of a heap is picked. */
export function indexPointer(order: Uint32Array, lons: Float64Array, lats: Float64Array): PointerIndex {
  const placed = order.filter((row) => !Number.isNaN(lons[row]!))
  if (placed.length === 0) return { at: () => null }
  const tree = new KDBush(placed.length)
  for (const row of placed) tree.add(...mercator(lons[row]!, lats[row]!))
  tree.finish()
  return {
    at(lon, lat, zoom, pixels) {
      const found = tree.within(...mercator(lon, lat), pixels / (TILE_PIXELS * 2 ** zoom))
      return found.length === 0 ? null : placed[Math.min(...found)]!
    },
  }
}
