import { coordEach } from '@turf/turf'
import type { FeatureCollection } from 'geojson'
import { addProtocol } from 'maplibre-gl'
import { FileSource, PMTiles, Protocol, TileType } from 'pmtiles'
import { toWgs84 } from '@/domain/geodesy/datum-shift'
import { readAnyFeatures } from '@/io/package/geojson'
import type { BasemapContent } from '@/layers/basemap-layers'
import { type Basemap, basemapFile, plainTemplate } from '@/store/device/basemaps'
import { serveShiftedTiles, shiftedTiles } from './gcj-tiles'

const archives = new Protocol()
addProtocol('pmtiles', archives.tile)
serveShiftedTiles()

/** Opens a basemap. Tiles that fail later are reported by the map's `error` event. */
export async function loadBasemap(basemap: Basemap): Promise<BasemapContent> {
  const { id, kind, url, layers, datum } = basemap
  const file = url === null ? await basemapFile(id) : null
  switch (kind) {
    case 'tiles':
      return rasterOf(plainTemplate(url ?? ''), datum)
    case 'wms':
      return rasterOf(wmsTemplate(url ?? '', layers), datum)
    case 'geojson': {
      const text = file ? await file.text() : await (await fetch(url ?? '')).text()
      const features = readAnyFeatures(text)
      if (!features) throw new Error('no GeoJSON')
      return { type: 'geojson', data: inWgs84(features, datum) }
    }
    case 'pmtiles': {
      // Named by its id, since two files may have the same name.
      const archive = new PMTiles(file ? new FileSource(new File([file], id)) : (url ?? ''))
      archives.add(archive)
      const address = `pmtiles://${archive.source.getKey()}`
      const { tileType } = await archive.getHeader()
      if (tileType !== TileType.Mvt) return { type: 'raster', source: { url: address } }
      const { vector_layers: parts } = (await archive.getMetadata()) as { vector_layers?: { id: string }[] }
      return { type: 'vector', url: address, names: (parts ?? []).map((part) => part.id) }
    }
  }
}

function rasterOf(template: string, datum: Basemap['datum']): BasemapContent {
  return { type: 'raster', source: { tiles: [datum === 'gcj02' ? shiftedTiles(template) : template] } }
}

/** WMS 1.1.1, whose order of axes is the same for every system. */
export function wmsTemplate(url: string, layers: string): string {
  const address = new URL(url)
  const asked = {
    service: 'WMS',
    version: '1.1.1',
    request: 'GetMap',
    layers,
    styles: '',
    format: 'image/png',
    transparent: 'true',
    srs: 'EPSG:3857',
    width: '256',
    height: '256',
  }
  for (const [name, value] of Object.entries(asked)) address.searchParams.set(name, value)
  return `${address}&bbox={bbox-epsg-3857}`
}

function inWgs84(collection: FeatureCollection, datum: Basemap['datum']): FeatureCollection {
  if (datum === 'wgs84') return collection
  coordEach(collection, (at) => {
    const [lon, lat] = toWgs84(datum, [at[0]!, at[1]!])
    at[0] = lon
    at[1] = lat
  })
  return collection
}
