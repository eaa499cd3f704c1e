import type { FeatureCollection, LineString, MultiLineString, MultiPolygon, Polygon } from 'geojson'
import type { DustfallInput } from '@/domain/dustfall/series'
import type { Surface } from '@/domain/geodesy/area-index'
import type { Problem, Result } from '@/domain/problem'
import type { Clause } from '@/domain/rules/clause'
import type { Rule } from '@/domain/rules/rule'
import { SOURCE_KINDS, schemaOf } from '@/domain/sources'
import { type County, countyFinder } from '@/domain/sources/county'
import type { KindResource } from '@/domain/sources/inventory'
import { type RawTable, readTable } from '@/domain/sources/read-table'
import * as regional from '@/domain/sources/regional'
import { type DataClass, type Field, LAT, LON, type SourceKind } from '@/domain/sources/schema'
import type { Table } from '@/domain/table/column'
import { readCsv } from './csv'
import { descriptorSchema, type PackageSettings, type ResourceDescriptor, type Role } from './descriptor'
import { fetchText, parseJson } from './fetch-file'
import { propertiesTable, readFeatures } from './geojson'
import { clausesSchema, rulesSchema } from './plan'
import {
  type DustfallPoint,
  readCounties,
  readDustfallPoints,
  readDustfallSamples,
  readPublished,
} from './regional-tables'
import { issuesText, type z } from './zod'

/** Where a resource comes from, for whoever asks. */
export interface Provenance {
  readonly title: string
  readonly path: string
  readonly role: Role
  readonly dataClass: DataClass
  readonly source: string
  readonly licence: string
}

/** A data package, read and checked. */
export interface DataPackage {
  readonly name: string
  readonly settings: PackageSettings
  readonly provenance: readonly Provenance[]
  readonly clauses: readonly Clause[]
  readonly rules: readonly Rule[]
  readonly counties: readonly County[]
  /** Feature id = county code. */
  readonly outlines: FeatureCollection<Polygon | MultiPolygon>
  readonly rivers: FeatureCollection<LineString | MultiLineString>
  readonly builtUpArea: Surface | null
  readonly resources: readonly KindResource[]
  /** In the order of the rows of the road table. */
  readonly roadLines: FeatureCollection<LineString | MultiLineString>
  readonly siltSurveys: Table | null
  readonly dustfallPoints: readonly DustfallPoint[]
  readonly dustfall: DustfallInput
}

/** With one of these a package can't be shown; everything else is a note beside what is shown. */
const FATAL = new Set<Problem['code']>([
  'file-unreachable',
  'file-unreadable',
  'package-invalid',
  'column-missing',
  'geometry-invalid',
])

/** A resource and its content: text of a table, or JSON. */
interface Content {
  readonly descriptor: ResourceDescriptor
  readonly text: string
}

/** Reads the resources of one opening and gathers the problems on the way. */
class Reader {
  readonly problems: Problem[] = []

  constructor(private readonly contents: readonly Content[]) {}

  private withRole(role: Role): readonly Content[] {
    return this.contents.filter(({ descriptor }) => descriptor.chentu.role === role)
  }

  private keep<T>(result: Result<T>): T | null {
    this.problems.push(...result.problems)
    return result.value
  }

  private json({ descriptor, text }: Content): unknown {
    const parsed = parseJson(descriptor.path, text)
    if ('value' in parsed) return parsed.value
    this.problems.push(parsed.problem)
    return undefined
  }

  list<T>(role: Role, schema: z.ZodType<T[]>): T[] {
    return this.withRole(role).flatMap((content) => {
      const value = this.json(content)
      if (value === undefined) return []
      const checked = schema.safeParse(value)
      if (checked.success) return checked.data
      this.problems.push({ code: 'package-invalid', file: content.descriptor.path, seen: issuesText(checked.error) })
      return []
    })
  }

  features<S extends 'surface' | 'line'>(role: Role, shape: S) {
    const found = this.withRole(role).flatMap((content) => {
      const value = this.json(content)
      const checked = value === undefined ? null : this.keep(readFeatures(content.descriptor.path, value, shape))
      return checked?.features ?? []
    })
    return { type: 'FeatureCollection' as const, features: found }
  }

  tables(role: Role, fields: readonly Field[]): { descriptor: ResourceDescriptor; table: Table }[] {
    return this.withRole(role).flatMap((content) => {
      const raw = this.raw(content)
      const table = raw && this.keep(readTable(raw, fields))
      return table ? [{ descriptor: content.descriptor, table }] : []
    })
  }

  private raw(content: Content): RawTable | null {
    const { path } = content.descriptor
    if (!path.endsWith('.geojson')) return readCsv(path, content.text)
    const value = this.json(content)
    const lines = value === undefined ? null : this.keep(readFeatures(path, value, 'line'))
    return lines && propertiesTable(path, lines.features)
  }
}

