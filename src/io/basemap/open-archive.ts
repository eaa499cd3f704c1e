import { PMTiles, type Source, TileType } from 'pmtiles'
import { BasemapRefused } from './basemap-fault'
import { schemaOf, type TileSchema } from './tile-schema'

/** Tile type, schema and extent of an archive. */
export interface ArchiveFacts {
  /** Vector tiles with their layer names, or raster images. */
  readonly tiles: { readonly type: 'vector'; readonly layers: readonly string[] } | { readonly type: 'raster' }
  /** Null for raster images, and if the layers match no known schema. */
  readonly schema: TileSchema | null
  readonly minZoom: number
  readonly maxZoom: number
  /** Degrees: west, south, east, north. */
  readonly bounds: readonly [number, number, number, number]
}

export interface OpenArchive {
  readonly archive: PMTiles
  readonly facts: ArchiveFacts
}

const PICTURES = [TileType.Png, TileType.Jpeg, TileType.Webp, TileType.Avif]

/** Opens an archive of map tiles. @throws BasemapRefused */
export async function openArchive(source: Source): Promise<OpenArchive> {
  const archive = new PMTiles(source)
  try {
    const { tileType, minZoom, maxZoom, minLon, minLat, maxLon, maxLat } = await archive.getHeader()
    const raster = PICTURES.includes(tileType)
    if (!raster && tileType !== TileType.Mvt) throw new BasemapRefused('tiles-unknown')
    const metadata = (await archive.getMetadata()) as { vector_layers?: { id?: unknown }[] }
    const layers = (metadata.vector_layers ?? []).map(({ id }) => String(id))
    const facts: ArchiveFacts = {
      tiles: raster ? { type: 'raster' } : { type: 'vector', layers },
      schema: raster ? null : schemaOf(layers),
      minZoom,
      maxZoom,
      bounds: [minLon, minLat, maxLon, maxLat],
    }
    return { archive, facts }
  } catch (error) {
    if (error instanceof BasemapRefused) throw error
    if (error instanceof DOMException && error.name === 'AbortError') throw error
    throw new BasemapRefused('not-pmtiles')
  }
}
