import type { LayerSpecification, StyleSpecification } from '@maplibre/maplibre-gl-style-spec'
import type { Map as MapLibreMap } from 'maplibre-gl'

type PaintProperty = Parameters<MapLibreMap['setPaintProperty']>[1]

type Change = (map: MapLibreMap) => void
type Named = Readonly<Record<string, unknown>>

const isSame = (one: unknown, other: unknown) => one === other || JSON.stringify(one) === JSON.stringify(other)

/** Names of what one of two has, and of what both have. */
const namesOf = (...all: (object | undefined)[]) => [...new Set(all.flatMap((each) => Object.keys(each ?? {})))]

/** What a layer is painted with and which features it shows; null where more of it has changed. */
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

/**
 * Paints the layers of a style that has the sources of the one before it: MapLibre would copy and compare the outlines of
 * thousands of counties, point by point, to find that one of them was chosen.
 * @returns whether that is all that has changed; else nothing was done
 */
export function repaint(map: MapLibreMap, before: StyleSpecification, next: StyleSpecification): boolean {
  const isOfSources = namesOf(before.sources, next.sources).every((id) => {
    const [was, is] = [before.sources[id], next.sources[id]] as unknown as (Named | undefined)[]
    // What a source shows is the same object, or taken for another.
    return was && is && namesOf(was, is).every((name) => was[name] === is[name])
  })
  const others = ({ sources, layers, ...rest }: StyleSpecification) => rest
  if (!isOfSources || before.layers.length !== next.layers.length || !isSame(others(before), others(next))) return false
  const changes = next.layers.map((layer, i) =>
    before.layers[i]!.id === layer.id ? changesOf(before.layers[i]!, layer) : null,
  )
  // Before it has loaded, it can only be set whole.
  if (changes.some((each) => each === null) || !map.isStyleLoaded()) return false
  for (const change of changes.flat()) change?.(map)
  return true
}
