import type { Feature, FeatureCollection, MultiLineString, Position } from 'geojson'
import { type Surface, surfaceRings } from '@/domain/geodesy/area-index'

/** The edges of surfaces as lines, those that two neighbours share once: drawn twice, their dashes would fill one another's gaps. */
export function borderLines(outlines: FeatureCollection): Feature<MultiLineString> {
  const seen = new Set<string>()
  const isNew = (from: Position, to: Position) => {
    const [one, other] = [from.join(), to.join()]
    const key = one < other ? `${one} ${other}` : `${other} ${one}`
    if (seen.has(key)) return false
    seen.add(key)
    return true
  }
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
  return { type: 'Feature', properties: {}, geometry: { type: 'MultiLineString', coordinates } }
}