async function fetchAll(base: URL, descriptors: readonly ResourceDescriptor[]): Promise<Result<Content[]>> {
  const fetched = await Promise.all(
    descriptors.map(async (descriptor) => ({ descriptor, got: await fetchText(base, descriptor.path) })),
  )
  const problems = fetched.flatMap(({ got }) => ('problem' in got ? [got.problem] : []))
  const value = fetched.flatMap(({ descriptor, got }) => ('text' in got ? [{ descriptor, text: got.text }] : []))
  return { value, problems }
}

function fieldsOfKind(kind: SourceKind): readonly Field[] {
  const schema = schemaOf(kind)
  return schema.place === 'line' ? [...schema.fields, LON, LAT] : schema.fields
}

/**
 * Opens the data package whose descriptor is at `url`. Null where it can't be shown, with every problem found so far;
 * else the package and what was wrong with single cells of it.
 */
export async function openPackage(url: URL): Promise<Result<DataPackage>> {
  const file = url.pathname.split('/').at(-1) || 'datapackage.json'
  const got = await fetchText(url, url.href)
  if ('problem' in got) return { value: null, problems: [{ ...got.problem, file }] }
  const parsed = parseJson(file, got.text)
  if ('problem' in parsed) return { value: null, problems: [parsed.problem] }
  const checked = descriptorSchema.safeParse(parsed.value)
  if (!checked.success)
    return { value: null, problems: [{ code: 'package-invalid', file, seen: issuesText(checked.error) }] }

  const descriptor = checked.data
  const contents = await fetchAll(url, descriptor.resources)
  const reader = new Reader(contents.value ?? [])
  const problems = reader.problems
  problems.push(...contents.problems)

  const counties = reader.tables('counties', regional.COUNTY_FIELDS).flatMap(({ table }) => readCounties(table))
  if (counties.length === 0) problems.push({ code: 'package-invalid', file, expected: 'counties' })
  const find = countyFinder(counties)
  const dustfallPoints = reader
    .tables('dustfall-points', regional.DUSTFALL_POINT_FIELDS)
    .flatMap(({ table, descriptor: { path } }) => readDustfallPoints(table, path, find, problems))
  const records = reader
    .tables('dustfall-samples', regional.DUSTFALL_SAMPLE_FIELDS)
    .flatMap(({ table, descriptor: { path } }) => readDustfallSamples(table, path, problems))
  const published = reader
    .tables('dustfall-published', regional.DUSTFALL_PUBLISHED_FIELDS)
    .flatMap(({ table, descriptor: { path } }) => readPublished(table, path, find, problems))
  const resources = SOURCE_KINDS.flatMap((kind) =>
    reader.tables(kind, fieldsOfKind(kind)).map(
      ({ table, descriptor: { path, chentu } }): KindResource => ({
        kind,
        file: path,
        dataClass: chentu.class,
        table,
      }),
    ),
  )
  const area = reader.features('built-up-area', 'surface').features
  const value: DataPackage = {
    name: descriptor.name,
    settings: descriptor.chentu,
    provenance: descriptor.resources.map(({ title, name, path, chentu, sources, licenses }) => ({
      title: title ?? name,
      path,
      role: chentu.role,
      dataClass: chentu.class,
      source: sources?.map((source) => source.title).join('；') ?? '',
      licence: licenses?.map((licence) => licence.title ?? licence.name ?? '').join('；') ?? '',
    })),
    clauses: reader.list('clauses', clausesSchema),
    rules: reader.list('rules', rulesSchema) as Rule[],
    counties,
    outlines: reader.features('county-outlines', 'surface'),
    rivers: reader.features('rivers', 'line'),
    builtUpArea: area.length > 0 ? mergeSurfaces(area.map(({ geometry }) => geometry)) : null,
    resources,
    roadLines: reader.features('road', 'line'),
    siltSurveys: reader.tables('silt-surveys', regional.SILT_SURVEY_FIELDS)[0]?.table ?? null,
    dustfallPoints,
    dustfall: {
      ranked: counties.filter(({ ranked }) => ranked).map(({ code }) => code),
      points: dustfallPoints,
      records,
      published,
      belowDetectionShare: descriptor.chentu.dustfall.belowDetectionShare,
    },
  }
  return { value: problems.some(({ code }) => FATAL.has(code)) ? null : value, problems }
}

function mergeSurfaces(surfaces: readonly Surface[]): Surface {
  const coordinates = surfaces.flatMap((surface) =>
    surface.type === 'Polygon' ? [surface.coordinates] : surface.coordinates,
  )
  return { type: 'MultiPolygon', coordinates }
}
