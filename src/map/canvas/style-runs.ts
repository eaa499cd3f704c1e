import type { LayerSpecification, StyleSpecification } from '@maplibre/maplibre-gl-style-spec'
import { isAlone } from '@/layers/alone'

/** Layers of a style that lie directly on one another and are drawn in one go. */
export type StyleRun =
  /** Shapes that the page has, of any sources. */
  | { readonly type: 'shapes'; readonly layers: readonly LayerSpecification[] }
  | { readonly type: 'vector' | 'raster'; readonly source: string; readonly layers: readonly LayerSpecification[] }

/** Puts the layers of a style into runs, from the ground up; the background is no layer. */
export function styleRuns({ sources, layers }: StyleSpecification): StyleRun[] {
  const runs: { type: StyleRun['type']; source: string; layers: LayerSpecification[] }[] = []
  let wasAlone = false
  for (const layer of layers) {
    if (!('source' in layer) || typeof layer.source !== 'string') continue
    const of = sources[layer.source]?.type
    const type = of === 'vector' || of === 'raster' ? of : 'shapes'
    const source = type === 'shapes' ? '' : layer.source
    const last = runs.at(-1)
    const isApart = type === 'raster' || wasAlone || isAlone(layer)
    wasAlone = isAlone(layer)
    if (last?.type === type && last.source === source && !isApart) last.layers.push(layer)
    else runs.push({ type, source, layers: [layer] })
  }
  return runs
}
