import type { ExpressionSpecification, StyleSpecification } from '@maplibre/maplibre-gl-style-spec'
import type { FeatureCollection } from 'geojson'
import { ALONE } from './alone'
import type { Palette } from './palette'

/** Layer of the counties, which tells what was pressed by the property `place`. */
export const PROVINCE_COUNTIES = 'province-counties'

export interface ProvinceStyleInput {
  readonly palette: Palette
  /** Counties with their `place`; borders as lines whose `border` says of what. */
  readonly outlines: FeatureCollection
  /** Class of dustfall of each county, by its place; null without a figure. */
  readonly classes: readonly (number | null)[]
  /** Place of the county that was chosen. */
  readonly chosen: number | null
}

/** Counties filled by their class of dustfall, each under its own limit; cities set apart by a stronger line. */
export function provinceStyle({ palette, outlines, classes, chosen }: ProvinceStyleInput): StyleSpecification {
  const places = palette.dustfall.map((_, of) => classes.flatMap((each, place) => (each === of ? [place] : [])))
  const pairs = places.flatMap((of, each) => (of.length > 0 ? [of, palette.dustfall[each]!] : []))
  const fill = (pairs.length === 0
    ? palette.unranked
    : ['match', ['get', 'place'], ...pairs, palette.unranked]) as unknown as ExpressionSpecification
  const isCounty: ExpressionSpecification = ['has', 'place']
  return {
    version: 8,
    sources: { province: { type: 'geojson', data: outlines } },
    layers: [
      { id: 'ground', type: 'background', paint: { 'background-color': palette.ground } },
      {
        id: PROVINCE_COUNTIES,
        type: 'fill',
        source: 'province',
        filter: isCounty,
        paint: { 'fill-color': fill, 'fill-antialias': false },
      },
      {
        id: 'province-borders',
        type: 'line',
        source: 'province',
        filter: ['==', ['get', 'border'], 'county'],
        paint: { 'line-color': palette.border, 'line-width': 0.6 },
      },
      {
        id: 'province-cities',
        type: 'line',
        source: 'province',
        filter: ['all', ['!', isCounty], ['!=', ['get', 'border'], 'county']],
        paint: { 'line-color': palette.ink, 'line-width': 1.6 },
      },
      {
        id: 'province-chosen',
        type: 'line',
        metadata: ALONE,
        source: 'province',
        filter: ['==', ['get', 'place'], chosen ?? -1],
        paint: { 'line-color': palette.action, 'line-width': 4 },
      },
    ],
  }
}
