import type { LayerSpecification, SourceSpecification } from '@maplibre/maplibre-gl-style-spec'
import type { FeatureCollection } from 'geojson'
import type { Palette } from './palette'

/** The background of a small map. */
export interface QuietCounties {
  readonly palette: Palette
  readonly outlines: FeatureCollection
  readonly rivers: FeatureCollection
  readonly lines: FeatureCollection
}

/** Counties, rivers and known lines in quiet colours, as sources and first layers of a style. */
export function quietCounties({ palette, outlines, rivers, lines }: QuietCounties): {
  readonly sources: Readonly<Record<string, SourceSpecification>>
  readonly layers: readonly LayerSpecification[]
} {
  return {
    sources: {
      outlines: { type: 'geojson', data: outlines },
      rivers: { type: 'geojson', data: rivers },
      lines: { type: 'geojson', data: lines },
    },
    layers: [
      { id: 'ground', type: 'background', paint: { 'background-color': palette.land } },
      { id: 'counties', type: 'fill', source: 'outlines', paint: { 'fill-color': palette.unranked } },
      { id: 'borders', type: 'line', source: 'outlines', paint: { 'line-color': palette.border, 'line-width': 1.5 } },
      { id: 'rivers', type: 'line', source: 'rivers', paint: { 'line-color': palette.water, 'line-width': 2 } },
      { id: 'lines', type: 'line', source: 'lines', paint: { 'line-color': palette.quiet, 'line-width': 1.5 } },
    ],
  }
}
