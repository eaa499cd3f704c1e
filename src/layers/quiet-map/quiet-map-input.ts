import type { TileSchema } from '@/io/basemap/tile-schema'
import type { Palette } from '@/layers/palette'

/** Vector tiles to draw as the quiet map, with settings. */
export interface QuietMapInput {
  /** Id of the tile source; all layer ids begin with it. */
  readonly source: string
  readonly schema: TileSchema
  readonly palette: Palette
  readonly opacity: number
  /** Language of the names. */
  readonly language: string
  /** Names already on the map, not to be written twice. */
  readonly taken: readonly string[]
  /** Smallest text size; 0 for no minimum. */
  readonly leastPixels: number
}
