import { metresPerDegree, nearbyDistanceMetres } from '@/domain/geodesy/distance'

interface Cell {
  readonly x: number
  readonly y: number
  readonly rows: number[]
  lon: number
  lat: number
}

/**
 * Clusters rows of positions that lie close together, as DBSCAN does, but by grid squares of half the distance: ten
 * thousand stops at one place have some hundred million pairs of neighbours, but only one square. Clusters grow from
 * the densest square and reach at most `mostMetres` from it, so that a long row of trucks is several clusters. They do
 * not grow across squares with fewer than `denseStops` within the distance.
 */
export function stopClusters(
  lon: Float64Array,
  lat: Float64Array,
  rows: readonly number[],
  metres: number,
  mostMetres: number,
  denseStops: number,
): number[][] {
  if (rows.length === 0) return []
  // The scale at the southernmost row, so that the squares do not depend on the order of the rows.
  const [east, north] = metresPerDegree(rows.reduce((least, row) => Math.min(least, lat[row]!), 90))
  const side = metres / 2
  const cells = new Map<string, Cell>()
  for (const row of rows) {
    const [x, y] = [Math.floor((lon[row]! * east) / side), Math.floor((lat[row]! * north) / side)]
    const cell = cells.get(`${x},${y}`) ?? { x, y, rows: [], lon: 0, lat: 0 }
    cells.set(`${x},${y}`, cell)
    cell.rows.push(row)
    cell.lon += (lon[row]! - cell.lon) / cell.rows.length
    cell.lat += (lat[row]! - cell.lat) / cell.rows.length
  }
  const near = (cell: Cell): Cell[] => {
    const found: Cell[] = []
    for (let x = cell.x - 3; x <= cell.x + 3; x++)
      for (let y = cell.y - 3; y <= cell.y + 3; y++) {
        const other = cells.get(`${x},${y}`)
        if (other && nearbyDistanceMetres(cell.lon, cell.lat, other.lon, other.lat) <= metres) found.push(other)
      }
    return found
  }
  const weight = (cell: Cell) => near(cell).reduce((sum, each) => sum + each.rows.length, 0)
  const weights = new Map([...cells.values()].map((cell) => [cell, weight(cell)]))
  const isDense = (cell: Cell) => weights.get(cell)! >= denseStops
  const byWeight = [...cells.values()].sort(
    (one, other) => weights.get(other)! - weights.get(one)! || one.x - other.x || one.y - other.y,
  )
  const seen = new Set<Cell>()
  const clusters: number[][] = []
  for (const first of byWeight) {
    if (seen.has(first) || !isDense(first)) continue
    const cluster: number[] = []
    const waiting = [first]
    seen.add(first)
    for (let cell = waiting.pop(); cell; cell = waiting.pop()) {
      for (const row of cell.rows) cluster.push(row)
      if (!isDense(cell)) continue
      for (const other of near(cell))
        if (
          !seen.has(other) &&
          nearbyDistanceMetres(first.lon, first.lat, other.lon, other.lat) <= mostMetres - side * Math.SQRT2
        ) {
          seen.add(other)
          waiting.push(other)
        }
    }
    clusters.push(cluster)
  }
  return clusters
}
