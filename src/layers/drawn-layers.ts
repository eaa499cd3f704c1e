import type { LayerSpecification } from '@maplibre/maplibre-gl-style-spec'
import type { MapStyleInput } from './map-style-input'
import type { Palette } from './palette'

/** The ring around the city, in which enterprises are counted; empty if it is off. */
export function ringLayers({ palette, hidden, opacity }: MapStyleInput): LayerSpecification[] {
  if (hidden.has('ring')) return []
  return [
    {
      id: 'ring-fill',
      type: 'fill',
      source: 'ring',
      paint: { 'fill-color': palette.action, 'fill-opacity': 0.03 * (opacity.ring ?? 1) },
    },
    {
      id: 'ring-line',
      type: 'line',
      source: 'ring',
      paint: {
        'line-color': palette.action,
        'line-width': 2,
        'line-dasharray': [3, 2],
        'line-opacity': opacity.ring ?? 1,
      },
    },
  ]
}

/** Opacity of the inside of drawn areas. */
export const DRAWN_TINT = 0.14

/** Drawn selections and measurements; thicker for reading at arm's length. */
export function drawnLayers(palette: Palette, isFar: boolean): LayerSpecification[] {
  return [
    {
      id: 'drawn-fill',
      type: 'fill',
      source: 'drawn',
      filter: ['all', ['==', ['geometry-type'], 'Polygon'], ['!=', ['get', 'use'], 'measure']],
      paint: {
        'fill-color': ['match', ['get', 'use'], 'subtract', palette.quiet, palette.action],
        'fill-opacity': DRAWN_TINT,
      },
    },
    {
      id: 'drawn-along',
      type: 'line',
      source: 'drawn',
      filter: ['==', ['get', 'use'], 'along'],
      layout: { 'line-cap': 'round', 'line-join': 'round' },
      paint: { 'line-color': palette.action, 'line-width': 16, 'line-opacity': 0.35 },
    },
    {
      id: 'drawn-line',
      type: 'line',
      source: 'drawn',
      filter: ['!=', ['get', 'use'], 'along'],
      paint: { 'line-color': palette.action, 'line-width': isFar ? 4 : 2.5 },
    },
  ]
}
