import type { LayerSpecification, SourceSpecification } from '@maplibre/maplibre-gl-style-spec'
import type { FeatureCollection } from 'geojson'
import type { TileSchema } from '@/io/basemap/tile-schema'
import type { Basemap } from '@/store/device/basemaps'
import type { Palette } from './palette'
import { quietGround, quietNames } from './quiet-map/quiet-layers'

/** Addresses of the tiles of an archive that the page reads itself, and where there are some. */
interface ArchiveTiles {
  readonly tiles: string[]
  readonly minzoom: number
  readonly maxzoom: number
  readonly bounds: [number, number, number, number]
}

/** What a basemap turned out to hold, once it was asked for or opened. */
export type BasemapContent =
  | { readonly type: 'raster'; readonly source: { readonly tiles: string[] } | ArchiveTiles }
  | {
      readonly type: 'vector'
      readonly source: ArchiveTiles
      readonly layers: readonly string[]
      /** Null: shapes that nobody knows the meaning of. */
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
  /** Names that stand on the map already. */
  readonly taken: readonly string[]
  /** No name is smaller; 0 where any size will do. */
  readonly leastPixels: number
}

/** A basemap as parts of a style: what lies on the ground, and names, which lie above more than that. */
export interface BasemapStyle {
  readonly source: readonly [string, SourceSpecification]
  readonly ground: readonly LayerSpecification[]
  readonly names: readonly LayerSpecification[]
}

/** Every source of a basemap is told by this. */
export const BASEMAP_PREFIX = 'basemap-'
/** Past this level the last tiles are drawn larger. */
const MOST_LEVEL = 18

/** The sources and layers of a basemap. Shapes without a style of their own are drawn quietly: the sources are what is to be seen. */
export function basemapStyle({ basemap, content }: LoadedBasemap, palette: Palette, words: BasemapWords): BasemapStyle {
  const { id, opacity } = basemap
  const source = `${BASEMAP_PREFIX}${id}`
  const attribution = plainText(basemap.attribution)
  switch (content.type) {
    case 'raster':
      return {
        source: [source, { type: 'raster', maxzoom: MOST_LEVEL, ...content.source, tileSize: 256, attribution }],
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

/** MapLibre takes an attribution for HTML; ours are texts. */
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
