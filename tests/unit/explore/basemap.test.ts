import { GeoJSONVT } from '@maplibre/geojson-vt'
import { fromGeojsonVt } from '@maplibre/vt-pbf'
import { describe, expect, it } from 'vitest'
import { fromWgs84 } from '@/domain/geodesy/datum-shift'
import { mercator } from '@/domain/geodesy/mercator'
import { textsOf } from '@/map/basemap/archive-tiles'
import { placeAmongShifted } from '@/map/basemap/gcj-tiles'
import { wmsTemplate } from '@/map/basemap/load-basemap'
import { basemapFault, basemapOrigins, plainTemplate } from '@/store/device/basemaps'

const DRAFT = {
  name: '影像',
  kind: 'tiles',
  url: 'http://a.cn/{z}/{x}/{y}',
  layers: '',
  datum: 'wgs84',
  attribution: '',
} as const

describe('the handling of base maps', () => {
  it('reads the placeholders of WMTS in a template', () => {
    expect(plainTemplate(' http://a.cn/{TileMatrix}/{tilerow}/{TileCol} ')).toBe('http://a.cn/{z}/{y}/{x}')
  })

  it('reports why a map can’t be added', () => {
    expect(basemapFault(DRAFT, null)).toBe(null)
    expect(basemapFault({ ...DRAFT, name: ' ' }, null)).toBe('name')
    expect(basemapFault({ ...DRAFT, url: 'http://a.cn/{z}' }, null)).toBe('template')
    expect(basemapFault({ ...DRAFT, url: 'javascript:alert(1)' }, null)).toBe('url')
    expect(basemapFault({ ...DRAFT, url: 'http://gis_server/{z}/{x}/{y}' }, null)).toBe('host')
    expect(basemapFault({ ...DRAFT, kind: 'wms', url: 'http://a.cn/wms' }, null)).toBe('layers')
    expect(basemapFault({ ...DRAFT, kind: 'geojson', url: null }, null)).toBe('file')
  })

  it('adds each server once to the policy', () => {
    const on = { on: true, opacity: 1 }
    const other = { ...DRAFT, url: 'https://b.cn:8080/x', kind: 'pmtiles' as const }
    expect(
      basemapOrigins([
        { ...DRAFT, id: '1', ...on },
        { ...DRAFT, id: '2', ...on },
        { ...other, id: '3', ...on },
        { ...other, id: '4', ...on, url: 'https://*/x' },
      ]),
    ).toEqual(['http://a.cn', 'https://b.cn:8080'])
  })

  it('requests a tile’s box from a WMS, and keeps the parameters in its address', () => {
    const url = wmsTemplate('http://a.cn/wms?map=dust', 'roads,rivers')
    expect(url).toMatch(/^http:\/\/a\.cn\/wms\?map=dust&/)
    expect(url).toContain('layers=roads%2Crivers')
    expect(url).toMatch(/&bbox=\{bbox-epsg-3857\}$/)
  })

  it('finds every text of a vector tile, so that its font is loaded before drawing', () => {
    const index = new GeoJSONVT({
      type: 'FeatureCollection',
      features: ['人民大道', 'G312'].map((name, i) => ({
        type: 'Feature',
        properties: { name, width: 7.5, bridge: true, lanes: i },
        geometry: { type: 'Point', coordinates: [108.7 + i, 34.3] },
      })),
    })
    const tile = fromGeojsonVt({ roads: index.getTile(0, 0, 0)! }, { version: 2, extent: 4096 })
    expect([...textsOf(Uint8Array.from(tile).buffer)]).toEqual(['人民大道', 'G312'])
  })

  it('keeps a place on the ground at its position in a shifted tile, to half a metre', () => {
    const [z, x, y] = [16, 52_555, 26_090]
    const count = 2 ** z
    const [left, top] = placeAmongShifted(z, x, y)
    // A point far from the tile's centre: its drawn position, and its position in the shifted map.
    const at = [108.69, 34.35] as const
    const [mx, my] = mercator(...at)
    const [gx, gy] = mercator(...fromWgs84('gcj02', at))
    const offX = (gx - mx) * count - (left - x)
    const offY = (gy - my) * count - (top - y)
    const metresOfTile = (40_075_017 / count) * Math.cos((34.35 * Math.PI) / 180)
    expect(Math.hypot(offX, offY) * metresOfTile).toBeLessThan(5)
    expect(Math.hypot(left - x, top - y) * metresOfTile).toBeGreaterThan(300)
  })
})
