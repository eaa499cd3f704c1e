import type { ExpressionSpecification, LayerSpecification, StyleSpecification } from '@maplibre/maplibre-gl-style-spec'
import type { Feature, FeatureCollection, Point } from 'geojson'
import type { MonthReport } from '@/domain/dustfall/month-report'
import type { Surface } from '@/domain/geodesy/area-index'
import type { KindId } from '@/domain/sources/kinds/kind'
import { basemapStyle, type LoadedBasemap } from './basemap-layers'
import { COUNTY_SOURCE, countyLayers } from './county-layers'
import type { Palette } from './palette'

/** Everything of the map that is not a symbol of a source. */
export interface MapStyleInput {
  readonly palette: Palette
  readonly outlines: FeatureCollection
  readonly rivers: FeatureCollection
  readonly builtUpArea: Surface | null
  readonly ring: Surface | null
  /** Sources along lines, each with its key, kind and number of the colour of its grade (-1 where nobody knows). */
  readonly lines: FeatureCollection
  /** Kinds that lie along lines. */
  readonly lineKinds: readonly KindId[]
  readonly points: FeatureCollection<Point>
  readonly report: MonthReport | null
  /** What is selected, and what is measured. */
  readonly drawn: FeatureCollection
  readonly focusedCounty: string | null
  /** Key of the selected source along a line. */
  readonly selectedLine: string | null
  /** Maps of the office's own, the lowest first. */
  readonly basemaps: readonly LoadedBasemap[]
  /** Where many sources are, each point weighed 0…1; null where they are drawn otherwise. */
  readonly heat: FeatureCollection<Point> | null
  /** Layers switched off, and how opaque the others are (1 where not said). */
  readonly hidden: ReadonlySet<string>
  readonly opacity: Readonly<Record<string, number>>
}

export const FONT = 'Noto Sans SC Variable'

const surface = (geometry: Surface): Feature => ({ type: 'Feature', properties: {}, geometry })
const collection = (features: Feature[]): FeatureCollection => ({ type: 'FeatureCollection', features })

/** Layers of one kind that lies along lines. */
function lineLayers({ palette, opacity, selectedLine }: MapStyleInput, kind: KindId): LayerSpecification[] {
  const layout = { 'line-cap': 'round', 'line-join': 'round' } as const
  const filter: ExpressionSpecification = ['==', ['get', 'kind'], kind]
  return [
    {
      id: `line-selected-${kind}`,
      type: 'line',
      source: 'lines',
      filter: ['==', ['get', 'key'], selectedLine ?? ''],
      layout,
      paint: { 'line-color': palette.ink, 'line-width': 11 },
    },
    {
      id: `line-casing-${kind}`,
      type: 'line',
      source: 'lines',
      filter,
      layout,
      paint: {
        'line-color': palette.panel,
        'line-width': ['interpolate', ['linear'], ['zoom'], 8, 3, 13, 9],
        'line-opacity': opacity[kind] ?? 1,
      },
    },
    {
      id: lineLayer(kind),
      type: 'line',
      source: 'lines',
      filter,
      layout,
      paint: {
        'line-color': [
          'match',
          ['get', 'colour'],
          ...palette.grades.flatMap((colour, i) => [i, colour]),
          palette.status.unknown,
        ] as unknown as ExpressionSpecification,
        'line-width': ['interpolate', ['linear'], ['zoom'], 8, 1.6, 13, 6],
        'line-opacity': opacity[kind] ?? 1,
      },
    },
  ]
}

/** Name of the layer in which a kind's lines can be picked. */
export const lineLayer = (kind: KindId) => `line-${kind}`

