import type { LayerSpecification, StyleSpecification } from '@maplibre/maplibre-gl-style-spec'
import type { GeoJSONSource, Map as MapLibreMap } from 'maplibre-gl'

type PaintProperty = Parameters<MapLibreMap['setPaintProperty']>[1]

type Change = (map: MapLibreMap) => void
type Named = Readonly<Record<string, unknown>>

const isSame = (one: unknown, other: unknown) => one === other || JSON.stringify(one) === JSON.stringify(other)

/** Keys of all objects, each once. */
const namesOf = (...all: (object | undefined)[]) => [...new Set(all.flatMap((each) => Object.keys(each ?? {})))]

/** Changes of a layer's paint and filter; null if anything else of it changed. */
function changesOf(before: LayerSpecification, next: LayerSpecification): readonly Change[] | null {
  const changes: Change[] = []
  const { id } = next
  for (const name of namesOf(before, next)) {
    const [was, is] = [(before as unknown as Named)[name], (next as unknown as Named)[name]]
    if (isSame(was, is)) continue
    if (name === 'filter') changes.push((map) => map.setFilter(id, is as Parameters<typeof map.setFilter>[1]))
    else if (name === 'paint')
      for (const property of namesOf(was as object, is as object)) {
        const value = (is as Named | undefined)?.[property]
        if (!isSame((was as Named | undefined)?.[property], value))
          changes.push((map) => map.setPaintProperty(id, property as PaintProperty, value as never))
      }
    else return null
  }
  return changes
}

/** Changes of a source's data; null if anything else of it changed. */
function changesOfSource(id: string, before: Named | undefined, next: Named | undefined): readonly Change[] | null {
  if (!before || !next) return null
  const changed = namesOf(before, next).filter(
    (name) => before[name] !== next[name] && !isSame(before[name], next[name]),
  )
  if (changed.length === 0) return []
  if (next.type !== 'geojson' || changed.some((name) => name !== 'data')) return null
  return [(map) => void (map.getSource(id) as GeoJSONSource | undefined)?.setData(next.data as GeoJSON.GeoJSON)]
}

/**
 * Applies only the differences between two styles. MapLibre's own diff would copy all outlines and compare them point
 * by point, even if one county of thousands was merely selected.
 * @returns whether that was possible; if not, nothing was done and the style has to be set
 */
export function repaint(map: MapLibreMap, before: StyleSpecification, next: StyleSpecification): boolean {
  const others = ({ sources, layers, ...rest }: StyleSpecification) => rest
  if (before.layers.length !== next.layers.length || !isSame(others(before), others(next))) return false
  const changes = [
    ...namesOf(before.sources, next.sources).map((id) =>
      changesOfSource(id, before.sources[id] as unknown as Named, next.sources[id] as unknown as Named),
    ),
    ...next.layers.map((layer, i) => (before.layers[i]!.id === layer.id ? changesOf(before.layers[i]!, layer) : null)),
  ]
  // Before the style has loaded, it can only be set as a whole.
  if (changes.some((each) => each === null) || !map.isStyleLoaded()) return false
  for (const change of changes.flat()) change?.(map)
  return true
}
