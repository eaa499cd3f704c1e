import type {
  Feature,
  FeatureCollection,
  Geometry,
  LineString,
  MultiLineString,
  MultiPolygon,
  Point,
  Polygon,
} from 'geojson'
import { refusePositions } from '@/domain/geodesy/position'
import type { Problem, Result } from '@/domain/problem'
import { type Field, headingOf } from '@/domain/sources/kinds/field'
import type { RawTable } from '@/domain/sources/reading/read-table'
import { issuesText, z } from '@/io/zod'

const position = z.array(z.number()).min(2)
const line = z.array(position).min(2)
const ring = z.array(position).min(4)
const properties = z.record(z.string(), z.unknown()).nullable()
const id = z.union([z.string(), z.number()]).optional()

const collectionOf = <T extends z.ZodType>(geometry: T) =>
  z.object({
    type: z.literal('FeatureCollection'),
    features: z.array(z.object({ type: z.literal('Feature'), id, properties, geometry })),
  })

const schemas = {
  point: collectionOf(z.object({ type: z.literal('Point'), coordinates: position })),
  surface: collectionOf(
    z.discriminatedUnion('type', [
      z.object({ type: z.literal('Polygon'), coordinates: z.array(ring).min(1) }),
      z.object({ type: z.literal('MultiPolygon'), coordinates: z.array(z.array(ring).min(1)).min(1) }),
    ]),
  ),
  line: collectionOf(
    z.discriminatedUnion('type', [
      z.object({ type: z.literal('LineString'), coordinates: line }),
      z.object({ type: z.literal('MultiLineString'), coordinates: z.array(line).min(1) }),
    ]),
  ),
}

interface Shapes {
  point: Point
  surface: Polygon | MultiPolygon
  line: LineString | MultiLineString
}

/** Every position of a geometry. */
function positions(geometry: Geometry): [number, number][] {
  const depth = { Point: 0, MultiPoint: 1, LineString: 1, MultiLineString: 2, Polygon: 2, MultiPolygon: 3 }
  return geometry.type === 'GeometryCollection'
    ? geometry.geometries.flatMap(positions)
    : ([geometry.coordinates].flat(depth[geometry.type] as 1) as unknown as [number, number][])
}

/** Checks parsed JSON as a collection of one shape, in WGS-84 degrees (RFC 7946). */
export function readFeatures<S extends keyof Shapes>(
  file: string,
  value: unknown,
  shape: S,
): Result<FeatureCollection<Shapes[S]>> {
  const checked = schemas[shape].safeParse(value)
  if (!checked.success) {
    return {
      value: null,
      problems: [
        {
          code: 'geometry-invalid',
          file,
          seen: issuesText(checked.error),
          expected: `GeoJSON FeatureCollection (${shape})`,
        },
      ],
    }
  }
  const collection = checked.data as unknown as FeatureCollection<Shapes[S]>
  const problems = collection.features.flatMap((feature, i): Problem[] => {
    const refusal = refusePositions(positions(feature.geometry))
    return refusal === null ? [] : [{ code: 'geometry-invalid', file, row: i + 1, seen: refusal, expected: 'WGS-84' }]
  })
  return { value: problems.length > 0 ? null : collection, problems }
}

/** The properties of features as a raw table, with the middle of each line under the kind's own position headings. */
export function propertiesTable(
  file: string,
  features: readonly Feature<LineString | MultiLineString>[],
  fields: readonly Field[],
): RawTable {
  const names = [...new Set(features.flatMap((feature) => Object.keys(feature.properties ?? {})))]
  const rows = features.map((feature) => {
    const all = positions(feature.geometry)
    const [lon, lat] = all[Math.floor(all.length / 2)]!
    return [...names.map((name) => String(feature.properties?.[name] ?? '')), String(lon), String(lat)]
  })
  // Features are counted from 1; there is no header line above the first.
  return { file, header: [...names, headingOf(fields, 'lon'), headingOf(fields, 'lat')], rows, firstLine: 1 }
}

const anyFeatures = z.object({
  type: z.literal('FeatureCollection'),
  features: z.array(
    z.looseObject({
      type: z.literal('Feature'),
      geometry: z
        .looseObject({
          type: z.enum(['Point', 'MultiPoint', 'LineString', 'MultiLineString', 'Polygon', 'MultiPolygon']),
        })
        .nullable(),
    }),
  ),
})

/** Features of any shape in any datum, for inspection; null if the text contains none. */
export function readAnyFeatures(text: string): FeatureCollection | null {
  try {
    return anyFeatures.parse(JSON.parse(text)) as unknown as FeatureCollection
  } catch {
    return null
  }
}
