import type { LayerSpecification, StyleSpecification } from '@maplibre/maplibre-gl-style-spec'
import { hasOwnPicture } from '@/layers/own-picture'

/** Consecutive layers of a style that are drawn together. */
export type StyleRun =
  /** Shapes held by the page, from any GeoJSON sources. */
  | { readonly type: 'shapes'; readonly layers: readonly LayerSpecification[] }
  | { readonly type: 'vector' | 'raster'; readonly source: string; readonly layers: readonly LayerSpecification[] }

/** Groups the layers of a style into runs, bottom first; the background is skipped. */
export function styleRuns({ sources, layers }: StyleSpecification): StyleRun[] {
  const runs: { type: StyleRun['type']; source: string; layers: LayerSpecification[] }[] = []
  let wasAlone = false
  for (const layer of layers) {
    if (!('source' in layer) || typeof layer.source !== 'string') continue
    const of = sources[layer.source]?.type
    const type = of === 'vector' || of === 'raster' ? of : 'shapes'
    const source = type === 'shapes' ? '' : layer.source
    const last = runs.at(-1)
    const isApart = type === 'raster' || wasAlone || hasOwnPicture(layer)
    wasAlone = hasOwnPicture(layer)
    if (last?.type === type && last.source === source && !isApart) last.layers.push(layer)
    else runs.push({ type, source, layers: [layer] })
  }
  return runs
}