function ringLayers({ palette, hidden, opacity }: MapStyleInput): LayerSpecification[] {
  if (hidden.has('ring')) return []
  return [
    {
      id: 'ring-fill',
      type: 'fill',
      source: 'ring',
      paint: { 'fill-color': palette.action, 'fill-opacity': 0.07 * (opacity.ring ?? 1) },
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

function drawnLayers(palette: Palette): LayerSpecification[] {
  return [
    {
      id: 'drawn-fill',
      type: 'fill',
      source: 'drawn',
      filter: ['all', ['==', ['geometry-type'], 'Polygon'], ['!=', ['get', 'use'], 'measure']],
      paint: {
        'fill-color': ['match', ['get', 'use'], 'subtract', palette.quiet, palette.action],
        'fill-opacity': 0.14,
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
      paint: { 'line-color': palette.action, 'line-width': 2.5 },
    },
  ]
}

/** Twice the squares that the sources are counted in for it. */
const HEAT_PIXELS = 28

/** So opaque is the dustfall of the counties over a basemap, which is to be seen through it. */
const OVER_BASEMAP = 0.55

/** The whole style as one value; MapLibre works out what changed since the last. No glyphs; no request but for basemaps that were added. */
export function mapStyle(input: MapStyleInput): StyleSpecification {
  const { palette, hidden, opacity } = input
  const basemaps = input.basemaps.map((each) => basemapStyle(each, palette))
  const layers: LayerSpecification[] = [
    { id: 'ground', type: 'background', paint: { 'background-color': palette.land } },
    ...countyLayers({
      report: input.report,
      shown: !hidden.has('dustfall'),
      opacity: (opacity.dustfall ?? 1) * (basemaps.length > 0 ? OVER_BASEMAP : 1),
      basemaps: basemaps.flatMap((each): LayerSpecification[] => each.layers),
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
      paint: { 'fill-color': palette.ink, 'fill-opacity': 0.06 },
    },
    {
      id: 'built-up-line',
      type: 'line',
      source: 'built-up',
      paint: { 'line-color': palette.quiet, 'line-width': 1.2, 'line-dasharray': [1, 2] },
    },
    ...ringLayers(input),
    ...input.lineKinds.filter((kind) => !input.hidden.has(kind)).flatMap((kind) => lineLayers(input, kind)),
    ...drawnLayers(palette),
  ]
  if (input.heat) layers.push(heatLayer(palette, opacity.sources ?? 1))
  if (!hidden.has('points')) layers.push(pointLayer(input))
  return {
    version: 8,
    sources: {
      [COUNTY_SOURCE]: { type: 'geojson', data: input.outlines },
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

/** From nothing to the colour of what is overdue; not the ramp of the counties, over which it lies. */
function heatLayer({ status, ramp }: Palette, opacity: number): LayerSpecification {
  const stops = [0.15, `${ramp.at(-2)}99`, 0.5, ramp.at(-2)!, 0.8, status.overdue, 1, status.overdue]
  return {
    id: 'source-heat',
    type: 'heatmap',
    source: 'heat',
    paint: {
      'heatmap-weight': ['get', 'weight'],
      'heatmap-radius': HEAT_PIXELS,
      'heatmap-opacity': 0.75 * opacity,
      'heatmap-color': [
        'interpolate',
        ['linear'],
        ['heatmap-density'],
        0,
        'rgba(0, 0, 0, 0)',
        ...stops,
      ] as unknown as ExpressionSpecification,
    },
  }
}

function pointLayer({ palette, opacity }: MapStyleInput): LayerSpecification {
  return {
    id: 'dustfall-point',
    type: 'symbol',
    source: 'points',
    layout: {
      'icon-image': ['concat', 'drop-', ['get', 'class']],
      'icon-allow-overlap': true,
      'icon-anchor': 'bottom',
      'text-field': ['step', ['zoom'], '', 10, ['get', 'text']],
      'text-font': [FONT],
      'text-size': 12,
      'text-anchor': 'top',
      'text-optional': true,
    },
    paint: {
      'icon-opacity': opacity.points ?? 1,
      'text-color': palette.ink,
      'text-halo-color': palette.panel,
      'text-halo-width': 1.4,
    },
  }
}

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
