import type { Feature, FeatureCollection, MultiLineString, Position } from 'geojson'
import { type Surface, surfaceRings } from '@/domain/geodesy/area-index'

const isSame = (one: Position, other: Position) => one[0] === other[0] && one[1] === other[1]

/** Returns a function that tells whether an edge occurs for the first time, in either direction. */
function firstMeetings(): (from: Position, to: Position) => boolean {
  const met = new Map<number, (readonly [Position, Position])[]>()
  return (from, to) => {
    // The same for both directions; few different edges share a key.
    const key = (from[0]! + to[0]!) * 1000 + from[1]! + to[1]!
    const known = met.get(key)
    if (known?.some(([a, b]) => (isSame(a, from) && isSame(b, to)) || (isSame(a, to) && isSame(b, from)))) return false
    if (known) known.push([from, to])
    else met.set(key, [[from, to]])
    return true
  }
}

const made = new WeakMap<FeatureCollection, Feature<MultiLineString>>()

/**
 * The edges of surfaces as lines, with edges shared by neighbours only once: drawn twice, their dashes would fill
 * each other's gaps.
 * Cached by collection.
 */
export function borderLines(outlines: FeatureCollection): Feature<MultiLineString> {
  const known = made.get(outlines)
  if (known) return known
  const isNew = firstMeetings()
  const coordinates: Position[][] = []
  for (const { geometry } of outlines.features)
    for (const ring of surfaceRings(geometry as Surface) as unknown as Position[][]) {
      let line: Position[] | null = null
      ring.forEach((to, i) => {
        const from = ring[i - 1]
        if (!from || !isNew(from, to)) line = null
        else if (line) line.push(to)
        else {
          line = [from, to]
          coordinates.push(line)
        }
      })
    }
  const lines: Feature<MultiLineString> = {
    type: 'Feature',
    properties: {},
    geometry: { type: 'MultiLineString', coordinates },
  }
  made.set(outlines, lines)
  return lines
}
