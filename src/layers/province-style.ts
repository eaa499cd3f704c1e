import type { ExpressionSpecification, StyleSpecification } from '@maplibre/maplibre-gl-style-spec'
import type { Feature, FeatureCollection } from 'geojson'
import { OWN_PICTURE } from './own-picture'
import type { Palette } from './palette'

/** Layer of the counties; its property `place` identifies a pressed county. */
export const PROVINCE_COUNTIES = 'province-counties'

export interface ProvinceStyleInput {
  readonly palette: Palette
  /** Counties with their `place`; borders as lines with `border`, the kind of border. */
  readonly outlines: FeatureCollection
  /** Dustfall class of each county, by its `place`; null without a figure. */
  readonly classes: readonly (number | null)[]
  /** `place` of the chosen county. */
  readonly chosen: number | null
}

/** Counties filled by dustfall class, each under its own limit; cities separated by a stronger line. */
export function provinceStyle({ palette, outlines, classes, chosen }: ProvinceStyleInput): StyleSpecification {
  const places = palette.dustfall.map((_, of) => classes.flatMap((each, place) => (each === of ? [place] : [])))
  const pairs = places.flatMap((of, each) => (of.length > 0 ? [of, palette.dustfall[each]!] : []))
  const fill = (pairs.length === 0
    ? palette.unranked
    : ['match', ['get', 'place'], ...pairs, palette.unranked]) as unknown as ExpressionSpecification
  const isChosen = ({ properties }: Feature) => chosen !== null && properties?.place === chosen
  const isCounty: ExpressionSpecification = ['has', 'place']
  return {
    version: 8,
    sources: {
      province: { type: 'geojson', data: outlines },
      // A separate source, so that another choice redraws nothing else.
      chosen: { type: 'geojson', data: { ...outlines, features: outlines.features.filter(isChosen) } },
    },
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
        metadata: OWN_PICTURE,
        source: 'chosen',
        paint: { 'line-color': palette.action, 'line-width': 4 },
      },
    ],
  }
}
