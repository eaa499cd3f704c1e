import type { FeatureCollection, MultiLineString, MultiPolygon, Polygon } from 'geojson'
import { feature, mesh } from 'topojson-client'
import { topology } from 'topojson-server'
import { presimplify, quantile, simplify } from 'topojson-simplify'
import type { ProvinceOutlines } from '@/io/province/open-province'

/** Number of vertices that suffices for a screen; some hundred kB. */
const MAX_VERTICES = 60_000
/** Decimals of degrees: 11 m. */
const DECIMALS = 4

const vertices = ({ features }: FeatureCollection<Polygon | MultiPolygon>): number =>
  features.reduce((sum, { geometry }) => sum + geometry.coordinates.flat(geometry.type === 'Polygon' ? 1 : 2).length, 0)

const rounded = (ring: number[][]) =>
  ring.map(([lon, lat]) => [Number(lon!.toFixed(DECIMALS)), Number(lat!.toFixed(DECIMALS))])

/**
 * All counties with fewer vertices: borders are cut into arcs shared by neighbours and simplified once for both, so
 * that no gap opens between counties of cities whose packages draw their common border alike.
 */
export function simplifiedOutlines(
  all: FeatureCollection<Polygon | MultiPolygon>,
  most = MAX_VERTICES,
): ProvinceOutlines {
  const count = vertices(all)
  if (all.features.length === 0) return { type: 'FeatureCollection', features: [] }
  // biome-ignore lint/suspicious/noExplicitAny: topojson's types tie each object to its own geometry
  const cut = presimplify(topology({ counties: all }, 1e6) as any)
  // Keeps this share of the vertices, those with the largest weight.
  const arcs = count > most ? simplify(cut, quantile(cut, most / count)) : cut
  // biome-ignore lint/suspicious/noExplicitAny: as above
  const made = feature(arcs, arcs.objects.counties as any) as unknown as FeatureCollection<Polygon | MultiPolygon>
  // biome-ignore lint/suspicious/noExplicitAny: as above
  const cityOf = (county: any): unknown => county.properties.city
  // biome-ignore lint/suspicious/noExplicitAny: as above
  const linesOf = (isBorder: (one: any, other: any) => boolean) => mesh(arcs, arcs.objects.counties as any, isBorder)
  const counties = made.features.map(({ id, geometry }): ProvinceOutlines['features'][number] => {
    const polygons = (geometry.type === 'Polygon' ? [geometry.coordinates] : geometry.coordinates)
      .map((polygon) => polygon.map(rounded).filter((ring) => ring.length >= 4))
      .filter((polygon) => polygon.length > 0)
    const properties = { place: Number(id) }
    return { type: 'Feature', id: id!, properties, geometry: { type: 'MultiPolygon', coordinates: polygons } }
  })
  // Each border once, as one line: drawn county by county each would be drawn twice.
  const bordersOf = (
    border: 'county' | 'city',
    { coordinates }: MultiLineString,
  ): ProvinceOutlines['features'][number] => ({
    type: 'Feature',
    properties: { border },
    geometry: { type: 'MultiLineString', coordinates: coordinates.map(rounded) },
  })
  const within = linesOf((one, other) => one !== other && cityOf(one) === cityOf(other))
  const between = linesOf((one, other) => one === other || cityOf(one) !== cityOf(other))
  return {
    type: 'FeatureCollection',
    features: [...counties, bordersOf('county', within), bordersOf('city', between)],
  }
}
