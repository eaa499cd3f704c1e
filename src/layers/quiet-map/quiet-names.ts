import type {
  ExpressionSpecification,
  FilterSpecification,
  LayerSpecification,
  SymbolLayerSpecification,
} from '@maplibre/maplibre-gl-style-spec'
import { FONT } from '@/layers/font'
import type { QuietColours } from './colours'
import type { QuietMapInput } from './quiet-map-input'
import { type PlaceClass, ROAD_CLASSES, type RoadClass, type SchemaParts, type TilePart } from './schema-parts'

/** Zoom range and text size in pixels of place names. */
const PLACES: Readonly<Record<PlaceClass, { readonly from: number; readonly to: number; readonly size: number }>> = {
  city: { from: 6, to: 13, size: 15 },
  town: { from: 9, to: 15, size: 13 },
  suburb: { from: 11, to: 15, size: 13 },
  village: { from: 12, to: 17, size: 12 },
  quarter: { from: 13.5, to: 17, size: 12 },
  hamlet: { from: 14, to: 18, size: 12 },
}
const ROADS_FROM: Readonly<Record<RoadClass, number>> = {
  motorway: 11,
  trunk: 11.5,
  primary: 12.5,
  secondary: 13,
  tertiary: 14,
  minor: 15,
  service: 16,
  path: 17,
}
/** Interval in pixels at which names along lines are repeated. */
const AGAIN_PIXELS = 320

/** Fields that may contain a name, preferred first. */
const NAMES = { zh: ['name:zh-Hans', 'name:zh', 'name'], en: ['name:en', 'name_en', 'name'] } as const

const first = (fields: readonly string[]): ExpressionSpecification => [
  'coalesce',
  ...fields.map((each): ExpressionSpecification => ['get', each]),
]

/** Names of places, roads and waters; where two would overlap, the larger thing's name stays. */
export function nameLayers(input: QuietMapInput, parts: SchemaParts, colours: QuietColours): LayerSpecification[] {
  const { source, opacity, language, taken, leastPixels } = input
  const sized = (size: number) => Math.max(size, leastPixels)
  const fields = language === 'en' ? NAMES.en : NAMES.zh

  function names(
    name: string,
    of: readonly TilePart[],
    style: {
      readonly from: number
      readonly to?: number
      readonly text: ExpressionSpecification
      readonly colour: string
      readonly layout: SymbolLayerSpecification['layout']
      readonly untaken?: boolean
    },
  ): LayerSpecification[] {
    return of.map(({ layer, filter }, i) => ({
      id: `${source}-${name}-name${i || ''}`,
      type: 'symbol',
      source,
      'source-layer': layer,
      minzoom: style.from,
      ...(style.to === undefined ? {} : { maxzoom: style.to }),
      filter: (style.untaken
        ? ['all', filter, ['!', ['in', ['get', 'name'], ['literal', [...taken]]]]]
        : filter) as FilterSpecification,
      layout: { 'text-font': [FONT], 'text-padding': 4, ...style.layout, 'text-field': style.text },
      paint: {
        'text-color': style.colour,
        'text-halo-color': colours.halo,
        'text-halo-width': 1.4,
        'text-opacity': opacity,
      },
    }))
  }

  const along = { 'symbol-placement': 'line', 'symbol-spacing': AGAIN_PIXELS, 'text-max-angle': 30 } as const
  const places = (Object.entries(PLACES) as [PlaceClass, (typeof PLACES)[PlaceClass]][]).reverse()
  // The symbols of the higher layer are placed first, so small things come first in the list.
  return [
    ...[...ROAD_CLASSES].reverse().flatMap((road) =>
      names(road, parts.roadNames[road], {
        from: ROADS_FROM[road],
        text: first([...fields, 'ref']),
        colour: colours.text,
        layout: { ...along, 'text-size': sized(12) },
      }),
    ),
    ...names('river', parts.riverNames, {
      from: 10,
      text: first(fields),
      colour: colours.waterText,
      layout: { ...along, 'text-size': sized(12), 'text-letter-spacing': 0.1 },
    }),
    ...names('lake', parts.lakeNames, {
      from: 11,
      text: first(fields),
      colour: colours.waterText,
      layout: { 'text-size': sized(12), 'text-max-width': 6 },
    }),
    ...places.flatMap(([place, { from, to, size }]) =>
      names(place, parts.places[place], {
        from,
        to,
        text: first(fields),
        colour: colours.text,
        layout: { 'text-size': sized(size), 'text-max-width': 7 },
        untaken: true,
      }),
    ),
  ]
}
