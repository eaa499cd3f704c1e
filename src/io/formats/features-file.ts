import type { Feature, FeatureCollection, Geometry, Position } from 'geojson'
import { z } from '@/io/zod'
import { findEncoding } from './encoding'
import { refuseBrokenMarkup } from './markup'
import type { HeldTable } from './table-file'

const geometry = z.custom<Geometry>(
  (value) =>
    typeof value === 'object' && value !== null && 'type' in value && ('coordinates' in value || 'geometries' in value),
)
const feature = z.looseObject({
  type: z.literal('Feature'),
  id: z.union([z.string(), z.number()]).optional(),
  properties: z.record(z.string(), z.unknown()).nullish(),
  geometry: geometry.nullish(),
})
const crsMember = z.looseObject({ properties: z.looseObject({ name: z.string() }) })
const document = z.looseObject({
  type: z.string(),
  features: z.array(z.unknown()).optional(),
  crs: z.unknown().optional(),
})

/** Features of a file, with the coordinate system it states. */
export interface FeaturesRead {
  readonly features: Feature<Geometry | null>[]
  readonly crs: string
  readonly refused: number
}

function read(values: readonly unknown[], crs: unknown): FeaturesRead {
  const features: Feature<Geometry | null>[] = []
  let refused = 0
  for (const value of values) {
    const checked = feature.safeParse(value)
    if (checked.success) {
      const { properties, geometry, id } = checked.data
      features.push({
        type: 'Feature',
        ...(id === undefined ? {} : { id }),
        properties: properties ?? {},
        geometry: geometry ?? null,
      })
    } else refused++
  }
  const named = crsMember.safeParse(crs)
  return { features, crs: named.success ? named.data.properties.name : '', refused }
}

/** Precedes each text of a GeoJSON text sequence (RFC 8142). */
export const RECORD_SEPARATOR = '\u001e'

/**
 * Reads GeoJSON: a collection, one feature, a bare geometry, or one of these per line (newline-delimited, RFC 8142).
 * @throws SyntaxError
 */
export function parseGeojson(text: string): FeaturesRead {
  const whole = text.trim()
  let values: unknown[]
  try {
    values = [JSON.parse(whole)]
  } catch (error) {
    const lines = whole
      .replaceAll(RECORD_SEPARATOR, '\n')
      .split(/\r?\n/)
      .filter((line) => line.trim() !== '')
    if (lines.length < 2) throw error
    values = lines.map((line) => JSON.parse(line.replace(/,\s*$/, '')) as unknown)
  }
  let crs: unknown
  const features = values.flatMap((value): unknown[] => {
    const checked = document.safeParse(value)
    if (!checked.success) return [value]
    crs ??= checked.data.crs
    if (checked.data.features) return checked.data.features
    return checked.data.type === 'Feature' ? [value] : [{ type: 'Feature', properties: {}, geometry: value }]
  })
  return read(features, crs)
}

/** Reads KML or GPX with mapbox's togeojson. Both formats are WGS-84. */
export async function parseMarkup(text: string, format: 'kml' | 'gpx'): Promise<FeaturesRead> {
  const [{ DOMParser }, { gpx, kml }] = await Promise.all([import('@xmldom/xmldom'), import('@tmcw/togeojson')])
  refuseBrokenMarkup(text)
  // Broken markup must throw; warnings are ignored.
  const markup = new DOMParser({
    onError: (level, message) => {
      if (level === 'fatalError') throw new SyntaxError(message)
    },
  }).parseFromString(text, 'text/xml')
  const { features } = format === 'kml' ? kml(markup) : gpx(markup)
  return read(features, { properties: { name: 'WGS84' } })
}

/**
 * Reads a zipped Shapefile; its .prj is used to convert coordinates to degrees. If there is no .cpg, the encoding of
 * the .dbf is detected.
 */
