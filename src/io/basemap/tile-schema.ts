/** Vector tile schemas that can be drawn as the quiet map; other content of a tile is ignored. */
export const TILE_SCHEMAS = ['protomaps', 'openmaptiles', 'shortbread'] as const
export type TileSchema = (typeof TILE_SCHEMAS)[number]

/** Layers that identify a schema, in every build of it. */
const TELLING: Readonly<Record<TileSchema, readonly string[]>> = {
  protomaps: ['roads', 'places', 'water'],
  openmaptiles: ['transportation', 'place', 'water'],
  shortbread: ['streets', 'place_labels', 'water_polygons'],
}

/** The schema of an archive with these layers in its metadata; null if unknown. */
export function schemaOf(layers: readonly string[]): TileSchema | null {
  return TILE_SCHEMAS.find((schema) => TELLING[schema].every((layer) => layers.includes(layer))) ?? null
}
