import type { LineString, MultiLineString } from 'geojson'
import { distanceMetres } from '@/domain/geodesy/distance'
import { nearestOnEdges } from '@/domain/geodesy/edge-distance'
import type { Position } from '@/domain/geodesy/position'

/**
 * A place counts as far from a source beyond this distance, not counting the source's own extent and the error of the
 * position. A site recorded as a point is rarely longer than this from its middle to its gate, and the next site along
 * a street is farther away.
 */
export const FAR_METRES = 200

/** The location and extent of a source, as far as the package has them. */
export interface Ground {
  readonly position: Position
  /** The course of a line source; null for other sources. */
  readonly line: LineString | MultiLineString | null
  /** Null if not recorded. */
  readonly squareMetres: number | null
}

/** The edges of a line, each as four numbers in one flat array; works for lines of a single point too. */
function edgesOf({ type, coordinates }: LineString | MultiLineString): Float64Array {
  const parts = type === 'LineString' ? [coordinates] : coordinates
  return Float64Array.from(
    parts.flatMap((part) => part.slice(1).flatMap((to, i) => [part[i]![0]!, part[i]![1]!, to[0]!, to[1]!])),
  )
}

/** The distance in metres to a source: to the nearest point of a line, otherwise to the middle. */
export function metresTo({ position, line }: Ground, from: Position): number {
  const edges = line ? edgesOf(line) : new Float64Array()
  const all = Array.from({ length: edges.length / 4 }, (_, edge) => edge)
  return all.length > 0 ? nearestOnEdges(edges, all, from).metres : distanceMetres(from, position)
}

/**
 * The radius of an area source: an area up to four times as long as wide hardly extends farther. Lists may contain
 * invalid areas.
 */
const reachOf = ({ line, squareMetres }: Ground) => (!line && Number(squareMetres) > 0 ? Math.sqrt(squareMetres!) : 0)

/**
 * The distance in metres from a place to the edge of a source, minus the error of the position; 0 if the place may be
 * at the source.
 */
export const metresOutside = (ground: Ground, from: Position, accuracyMetres = 0): number =>
  Math.max(0, metresTo(ground, from) - reachOf(ground) - accuracyMetres)