export async function parseShapefile(
  files: ReadonlyMap<string, Uint8Array>,
): Promise<{ name: string; read: FeaturesRead }[]> {
  const { combine, parseDbf, parseShp } = await import('shpjs')
  const part = (base: string, ending: string) => {
    const path = [...files.keys()].find((each) => each.toLowerCase() === `${base}.${ending}`.toLowerCase())
    return path === undefined ? undefined : files.get(path)
  }
  const bases = [...files.keys()].filter((path) => /\.shp$/i.test(path)).map((path) => path.slice(0, -4))
  return Promise.all(
    bases.map(async (base) => {
      const [shp, dbf, prj, cpg] = [part(base, 'shp')!, part(base, 'dbf'), part(base, 'prj'), part(base, 'cpg')]
      const text = (bytes: Uint8Array | undefined) => (bytes ? new TextDecoder().decode(bytes).trim() : undefined)
      if (dbf) refuseShortDbf(dbf)
      const encoding = text(cpg) ?? (dbf ? await dbfEncoding(dbf) : undefined)
      const shapes = parseShp(shp, text(prj))
      const { features } = combine([shapes, dbf ? parseDbf(dbf, encoding) : []])
      return { name: base.split('/').at(-1)!, read: read(features, { properties: { name: prj ? 'WGS84' : '' } }) }
    }),
  )
}

/**
 * Refuses a .dbf that declares more records than it holds: the library would create all of them, and a header can
 * declare billions.
 * @throws RangeError
 */
function refuseShortDbf(dbf: Uint8Array): void {
  const header = new DataView(dbf.buffer, dbf.byteOffset, dbf.byteLength)
  const [records, start, bytes] = [header.getUint32(4, true), header.getUint16(8, true), header.getUint16(10, true)]
  if (start + records * Math.max(1, bytes) > dbf.byteLength) throw new RangeError('the .dbf is cut off')
}

/** Detects the encoding from the records, which begin where the binary header says. */
async function dbfEncoding(dbf: Uint8Array): Promise<string> {
  const start = new DataView(dbf.buffer, dbf.byteOffset).getUint16(8, true)
  return (await findEncoding(new Blob([dbf.slice(start)]))).encoding
}

function positions(shape: Geometry): Position[] {
  if (shape.type === 'GeometryCollection') return shape.geometries.flatMap(positions)
  const depth = { Point: 0, MultiPoint: 1, LineString: 1, MultiLineString: 2, Polygon: 2, MultiPolygon: 3 }[shape.type]
  return ([shape.coordinates].flat(depth as 1) as unknown as Position[]) ?? []
}

/** One position for a shape: a point itself, the middle vertex of a line, the mean vertex of a surface. */
function middle(shape: Geometry | null): Position | null {
  if (!shape) return null
  const all = positions(shape).filter((at) => Array.isArray(at) && Number.isFinite(at[0]) && Number.isFinite(at[1]))
  if (all.length === 0) return null
  if (shape.type.endsWith('Polygon')) {
    const ring = all.slice(0, -1)
    return [
      ring.reduce((sum, at) => sum + at[0]!, 0) / ring.length,
      ring.reduce((sum, at) => sum + at[1]!, 0) / ring.length,
    ]
  }
  return all[Math.floor(all.length / 2)]!
}

/** A property as cell text. */
export function propertyText(value: unknown): string {
  if (value === null || value === undefined) return ''
  if (typeof value === 'boolean') return value ? '是' : '否'
  return typeof value === 'object' ? JSON.stringify(value) : String(value)
}

/**
 * Features as a table: their properties, and their position in columns 经度 and 纬度, renamed if the properties use these.
 */
export function featuresTable(name: string, { features, crs }: FeaturesRead): HeldTable {
  const names = [...new Set(features.flatMap(({ properties }) => Object.keys(properties ?? {})))]
  const place = ['经度', '纬度'].map((heading) => (names.includes(heading) ? `${heading}(geometry)` : heading))
  const rows = features.map(({ properties, geometry: shape }) => {
    const at = middle(shape)
    return [...names.map((key) => propertyText(properties?.[key])), ...(at ? [String(at[0]), String(at[1])] : ['', ''])]
  })
  const drawn = features.filter((each): each is Feature => /LineString$/.test(each.geometry?.type ?? ''))
  const lines: FeatureCollection | null =
    drawn.length > 0 && drawn.length === features.length ? { type: 'FeatureCollection', features: drawn } : null
  return {
    head: { name, merges: [], hiddenColumns: [] },
    rows: [[...names, ...place], ...rows],
    hidden: false,
    lines,
    crs,
    problems: [],
  }
}
