import type { LayerSpecification, StyleSpecification } from '@maplibre/maplibre-gl-style-spec'
import type { FeatureCollection, Point } from 'geojson'
import { FONT } from './font'
import type { Palette } from './palette'

/** A style with the names of the counties in it, for a map without symbols above it. */
export function withLabels(
  style: StyleSpecification,
  labels: FeatureCollection<Point>,
  palette: Palette,
): StyleSpecification {
  const layer: LayerSpecification = {
    id: 'county-names',
    type: 'symbol',
    source: 'county-names',
    layout: { 'text-field': ['get', 'text'], 'text-font': [FONT], 'text-size': 14 },
    paint: { 'text-color': palette.ink, 'text-halo-color': palette.panel, 'text-halo-width': 1.6 },
  }
  const sources = { ...style.sources, 'county-names': { type: 'geojson' as const, data: labels } }
  return { ...style, sources, layers: [...style.layers, layer] }
}
