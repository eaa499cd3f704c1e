import { readFileSync } from 'node:fs'
import gcoord from 'gcoord'
import type { Feature, FeatureCollection, MultiPolygon, Polygon } from 'geojson'
import { feature, merge } from 'topojson-client'
import { topology } from 'topojson-server'
import { presimplify, simplify } from 'topojson-simplify'

/** A county of the origin file: integers on a grid of 1/1024°, GCJ-02. */
interface OriginCounty {
  id: string
  name: string
  polygons: [number, number][][][]
}

/** One county of the package, made up of one or more counties of the origin. */
export interface CountyParts {
  code: string
  name: string
  origin: string[]
}

const GRID = 1024
/** Triangles below this area (square degrees) are simplified away: about a third of a grid cell. */
const SIMPLIFICATION = 6e-7

/** GCJ-02 to WGS-84 to 6 decimals; a vertex shared by two counties gives the same result for both. */
function toWgs84([lon, lat]: number[]): [number, number] {
  const [x, y] = gcoord.transform([lon!, lat!], gcoord.GCJ02, gcoord.WGS84) as [number, number]
  return [Number(x.toFixed(6)), Number(y.toFixed(6))]
}

/**
 * County outlines in WGS-84 from a committed GCJ-02 origin: borders are cut into shared arcs, simplified once for both
 * neighbours, then converted, so that no gap or overlap opens between them.
 */
export function countyOutlines(
  origin: URL,
  counties: readonly CountyParts[],
): FeatureCollection<Polygon | MultiPolygon> {
  const parts = JSON.parse(readFileSync(origin, 'utf8')) as OriginCounty[]
  const collection = {
    type: 'FeatureCollection' as const,
    features: parts.map(
      ({ id, polygons }): Feature<MultiPolygon> => ({
        type: 'Feature',
        id,
        properties: {},
        geometry: {
          type: 'MultiPolygon',
          coordinates: polygons.map((rings) => rings.map((ring) => ring.map(([x, y]) => [x / GRID, y / GRID]))),
        },
      }),
    ),
  }
  // biome-ignore lint/suspicious/noExplicitAny: topojson's types tie each object to its own geometry
  const arcs = simplify(presimplify(topology({ counties: collection }) as any), SIMPLIFICATION)
  // biome-ignore lint/suspicious/noExplicitAny: as above
  const geometries = (arcs.objects.counties as any).geometries as { id: string }[]
  const features = counties.map(({ code, name, origin: codes }): Feature<Polygon | MultiPolygon> => {
    const own = geometries.filter(({ id }) => codes.includes(id))
    if (own.length !== codes.length) throw new Error(`${name}: the origin lacks ${codes.join(', ')}`)
    const geometry =
      own.length === 1
        ? // biome-ignore lint/suspicious/noExplicitAny: as above
          (feature(arcs, own[0] as any) as unknown as Feature<Polygon | MultiPolygon>).geometry
        : // biome-ignore lint/suspicious/noExplicitAny: as above
          merge(arcs, own as any)
    return { type: 'Feature', id: code, properties: { 代码: code, 名称: name }, geometry: convert(geometry) }
  })
  return { type: 'FeatureCollection', features }
}

function convert(geometry: Polygon | MultiPolygon): Polygon | MultiPolygon {
  const rings = (polygon: number[][][]) => polygon.map((ring) => ring.map(toWgs84)).filter((ring) => ring.length >= 4)
  const polygons = (geometry.type === 'Polygon' ? [geometry.coordinates] : geometry.coordinates).map(rings)
  const kept = polygons.filter((polygon) => polygon.length > 0)
  return kept.length === 1 ? { type: 'Polygon', coordinates: kept[0]! } : { type: 'MultiPolygon', coordinates: kept }
}
