import type { StyleSpecification } from '@maplibre/maplibre-gl-style-spec'
import type { FeatureCollection, Point } from 'geojson'
import type { Palette } from './palette'

/** Layer of the places that a press can mean. */
export const UNLISTED_LAYER = 'unlisted'

export interface TruckStyleInput {
  readonly palette: Palette
  readonly outlines: FeatureCollection
  readonly rivers: FeatureCollection
  readonly lines: FeatureCollection
  /** Points at which trucks stopped, each with `sort`, the place of its role among five, `unlisted` or `other`, and `radius`. */
  readonly stops: FeatureCollection<Point>
  /** Unlisted places, each with its `id` and whether it is `chosen`. */
  readonly unlisted: FeatureCollection<Point>
}

/** Counties, rivers and known lines in quiet colours; stops by their place, and rings about unlisted places. */
export function truckStyle({ palette, outlines, rivers, lines, stops, unlisted }: TruckStyleInput): StyleSpecification {
  const [depot, wash, fuel, tip, site] = palette.categories as [string, string, string, string, string]
  return {
    version: 8,
    sources: {
      outlines: { type: 'geojson', data: outlines },
      rivers: { type: 'geojson', data: rivers },
      lines: { type: 'geojson', data: lines },
      stops: { type: 'geojson', data: stops },
      unlisted: { type: 'geojson', data: unlisted },
    },
    layers: [
      { id: 'ground', type: 'background', paint: { 'background-color': palette.land } },
      { id: 'counties', type: 'fill', source: 'outlines', paint: { 'fill-color': palette.unranked } },
      { id: 'borders', type: 'line', source: 'outlines', paint: { 'line-color': palette.border, 'line-width': 1.5 } },
      { id: 'rivers', type: 'line', source: 'rivers', paint: { 'line-color': palette.water, 'line-width': 2 } },
      { id: 'lines', type: 'line', source: 'lines', paint: { 'line-color': palette.quiet, 'line-width': 1.5 } },
      {
        id: 'stops',
        type: 'circle',
        source: 'stops',
        paint: {
          'circle-radius': ['get', 'radius'],
          'circle-color': [
            'match',
            ['get', 'sort'],
            '0',
            site,
            '1',
            tip,
            '2',
            depot,
            '3',
            wash,
            '4',
            fuel,
            'unlisted',
            palette.status.overdue,
            palette.quiet,
          ],
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
    ],
  }
}
