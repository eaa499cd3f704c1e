import { coordEach } from '@turf/turf'
import type { FeatureCollection } from 'geojson'
import { FetchSource } from 'pmtiles'
import { toWgs84 } from '@/domain/geodesy/datum-shift'
import { BlobSource } from '@/io/basemap/folder-source'
import { openArchive } from '@/io/basemap/open-archive'
import { type PackageArchive, packageTile } from '@/io/basemap/package-archive'
import { readAnyFeatures } from '@/io/package/geojson'
import type { BasemapContent } from '@/layers/basemap-layers'
import { type Basemap, basemapFile, PACKAGE_BASEMAP, plainTemplate } from '@/store/device/basemaps'
import { archiveContent, serveArchiveTiles } from './archive-tiles'
import { serveShiftedTiles, shiftedTiles } from './gcj-tiles'

serveArchiveTiles()
serveShiftedTiles()

/** Map content for a package's own basemap. */
export function packageContent(archive: PackageArchive): BasemapContent {
  const read = (z: number, x: number, y: number, signal: AbortSignal) => packageTile(archive, z, x, y, signal)
  return archiveContent(PACKAGE_BASEMAP, archive.facts, read, archive.setting.datum)
}

/** Opens a basemap. Tiles that fail later are reported through the map's `error` event. */
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
      const { archive, facts } = await openArchive(file ? new BlobSource(file, id) : new FetchSource(url ?? ''))
      const read = async (z: number, x: number, y: number, signal: AbortSignal) =>
        (await archive.getZxy(z, x, y, signal))?.data ?? null
      return archiveContent(id, facts, read, 'wgs84')
    }
  }
}

function rasterOf(template: string, datum: Basemap['datum']): BasemapContent {
  return { type: 'raster', source: { tiles: [datum === 'gcj02' ? shiftedTiles(template) : template] } }
}

/** WMS 1.1.1, because its axis order is the same for every coordinate system. */
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
