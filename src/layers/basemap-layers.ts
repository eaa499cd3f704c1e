import type { LayerSpecification, SourceSpecification } from '@maplibre/maplibre-gl-style-spec'
import type { FeatureCollection } from 'geojson'
import type { Basemap } from '@/store/device/basemaps'
import type { Palette } from './palette'

/** What a basemap turned out to hold, once it was asked for or opened. */
export type BasemapContent =
  | { readonly type: 'raster'; readonly source: { readonly tiles: string[] } | { readonly url: string } }
  | { readonly type: 'vector'; readonly url: string; readonly names: readonly string[] }
  | { readonly type: 'geojson'; readonly data: FeatureCollection }

export interface LoadedBasemap {
  readonly basemap: Basemap
  readonly content: BasemapContent
}

/** Every source of a basemap is told by this. */
export const BASEMAP_PREFIX = 'basemap-'
/** Past this level the last tiles are drawn larger. */
const MOST_LEVEL = 18

/** The sources and layers of a basemap. Shapes without a style of their own are drawn quietly: the sources are what is to be seen. */
export function basemapStyle({ basemap, content }: LoadedBasemap, palette: Palette) {
  const { id, opacity, attribution } = basemap
  const source = `${BASEMAP_PREFIX}${id}`
  switch (content.type) {
    case 'raster':
      return {
        source: [
          source,
          { type: 'raster', ...content.source, tileSize: 256, maxzoom: MOST_LEVEL, attribution },
        ] satisfies [string, SourceSpecification],
        layers: [
          { id: source, type: 'raster', source, paint: { 'raster-opacity': opacity, 'raster-fade-duration': 0 } },
        ] satisfies LayerSpecification[],
      }
    case 'vector':
      return {
        source: [source, { type: 'vector', url: content.url, attribution }] satisfies [string, SourceSpecification],
        layers: content.names.flatMap((name) => shapeLayers(`${source}-${name}`, source, name, opacity, palette)),
      }
    case 'geojson':
      return {
        source: [source, { type: 'geojson', data: content.data, attribution }] satisfies [string, SourceSpecification],
        layers: shapeLayers(source, source, null, opacity, palette),
      }
  }
}

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
