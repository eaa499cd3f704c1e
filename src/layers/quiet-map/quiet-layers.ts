import type { ExpressionSpecification, FilterSpecification, LayerSpecification } from '@maplibre/maplibre-gl-style-spec'
import type { TileSchema } from '@/io/basemap/tile-schema'
import { quietColours } from './colours'
import { OPENMAPTILES } from './openmaptiles'
import { PROTOMAPS } from './protomaps'
import type { QuietMapInput } from './quiet-map-input'
import { nameLayers } from './quiet-names'
import { ROAD_CLASSES, type RoadClass, type SchemaParts, type TilePart } from './schema-parts'
import { SHORTBREAD } from './shortbread'

/** Where each schema has the features to draw. */
export const SCHEMA_PARTS: Readonly<Record<TileSchema, SchemaParts>> = {
  protomaps: PROTOMAPS,
  openmaptiles: OPENMAPTILES,
  shortbread: SHORTBREAD,
}

/** Zoom from which a road is drawn, and its width in pixels by zoom (pairs). */
const ROAD_WIDTHS: Readonly<Record<RoadClass, { readonly from: number; readonly widths: readonly number[] }>> = {
  motorway: { from: 6, widths: [7, 0.8, 10, 1.8, 12, 3.2, 14, 6, 16, 13, 18, 28] },
  trunk: { from: 7, widths: [8, 0.8, 10, 1.6, 12, 2.8, 14, 5.2, 16, 12, 18, 26] },
  primary: { from: 8, widths: [9, 0.7, 11, 1.5, 12, 2.3, 14, 4.6, 16, 11, 18, 24] },
  secondary: { from: 10, widths: [10, 0.6, 12, 1.7, 14, 3.8, 16, 9.5, 18, 21] },
  tertiary: { from: 11, widths: [11, 0.5, 12, 1.1, 14, 3, 16, 7.5, 18, 18] },
  minor: { from: 12.5, widths: [13, 0.7, 14, 1.8, 16, 5.5, 18, 14] },
  service: { from: 14.5, widths: [15, 1, 16, 2.4, 18, 7] },
  path: { from: 15, widths: [15, 0.7, 18, 2] },
}
/** Below this zoom roads are lines without a rim. */
const RIM_ZOOM = 12
const RIM_PIXELS = 1

const byZoom = (stops: readonly number[]): ExpressionSpecification =>
  ['interpolate', ['exponential', 1.4], ['zoom'], ...stops] as unknown as ExpressionSpecification

/**
 * Water, green, buildings, railways and roads, from bottom to top. Without names, which are drawn above other layers.
 */
export function quietGround(input: QuietMapInput): LayerSpecification[] {
  const { source, schema, palette, opacity } = input
  const parts = SCHEMA_PARTS[schema]
  const colours = quietColours(palette)

  /** A style layer for each part; the first one has no number in its name. */
  const each = (name: string, of: readonly TilePart[], make: (base: LayerBase) => LayerSpecification) =>
    of.map(({ layer, filter }, i) =>
      make({ id: `${source}-${name}${i || ''}`, source, 'source-layer': layer, filter: filter as FilterSpecification }),
    )
  const fill = (name: string, of: readonly TilePart[], colour: string, from: number) =>
    each(name, of, (base) => ({
      ...base,
      type: 'fill',
      minzoom: from,
      paint: { 'fill-color': colour, 'fill-opacity': opacity },
    }))
  const line = (
    name: string,
    of: readonly TilePart[],
    {
      from,
      colour,
      width,
      dash,
    }: { from: number; colour: string | ExpressionSpecification; width: ExpressionSpecification; dash?: number[] },
  ) =>
    each(name, of, (base) => ({
      ...base,
      type: 'line',
      minzoom: from,
      layout: { 'line-join': 'round', 'line-cap': dash ? 'butt' : 'round' },
      paint: {
        'line-color': colour,
        'line-width': width,
        'line-opacity': opacity,
        ...(dash ? { 'line-dasharray': dash } : {}),
      },
    }))

  const roads = [...ROAD_CLASSES].reverse()
  const roadColour: ExpressionSpecification = [
    'interpolate',
    ['linear'],
    ['zoom'],
    RIM_ZOOM,
    colours.farRoad,
    RIM_ZOOM + 1.5,
    colours.road,
  ]
  return [
    ...fill('green', parts.green, colours.green, 7),
    ...fill('water', parts.water, colours.water, 0),
    ...line('stream', parts.streams, { from: 13, colour: colours.water, width: byZoom([13, 0.8, 18, 4]) }),
    ...line('river', parts.rivers, { from: 8, colour: colours.water, width: byZoom([8, 0.8, 12, 2, 18, 10]) }),
    ...fill('building', parts.buildings, colours.building, 14),
    ...line('path', parts.roads.path, {
      from: ROAD_WIDTHS.path.from,
      colour: colours.farRoad,
      width: byZoom(ROAD_WIDTHS.path.widths),
      dash: [2, 1.5],
    }),
    ...roads
      .filter((name) => name !== 'path')
      .flatMap((name) =>
        line(`${name}-rim`, parts.roads[name], {
          from: Math.max(RIM_ZOOM, ROAD_WIDTHS[name].from),
          colour: colours.casing,
          width: byZoom(ROAD_WIDTHS[name].widths.map((value, i) => (i % 2 === 0 ? value : value + 2 * RIM_PIXELS))),
        }),
      ),
    ...roads
      .filter((name) => name !== 'path')
      .flatMap((name) =>
        line(name, parts.roads[name], {
          from: ROAD_WIDTHS[name].from,
          colour: roadColour,
          width: byZoom(ROAD_WIDTHS[name].widths),
        }),
      ),
    ...line('railway', parts.railways, { from: 8, colour: colours.railway, width: byZoom([8, 0.7, 14, 2, 18, 5]) }),
    ...line('railway-gap', parts.railways, {
      from: 12,
      colour: colours.halo,
      width: byZoom([12, 0.5, 14, 1.1, 18, 3.4]),
      dash: [5, 5],
    }),
  ]
}

/** Properties shared by all layers of one part. */
interface LayerBase {
  readonly id: string
  readonly source: string
  readonly 'source-layer': string
  readonly filter: FilterSpecification
}

/** The names of places, roads and waters. */
export function quietNames(input: QuietMapInput): LayerSpecification[] {
  return nameLayers(input, SCHEMA_PARTS[input.schema], quietColours(input.palette))
}
