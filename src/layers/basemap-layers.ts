import type { LayerSpecification, SourceSpecification } from '@maplibre/maplibre-gl-style-spec'
import type { FeatureCollection } from 'geojson'
import type { TileSchema } from '@/io/basemap/tile-schema'
import type { Basemap } from '@/store/device/basemaps'
import type { Palette } from './palette'
import { quietGround, quietNames } from './quiet-map/quiet-layers'

/** Tile addresses of an archive that the page reads itself, and their extent. */
interface ArchiveTiles {
  readonly tiles: string[]
  readonly minzoom: number
  readonly maxzoom: number
  readonly bounds: [number, number, number, number]
}

/** The content of a basemap, known after it was fetched or opened. */
export type BasemapContent =
  | { readonly type: 'raster'; readonly source: { readonly tiles: string[] } | ArchiveTiles }
  | {
      readonly type: 'vector'
      readonly source: ArchiveTiles
      readonly layers: readonly string[]
      /** Null: shapes of an unknown schema. */
      readonly schema: TileSchema | null
    }
  | { readonly type: 'geojson'; readonly data: FeatureCollection }

export interface LoadedBasemap {
  readonly basemap: Basemap
  readonly content: BasemapContent
}

/** How the names of a basemap are written. */
export interface BasemapWords {
  readonly language: string
  /** Names already on the map. */
  readonly taken: readonly string[]
  /** Smallest text size; 0 for no minimum. */
  readonly leastPixels: number
}

/** Style parts of a basemap: its ground, and its names, which are drawn above other layers. */
export interface BasemapStyle {
  readonly source: readonly [string, SourceSpecification]
  readonly ground: readonly LayerSpecification[]
  readonly names: readonly LayerSpecification[]
}

/** Prefix of all basemap source ids. */
export const BASEMAP_PREFIX = 'basemap-'
/** Beyond this zoom level the last tiles are scaled up. */
const MAX_LEVEL = 18

/**
 * Source and layers of a basemap. Shapes without a known schema are drawn in quiet colours, so that the sources stand
 * out.
 */
export function basemapStyle({ basemap, content }: LoadedBasemap, palette: Palette, words: BasemapWords): BasemapStyle {
  const { id, opacity } = basemap
  const source = `${BASEMAP_PREFIX}${id}`
  const attribution = plainText(basemap.attribution)
  switch (content.type) {
    case 'raster':
      return {
        source: [source, { type: 'raster', maxzoom: MAX_LEVEL, ...content.source, tileSize: 256, attribution }],
        ground: [
          { id: source, type: 'raster', source, paint: { 'raster-opacity': opacity, 'raster-fade-duration': 0 } },
        ],
        names: [],
      }
    case 'vector': {
      const { schema } = content
      const input = schema && { source, schema, palette, opacity, ...words }
      return {
        source: [source, { type: 'vector', ...content.source, attribution }],
        ground: input
          ? quietGround(input)
          : content.layers.flatMap((name) => shapeLayers(`${source}-${name}`, source, name, opacity, palette)),
        names: input ? quietNames(input) : [],
      }
    }
    case 'geojson':
      return {
        source: [source, { type: 'geojson', data: content.data, attribution }],
        ground: shapeLayers(source, source, null, opacity, palette),
        names: [],
      }
  }
}

/** MapLibre treats an attribution as HTML, so ours is escaped. */
const plainText = (text: string) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;')

function shapeLayers(
  id: string,
  source: string,
  layer: string | null,
  opacity: number,
  palette: Palette,
): LayerSpecification[] {
  const of = { source, ...(layer === null ? {} : { 'source-layer': layer }) }
  return [
    {
      id: `${id}-fill`,
      type: 'fill',
      ...of,
      filter: ['==', ['geometry-type'], 'Polygon'],
      paint: { 'fill-color': palette.quiet, 'fill-opacity': 0.14 * opacity },
    },
    {
      id: `${id}-line`,
      type: 'line',
      ...of,
      filter: ['!=', ['geometry-type'], 'Point'],
      paint: { 'line-color': palette.quiet, 'line-width': 0.8, 'line-opacity': 0.8 * opacity },
    },
    {
      id: `${id}-point`,
      type: 'circle',
      ...of,
      filter: ['==', ['geometry-type'], 'Point'],
      paint: { 'circle-color': palette.quiet, 'circle-radius': 2.5, 'circle-opacity': 0.8 * opacity },
    },
  ]
}
