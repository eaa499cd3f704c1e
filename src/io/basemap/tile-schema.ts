/** The schemas of vector tiles that are drawn as the quiet map; whatever else a tile holds is left out. */
export const TILE_SCHEMAS = ['protomaps', 'openmaptiles', 'shortbread'] as const
export type TileSchema = (typeof TILE_SCHEMAS)[number]

/** Layers that tell a schema from the others, in every build of it. */
const TELLING: Readonly<Record<TileSchema, readonly string[]>> = {
  protomaps: ['roads', 'places', 'water'],
  openmaptiles: ['transportation', 'place', 'water'],
  shortbread: ['streets', 'place_labels', 'water_polygons'],
}

/** The schema of an archive whose metadata lists these layers; null where it is none that we know. */
export function schemaOf(layers: readonly string[]): TileSchema | null {
  return TILE_SCHEMAS.find((schema) => TELLING[schema].every((layer) => layers.includes(layer))) ?? null
}
