import type { FeatureCollection, MultiPolygon, Polygon } from 'geojson'
import { feature, mesh } from 'topojson-client'
import { topology } from 'topojson-server'
import { presimplify, quantile, simplify } from 'topojson-simplify'
import type { ProvinceOutlines } from '@/io/province/open-province'

/** So many vertices are enough for a screen, and some hundred kB. */
const MOST_VERTICES = 60_000
/** Degrees are written to so many decimals: 11 m. */
const DECIMALS = 4

const vertices = ({ features }: FeatureCollection<Polygon | MultiPolygon>): number =>
  features.reduce((sum, { geometry }) => sum + geometry.coordinates.flat(geometry.type === 'Polygon' ? 1 : 2).length, 0)

const rounded = (ring: number[][]) =>
  ring.map(([lon, lat]) => [Number(lon!.toFixed(DECIMALS)), Number(lat!.toFixed(DECIMALS))])

/**
 * All counties with fewer vertices: borders are cut into arcs that neighbours share, and those give way once for both, so that
 * no gap opens between counties of cities whose packages draw their common border alike.
 */
export function simplifiedOutlines(all: FeatureCollection<Polygon | MultiPolygon>): ProvinceOutlines {
  const count = vertices(all)
  if (all.features.length === 0) return { type: 'FeatureCollection', features: [] }
  // biome-ignore lint/suspicious/noExplicitAny: topojson's types tie each object to its own geometry
  const cut = presimplify(topology({ counties: all }, 1e6) as any)
  const share = Math.max(0, 1 - MOST_VERTICES / count)
  const arcs = share > 0 ? simplify(cut, quantile(cut, share)) : cut
  // biome-ignore lint/suspicious/noExplicitAny: as above
  const made = feature(arcs, arcs.objects.counties as any) as unknown as FeatureCollection<Polygon | MultiPolygon>
  // biome-ignore lint/suspicious/noExplicitAny: as above
  const cityOf = (county: any): unknown => county.properties.city
  // biome-ignore lint/suspicious/noExplicitAny: as above
  const lines = mesh(arcs, arcs.objects.counties as any, (a, b) => a === b || cityOf(a) !== cityOf(b))
  const counties = made.features.map(({ id, geometry }): ProvinceOutlines['features'][number] => {
    const polygons = (geometry.type === 'Polygon' ? [geometry.coordinates] : geometry.coordinates)
      .map((polygon) => polygon.map(rounded).filter((ring) => ring.length >= 4))
      .filter((polygon) => polygon.length > 0)
    const properties = { place: Number(id) }
    return { type: 'Feature', id: id!, properties, geometry: { type: 'MultiPolygon', coordinates: polygons } }
  })
  const borders = { type: 'MultiLineString' as const, coordinates: lines.coordinates.map(rounded) }
  return { type: 'FeatureCollection', features: [...counties, { type: 'Feature', properties: {}, geometry: borders }] }
}
