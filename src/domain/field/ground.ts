import type { LineString, MultiLineString } from 'geojson'
import { distanceMetres } from '@/domain/geodesy/distance'
import { nearestOnEdges } from '@/domain/geodesy/edge-distance'
import type { Position } from '@/domain/geodesy/position'

/**
 * Farther from a source than this, beyond its own extent and what the position may be wrong by, is said to be far: a site of
 * which only a point is known is rarely longer than this from its middle to its gate, and the next site of a street lies beyond.
 */
export const FAR_METRES = 200

/** A source as it lies on the ground, as far as the package says. */
export interface Ground {
  readonly position: Position
  /** Along which it lies; null for one that is no line. */
  readonly line: LineString | MultiLineString | null
  /** Null where nobody wrote it down. */
  readonly squareMetres: number | null
}

/** The edges of a line as flat quadruples; those of one point too. */
function edgesOf({ type, coordinates }: LineString | MultiLineString): Float64Array {
  const parts = type === 'LineString' ? [coordinates] : coordinates
  return Float64Array.from(
    parts.flatMap((part) => part.slice(1).flatMap((to, i) => [part[i]![0]!, part[i]![1]!, to[0]!, to[1]!])),
  )
}

/** Metres from a place to a source: to the nearest place of a line, to the middle of all else. */
export function metresTo({ position, line }: Ground, from: Position): number {
  const edges = line ? edgesOf(line) : new Float64Array()
  const all = Array.from({ length: edges.length / 4 }, (_, edge) => edge)
  return all.length > 0 ? nearestOnEdges(edges, all, from).metres : distanceMetres(from, position)
}

/**
 * How far a source of an area reaches from its middle: an area up to four times as long as wide reaches hardly farther. A list may
 * have what is no area.
 */
const reachOf = ({ line, squareMetres }: Ground) => (!line && Number(squareMetres) > 0 ? Math.sqrt(squareMetres!) : 0)

/** Metres from a place to where a source ends, less what the place may be wrong by; 0 for whoever may be there. */
export const metresOutside = (ground: Ground, from: Position, accuracyMetres = 0): number =>
  Math.max(0, metresTo(ground, from) - reachOf(ground) - accuracyMetres)
