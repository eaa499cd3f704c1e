import Flatbush from 'flatbush'
import { metresPerDegree } from '@/domain/geodesy/distance'

/** Lines of a ban in degrees, each as `[lon, lat, lon, lat, …]`. */
export type BanLines = readonly Float64Array[]

/** Side of a grid square in degrees of latitude: some 200 m. */
const SQUARE = 0.002

/** Distance in metres from a position to a line, on a plane around the position; Infinity if the line has no segment. */
export function metresToLine(lon: number, lat: number, line: ArrayLike<number>): number {
  const [east, north] = metresPerDegree(lat)
  let least = Number.POSITIVE_INFINITY
  for (let at = 0; at + 3 < line.length; at += 2)
    least = Math.min(least, metresToPiece(lon, lat, line, at, east, north))
  return least
}

/** Distance in metres from a position to a line segment, on a plane around the position. */
function metresToPiece(x: number, y: number, piece: ArrayLike<number>, at: number, east: number, north: number) {
  const [ax, ay] = [(piece[at]! - x) * east, (piece[at + 1]! - y) * north]
  const [bx, by] = [(piece[at + 2]! - x) * east, (piece[at + 3]! - y) * north]
  const [dx, dy] = [bx - ax, by - ay]
  const length = dx * dx + dy * dy
  const along = length === 0 ? 0 : Math.max(0, Math.min(1, -(ax * dx + ay * dy) / length))
  return Math.hypot(ax + along * dx, ay + along * dy)
}

/** Tests whether a position is within some metres of any line. A grid rejects most positions quickly. */
export function nearLines(lines: BanLines, metres: number): (lon: number, lat: number) => boolean {
  const pieces: number[] = []
  for (const line of lines)
    for (let at = 0; at + 3 < line.length; at += 2) pieces.push(line[at]!, line[at + 1]!, line[at + 2]!, line[at + 3]!)
  if (pieces.length === 0) return () => false
  const squares = new Set<number>()
  const square = (lon: number, lat: number) => Math.floor(lon / SQUARE) * 1_000_000 + Math.floor(lat / SQUARE)
  const tree = new Flatbush(pieces.length / 4)
  for (let at = 0; at < pieces.length; at += 4) {
    const [east, north] = metresPerDegree(pieces[at + 1]!)
    const [dx, dy] = [(metres / east) * 1.02, (metres / north) * 1.02]
    const west = Math.min(pieces[at]!, pieces[at + 2]!) - dx
    const right = Math.max(pieces[at]!, pieces[at + 2]!) + dx
    const south = Math.min(pieces[at + 1]!, pieces[at + 3]!) - dy
    const top = Math.max(pieces[at + 1]!, pieces[at + 3]!) + dy
    tree.add(west, south, right, top)
    for (let x = Math.floor(west / SQUARE); x <= Math.floor(right / SQUARE); x++)
      for (let y = Math.floor(south / SQUARE); y <= Math.floor(top / SQUARE); y++) squares.add(x * 1_000_000 + y)
  }
  tree.finish()
  return (lon, lat) => {
    if (!squares.has(square(lon, lat))) return false
    const [east, north] = metresPerDegree(lat)
    return tree
      .search(lon, lat, lon, lat)
      .some((item) => metresToPiece(lon, lat, pieces, 4 * item, east, north) <= metres)
  }
}
