import type { TileSchema } from '@/io/basemap/tile-schema'
import type { Palette } from '@/layers/palette'

/** Tiles that are drawn as the quiet map, and how. */
export interface QuietMapInput {
  /** Id of the source of the tiles; the ids of all layers begin with it. */
  readonly source: string
  readonly schema: TileSchema
  readonly palette: Palette
  readonly opacity: number
  /** Language of the names. */
  readonly language: string
  /** Names that stand on the map already and are not written twice. */
  readonly taken: readonly string[]
  /** No name is smaller; 0 where any size will do. */
  readonly leastPixels: number
}
