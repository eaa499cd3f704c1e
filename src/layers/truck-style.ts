import type { StyleSpecification } from '@maplibre/maplibre-gl-style-spec'
import type { FeatureCollection, LineString, Point } from 'geojson'
import { ROLES } from '@/domain/trucks/settings'
import { OTHER_STOP, UNLISTED_STOP } from '@/domain/trucks/stop-sorts'
import type { Palette } from './palette'
import { type QuietCounties, quietCounties } from './quiet-counties'

/** Layers that can be pressed: unlisted places, and suspected breaches above them. */
export const [UNLISTED_LAYER, BREACH_LAYER] = ['unlisted', 'breaches'] as const

export interface TruckStyleInput extends QuietCounties {
  /** Points where trucks stopped; `sort`: index of the role, `UNLISTED_STOP` or `OTHER_STOP`; and `radius`. */
  readonly stops: FeatureCollection<Point>
  /** Unlisted places with `id` and `chosen`. */
  readonly unlisted: FeatureCollection<Point>
  /** Suspected breaches with `id`, `image` (an image name) and `chosen`. */
  readonly breaches: FeatureCollection<Point>
  /** The ways driven during the chosen breach. */
  readonly ways: FeatureCollection<LineString>
  /** The whole tracks of the day, drawn faintly below everything that moves or can be pressed. */
  readonly wholeTracks: FeatureCollection<LineString>
}

/** Sorts of stops in the legend's order; roles by their index in `ROLES`. */
export const STOP_SORTS: readonly number[] = [...ROLES.keys(), UNLISTED_STOP, OTHER_STOP]

/** The colour of a sort of stops. */
export function stopColour(palette: Palette, sort: number): string {
  const [depot, wash, fuel, tip, site] = palette.categories as [string, string, string, string, string]
  return { 0: site, 1: tip, 2: depot, 3: wash, 4: fuel, [UNLISTED_STOP]: palette.status.overdue }[sort] ?? palette.quiet
}

/**
 * Counties, rivers and known lines in quiet colours; stops coloured by sort, rings around unlisted places, and
 * suspected breaches.
 */
export function truckStyle({
  stops,
  unlisted,
  breaches,
  ways,
  wholeTracks,
  ...counties
}: TruckStyleInput): StyleSpecification {
  const { palette } = counties
  const below = quietCounties(counties)
  const [first, ...others] = STOP_SORTS.map((sort) => [sort, stopColour(palette, sort)] as const)
  return {
    version: 8,
    sources: {
      ...below.sources,
      stops: { type: 'geojson', data: stops },
      unlisted: { type: 'geojson', data: unlisted },
      breaches: { type: 'geojson', data: breaches },
      ways: { type: 'geojson', data: ways },
      'whole-tracks': { type: 'geojson', data: wholeTracks },
    },
    layers: [
      ...below.layers,
      {
        id: 'whole-tracks',
        type: 'line',
        source: 'whole-tracks',
        layout: { 'line-cap': 'round', 'line-join': 'round' },
        paint: { 'line-color': palette.action, 'line-width': 2.5, 'line-opacity': 0.4 },
      },
      {
        id: 'stops',
        type: 'circle',
        source: 'stops',
        paint: {
          'circle-radius': ['get', 'radius'],
          'circle-color': ['match', ['get', 'sort'], ...first!, ...others.flat(), palette.quiet],
          'circle-opacity': 0.7,
        },
      },
      {
        id: UNLISTED_LAYER,
        type: 'circle',
        source: 'unlisted',
        paint: {
          'circle-radius': ['case', ['get', 'chosen'], 14, 10],
          'circle-color': palette.status.overdue,
          'circle-opacity': ['case', ['get', 'chosen'], 0.35, 0.12],
          'circle-stroke-color': palette.status.overdue,
          'circle-stroke-width': 2.5,
        },
      },
      {
        id: 'ways',
        type: 'line',
        source: 'ways',
        layout: { 'line-cap': 'round', 'line-join': 'round' },
        paint: { 'line-color': palette.status.failing, 'line-width': 9, 'line-opacity': 0.75 },
      },
      {
        id: 'chosen-breach',
        type: 'circle',
        source: 'breaches',
        filter: ['==', ['get', 'chosen'], true],
        paint: {
          'circle-radius': 15,
          'circle-color': palette.panel,
          'circle-opacity': 0.6,
          'circle-stroke-color': palette.ink,
          'circle-stroke-width': 2.5,
        },
      },
      {
        id: BREACH_LAYER,
        type: 'symbol',
        source: 'breaches',
        layout: { 'icon-image': ['get', 'image'], 'icon-allow-overlap': true, 'icon-ignore-placement': true },
      },
    ],
  }
}
