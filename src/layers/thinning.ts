/** Side of the squares of which each keeps one full symbol, in pixels. */
const CELL_PIXELS = 17
const TILE_PIXELS = 512

/** Mercator place in [0, 1]². */
export function mercator(lon: number, lat: number): [number, number] {
  const sine = Math.sin((lat * Math.PI) / 180)
  return [lon / 360 + 0.5, 0.5 - Math.log((1 + sine) / (1 - sine)) / (4 * Math.PI)]
}

/**
 * At low zoom symbols thin into density: of all that fall into one small square of the screen the first in the given
 * order (worst first) keeps its symbol, the others become dots. The squares stand still while the map is panned.
 */
export function thinSymbols(
  order: Uint32Array,
  lons: Float64Array,
  lats: Float64Array,
  zoom: number,
): { symbols: Uint32Array; dots: Uint32Array } {
  const cells = (TILE_PIXELS * 2 ** zoom) / CELL_PIXELS
  const taken = new Set<number>()
  const symbols: number[] = []
  const dots: number[] = []
  for (const row of order) {
    if (Number.isNaN(lons[row]!)) continue
    const [x, y] = mercator(lons[row]!, lats[row]!)
    const cell = Math.floor(x * cells) * 0x4000000 + Math.floor(y * cells)
    if (taken.has(cell)) dots.push(row)
    else {
      taken.add(cell)
      symbols.push(row)
    }
  }
  return { symbols: Uint32Array.from(symbols), dots: Uint32Array.from(dots) }
}
