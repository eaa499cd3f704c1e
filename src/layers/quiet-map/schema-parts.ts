import type { ExpressionSpecification } from '@maplibre/maplibre-gl-style-spec'

/** Some features of one tile layer. */
export interface TilePart {
  readonly layer: string
  readonly filter: ExpressionSpecification
}

/** Roads from widest to narrowest; a road's ramps have its class. */
export const ROAD_CLASSES = [
  'motorway',
  'trunk',
  'primary',
  'secondary',
  'tertiary',
  'minor',
  'service',
  'path',
] as const
export type RoadClass = (typeof ROAD_CLASSES)[number]

/** Places from largest to smallest. */
export const PLACE_CLASSES = ['city', 'town', 'suburb', 'village', 'quarter', 'hamlet'] as const
export type PlaceClass = (typeof PLACE_CLASSES)[number]

/** Where a vector tile schema has the features that the quiet map draws. */
export interface SchemaParts {
  readonly green: readonly TilePart[]
  readonly water: readonly TilePart[]
  readonly rivers: readonly TilePart[]
  readonly streams: readonly TilePart[]
  readonly buildings: readonly TilePart[]
  readonly railways: readonly TilePart[]
  readonly roads: Readonly<Record<RoadClass, readonly TilePart[]>>
  /** Lines with the names of roads. */
  readonly roadNames: Readonly<Record<RoadClass, readonly TilePart[]>>
  readonly places: Readonly<Record<PlaceClass, readonly TilePart[]>>
  readonly lakeNames: readonly TilePart[]
  readonly riverNames: readonly TilePart[]
}

/** Whether a field, or the first existing of several, has one of these values. */
export const oneOf = (field: string | readonly string[], values: readonly string[]): ExpressionSpecification => [
  'in',
  typeof field === 'string'
    ? ['get', field]
    : ['coalesce', ...field.map((each): ExpressionSpecification => ['get', each])],
  ['literal', [...values]],
]

export const allOf = (...filters: ExpressionSpecification[]): ExpressionSpecification => ['all', ...filters]
export const not = (filter: ExpressionSpecification): ExpressionSpecification => ['!', filter]

const geometry = (type: 'Polygon' | 'LineString' | 'Point'): ExpressionSpecification => ['==', ['geometry-type'], type]
export const SURFACES = geometry('Polygon')
export const LINES = geometry('LineString')
export const POINTS = geometry('Point')

/** A part for each class, from the values that belong to it. */
export function byClass<C extends string>(
  values: Readonly<Record<C, readonly string[]>>,
  part: (values: readonly string[]) => TilePart,
): Record<C, readonly TilePart[]> {
  const classes = Object.entries(values) as [C, readonly string[]][]
  return Object.fromEntries(classes.map(([name, of]) => [name, of.length > 0 ? [part(of)] : []])) as never
}
