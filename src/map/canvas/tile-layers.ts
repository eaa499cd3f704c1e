import type { LayerSpecification, SourceSpecification } from '@maplibre/maplibre-gl-style-spec'
import MVT from 'ol/format/MVT'
import TileLayer from 'ol/layer/Tile'
import VectorTileLayer from 'ol/layer/VectorTile'
import type Projection from 'ol/proj/Projection'
import type RenderFeature from 'ol/render/Feature'
import ImageTile from 'ol/source/ImageTile'
import VectorTileSource from 'ol/source/VectorTile'
import { createXYZ } from 'ol/tilegrid'
import type VectorTile from 'ol/VectorTile'
import { addressOf } from '@/map/basemap/gcj-tiles'
import { ownTile } from '@/map/engine/tile-schemes'
import { metresOf } from './places'
import { type StyleParts, styleOf } from './shapes-layer'

type TileSource = Extract<SourceSpecification, { type: 'raster' | 'vector' }>
type Failed = (error: unknown) => void

/** The bounds of a source in Web Mercator metres; the whole world if it has none. */
const extentOf = ({ bounds }: TileSource) =>
  bounds && { extent: [...metresOf([bounds[0], bounds[1]]), ...metresOf([bounds[2], bounds[3]])] }

/** Loads a tile, from a server or made by the page itself. */
async function load(address: string, signal: AbortSignal): Promise<ArrayBuffer | Blob | ImageBitmap> {
  const own = ownTile(address, signal)
  if (own) return own
  const response = await fetch(address, { signal })
  if (!response.ok) throw new Error(String(response.status))
  return response.blob()
}

/** Raster tiles, of a server or an archive. */
export function rasterLayer(
  { tiles = [], tileSize = 512, minzoom, maxzoom, ...source }: Extract<TileSource, { type: 'raster' }>,
  layer: LayerSpecification,
  failed: Failed,
) {
  const opacity = layer.type === 'raster' ? layer.paint?.['raster-opacity'] : 1
  const grid = createXYZ({
    tileSize,
    ...(maxzoom !== undefined && { maxZoom: maxzoom }),
    ...(minzoom !== undefined && { minZoom: minzoom }),
  })
  return new TileLayer({
    opacity: typeof opacity === 'number' ? opacity : 1,
    ...extentOf({ ...source, tiles }),
    source: new ImageTile({
      tileGrid: grid,
      transition: 0,
      async loader(z, x, y, { signal }) {
        try {
          const tile = await load(addressOf(tiles[0] ?? '', z, x, y), signal)
          return tile instanceof ImageBitmap ? tile : await createImageBitmap(new Blob([tile]))
        } catch (error) {
          if (!signal.aborted) failed(error)
          throw error
        }
      },
    }),
  })
}

/** Vector tiles of an archive. Layers of one source that are not consecutive share this source. */
export function vectorSource(
  { tiles = [], minzoom, maxzoom }: Extract<TileSource, { type: 'vector' }>,
  failed: Failed,
) {
  // The property in which ol-mapbox-style looks for the layer name.
  const format = new MVT({ layerName: 'mvt:layer' })
  return new VectorTileSource<RenderFeature>({
    tileGrid: createXYZ({
      tileSize: 512,
      ...(maxzoom !== undefined && { maxZoom: maxzoom }),
      ...(minzoom !== undefined && { minZoom: minzoom }),
    }),
    tileUrlFunction: ([z, x, y]) => addressOf(tiles[0] ?? '', z!, x!, y!),
    tileLoadFunction(tile, address) {
      const vector = tile as VectorTile<RenderFeature>
      const read = async (extent: number[], projection: Projection) => {
        try {
          const bytes = await load(address, new AbortController().signal)
          const data = bytes instanceof Blob ? await bytes.arrayBuffer() : bytes
          vector.setFeatures(
            format.readFeatures(data as ArrayBuffer, { extent, featureProjection: projection }) as RenderFeature[],
          )
        } catch (error) {
          failed(error)
          vector.onError()
        }
      }
      vector.setLoader((extent, _, projection) => void read(extent, projection))
    },
  })
}

export function vectorLayer(
  source: VectorTileSource<RenderFeature>,
  bounds: TileSource,
  layers: readonly LayerSpecification[],
  parts: StyleParts,
) {
  return new VectorTileLayer({ declutter: true, source, style: styleOf(layers, parts), ...extentOf(bounds) })
}
