import type { LayerSpecification, StyleSpecification } from '@maplibre/maplibre-gl-style-spec'
import type { Feature, FeatureCollection } from 'geojson'
import type { Surface } from '@/domain/geodesy/area-index'
import { basemapStyle } from './basemap-layers'
import {
  BORDER_SOURCE,
  COUNTY_SOURCE,
  countyLayers,
  EDGE_TOLERANCE,
  STRIP_SOURCE,
  STRIP_TOLERANCE,
} from './county-layers'
import { drawnLayers, ringLayers } from './drawn-layers'
import { heatLayer } from './heat-layer'
import { lineLayers } from './line-layers'
import type { MapStyleInput } from './map-style-input'
import { neighbourLayers } from './neighbour-layers'
import { pointLayer } from './point-layer'

const surface = (geometry: Surface): Feature => ({ type: 'Feature', properties: {}, geometry })
const collection = (features: Feature[]): FeatureCollection => ({ type: 'FeatureCollection', features })

/** Opacity of the counties' dustfall over a basemap, which must remain visible. */
const OVER_BASEMAP = 0.55

/** Opacity of the counties' dustfall, as chosen and for what lies under it. */
export const dustfallOpacity = ({ dustfall = 1 }: MapStyleInput['opacity'], overBasemap: boolean): number =>
  dustfall * (overBasemap ? OVER_BASEMAP : 1)

/** The whole style as one value; MapLibre finds the changes. It uses no glyphs, and requests only added basemaps. */
export function mapStyle(input: MapStyleInput): StyleSpecification {
  const { palette, hidden, opacity } = input
  const basemaps = input.basemaps.map((each) => basemapStyle(each, palette, input.basemapWords))
  const layers: LayerSpecification[] = [
    { id: 'ground', type: 'background', paint: { 'background-color': palette.land } },
    ...neighbourLayers(palette),
    ...countyLayers({
      report: input.report,
      shown: !hidden.has('dustfall'),
      opacity: dustfallOpacity(opacity, basemaps.length > 0),
      basemaps: basemaps.flatMap(({ ground }) => ground),
      focused: input.focusedCounty,
      palette,
    }),
    {
      id: 'river',
      type: 'line',
      source: 'rivers',
      layout: { 'line-cap': 'round', 'line-join': 'round' },
      paint: { 'line-color': palette.water, 'line-width': ['interpolate', ['linear'], ['zoom'], 7, 1.4, 12, 5] },
    },
    {
      id: 'built-up-fill',
      type: 'fill',
      source: 'built-up',
      paint: { 'fill-color': palette.ink, 'fill-opacity': ['interpolate', ['linear'], ['zoom'], 11, 0.06, 13, 0] },
    },
    {
      id: 'built-up-line',
      type: 'line',
      source: 'built-up',
      paint: { 'line-color': palette.quiet, 'line-width': 1.2, 'line-dasharray': [1, 2] },
    },
    ...basemaps.flatMap(({ names }) => names),
    ...ringLayers(input),
    ...input.lineKinds.flatMap((kind) => lineLayers(input, kind)),
    ...drawnLayers(palette, input.basemapWords.leastPixels > 0),
  ]
  if (input.heat) layers.push(heatLayer(palette, opacity.sources ?? 1))
  if (!hidden.has('points')) layers.push(pointLayer(input))
  return {
    version: 8,
    sources: {
      [COUNTY_SOURCE]: { type: 'geojson', data: input.outlines, tolerance: EDGE_TOLERANCE },
      [STRIP_SOURCE]: { type: 'geojson', data: input.outlines, tolerance: STRIP_TOLERANCE },
      [BORDER_SOURCE]: { type: 'geojson', data: input.borders, tolerance: EDGE_TOLERANCE },
      neighbours: { type: 'geojson', data: input.neighbours, tolerance: EDGE_TOLERANCE },
      rivers: { type: 'geojson', data: input.rivers },
      'built-up': { type: 'geojson', data: collection(input.builtUpArea ? [surface(input.builtUpArea)] : []) },
      ring: { type: 'geojson', data: collection(input.ring ? [surface(input.ring)] : []) },
      lines: { type: 'geojson', data: input.lines },
      points: { type: 'geojson', data: input.points },
      drawn: { type: 'geojson', data: input.drawn },
      ...(input.heat ? { heat: { type: 'geojson' as const, data: input.heat } } : {}),
      ...Object.fromEntries(basemaps.map(({ source }) => source)),
    },
    layers,
  }
}
