import type { Bounds } from './bounds'

/** Share of a box that another box shows, 0…1. */
export function visibleShare([west, south, east, north]: Bounds, shown: Bounds): number {
  const wide = Math.min(east, shown[2]) - Math.max(west, shown[0])
  const high = Math.min(north, shown[3]) - Math.max(south, shown[1])
  if (wide < 0 || high < 0) return 0
  // A box may have no width or height.
  return (east > west ? wide / (east - west) : 1) * (north > south ? high / (north - south) : 1)
}
