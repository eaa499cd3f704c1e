import type { LayerSpecification } from '@maplibre/maplibre-gl-style-spec'
import type { Palette } from './palette'

/** Borders around the city in quiet colours, so that the city has a context. */
export function neighbourLayers(palette: Palette): LayerSpecification[] {
  const of = { type: 'line', source: 'neighbours' } as const
  return [
    {
      id: 'neighbour-counties',
      ...of,
      minzoom: 8.5,
      filter: ['!=', ['get', 'level'], 'city'],
      paint: { 'line-color': palette.neighbour, 'line-width': 0.7, 'line-opacity': 0.45, 'line-dasharray': [3, 3] },
    },
    {
      id: 'neighbour-cities',
      ...of,
      filter: ['==', ['get', 'level'], 'city'],
      paint: { 'line-color': palette.neighbour, 'line-width': 1, 'line-opacity': 0.7, 'line-dasharray': [6, 2, 1, 2] },
    },
  ]
}
