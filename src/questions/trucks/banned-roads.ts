import { metresPerDegree } from '@/domain/geodesy/distance'
import type { Position } from '@/domain/geodesy/position'
import { metresToLine } from '@/domain/trucks/ban-lines'
import { memoOf } from '@/questions/memo'
import type { OpenedPackage } from '@/questions/opened-package'
import { bannedLines } from './truck-ground'

/** A line source of a ban, with the box around it, in degrees, in which a position can be on it. */
interface BannedRoad {
  readonly name: string
  readonly lines: readonly Float64Array[]
  readonly box: readonly [west: number, south: number, east: number, north: number]
}

/**
 * The name of the source along which a position breaches a ban, by the id of the ban: the nearest named one within the
 * ban's metres. Null if there is none, for example because the list has changed since the track was judged.
 */
export const bannedRoadAt = memoOf((opened: OpenedPackage) => {
  const roads = new Map(
    bannedLines(opened).map(({ ban, sources }) => [
      ban.id,
      {
        metres: ban.along.metres,
        roads: sources
          .filter(({ name }) => name !== '')
          .map(({ name, lines }) => roadOf(name, lines, ban.along.metres)),
      },
    ]),
  )
  return (id: string, [lon, lat]: Position): string | null => {
    const of = roads.get(id)
    let [nearest, least]: [string | null, number] = [null, of?.metres ?? 0]
    for (const { name, lines, box } of of?.roads ?? []) {
      if (lon < box[0] || lat < box[1] || lon > box[2] || lat > box[3]) continue
      const metres = Math.min(...lines.map((line) => metresToLine(lon, lat, line)))
      if (metres > least || (metres === least && nearest !== null)) continue
      nearest = name
      least = metres
    }
    return nearest
  }
})

function roadOf(name: string, lines: readonly Float64Array[], metres: number): BannedRoad {
  let [west, south, east, north] = [Number.POSITIVE_INFINITY, Number.POSITIVE_INFINITY, -Infinity, -Infinity]
  for (const line of lines)
    for (let at = 0; at + 1 < line.length; at += 2) {
      west = Math.min(west, line[at]!)
      east = Math.max(east, line[at]!)
      south = Math.min(south, line[at + 1]!)
      north = Math.max(north, line[at + 1]!)
    }
  // Degrees of longitude are shortest at the end farther from the equator.
  const [perLon, perLat] = metresPerDegree(Math.max(Math.abs(south), Math.abs(north)))
  const [dx, dy] = [(metres / perLon) * 1.02, (metres / perLat) * 1.02]
  return { name, lines, box: [west - dx, south - dy, east + dx, north + dy] }
}
