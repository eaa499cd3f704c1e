import type { FeatureCollection, LineString, MultiLineString, MultiPolygon, Polygon } from 'geojson'
import type { DustfallInput } from '@/domain/dustfall/series'
import type { Surface } from '@/domain/geodesy/area-index'
import type { Problem, Result } from '@/domain/problem'
import type { Clause } from '@/domain/rules/clause'
import type { Rule } from '@/domain/rules/rule'
import { type County, countyFinder } from '@/domain/sources/county'
import type { KindResource } from '@/domain/sources/inventory'
import { fieldsOfKind, SOURCE_KINDS } from '@/domain/sources/kinds'
import * as regional from '@/domain/sources/kinds/regional'
import type { DataClass, Field } from '@/domain/sources/kinds/schema'
import { missingColumns, type RowReader, readTable, tableReader } from '@/domain/sources/reading/read-table'
import { textColumn } from '@/domain/table/build-column'
import { type Table, textOf } from '@/domain/table/column'
import { bareRow } from '@/io/export/formula'
import { readCsv } from '@/io/formats/csv'
import { findEncoding, readText } from '@/io/formats/encoding'
import { issuesText, type z } from '@/io/zod'
import {
  type Descriptor,
  descriptorSchema,
  type PackageSettings,
  type ResourceDescriptor,
  type Role,
} from './descriptor'
import { propertiesTable, readFeatures } from './geojson'
import { parseJson } from './json'
import { DESCRIPTOR, type PackageFiles } from './package-files'
import { clausesSchema, rulesSchema } from './plan'
import {
  type DustfallPoint,
  readCounties,
  readDustfallPoints,
  readDustfallSamples,
  readPublished,
} from './regional-tables'

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
  'other-origin',
  'file-redirected',
  'file-unreadable',
  'package-invalid',
  'column-missing',
  'geometry-invalid',
])

/** A resource and its content. */
interface Content {
  readonly descriptor: ResourceDescriptor
  readonly blob: Blob
}

/** Reads the resources of one opening and gathers the problems on the way. */
class Reader {
  readonly problems: Problem[] = []

  constructor(
    private readonly contents: readonly Content[],
    private readonly known: ReadonlyMap<string, Table>,
  ) {}

  private withRole(role: Role): readonly Content[] {
    return this.contents.filter(({ descriptor }) => descriptor.chentu.role === role)
  }

  private keep<T>(result: Result<T>): T | null {
    this.problems.push(...result.problems)
    return result.value
  }

  private async json({ descriptor, blob }: Content): Promise<unknown> {
    const parsed = parseJson(descriptor.path, await readText(blob))
    if ('value' in parsed) return parsed.value
    this.problems.push(parsed.problem)
    return undefined
  }

  async list<T>(role: Role, schema: z.ZodType<T[]>): Promise<T[]> {
    const found: T[] = []
    for (const content of this.withRole(role)) {
      const value = await this.json(content)
      if (value === undefined) continue
      const checked = schema.safeParse(value)
      if (checked.success) found.push(...checked.data)
      else
        this.problems.push({ code: 'package-invalid', file: content.descriptor.path, seen: issuesText(checked.error) })
    }
    return found
  }

  async features<S extends 'surface' | 'line'>(role: Role, shape: S) {
    const found = []
    for (const content of this.withRole(role)) {
      const value = await this.json(content)
      const checked = value === undefined ? null : this.keep(readFeatures(content.descriptor.path, value, shape))
      found.push(...(checked?.features ?? []))
    }
    return { type: 'FeatureCollection' as const, features: found }
  }

  async tables(role: Role, fields: readonly Field[]): Promise<{ descriptor: ResourceDescriptor; table: Table }[]> {
    const found = []
    for (const content of this.withRole(role)) {
      const table = this.known.get(content.descriptor.path) ?? (await this.table(content, fields))
      if (table) found.push({ descriptor: content.descriptor, table })
    }
    return found
  }

  private async table(content: Content, fields: readonly Field[]): Promise<Table | null> {
    const { path, chentu } = content.descriptor
    if (!path.endsWith('.geojson')) return this.keep(await readCsvTable(path, content.blob, fields, chentu))
    const value = await this.json(content)
    const lines = value === undefined ? null : this.keep(readFeatures(path, value, 'line'))
    return lines && this.keep(readTable(propertiesTable(path, lines.features), fields))
  }
}

/** A CSV of a package: its header is its first line. */
async function readCsvTable(
  file: string,
  blob: Blob,
  fields: readonly Field[],
  { columns: stated, guarded }: Pick<ResourceDescriptor['chentu'], 'columns' | 'guarded'>,
): Promise<Result<Table>> {
  const { encoding } = await findEncoding(blob)
  let problems: Problem[] = []
  let reader: RowReader | null = null
  await readCsv(blob, { encoding, delimiter: ',' }, (rows, first) => {
    rows.forEach((written, i) => {
      const cells = guarded ? bareRow(written) : written
      if (first + i === 0) {
        problems = missingColumns(file, cells, fields, stated)
        if (problems.length === 0) reader = tableReader(file, cells, fields, problems, stated)
      } else if (reader && cells.some((cell) => cell !== '')) reader.read(cells, first + i + 1)
    })
  })
  // Assigned inside the callback, which the compiler does not follow.
  const read = reader as RowReader | null
  return {
    value: read?.finish() ?? null,
    problems: read ? problems : [...problems, ...(problems.length ? [] : missingColumns(file, [], fields))],
  }
}

/** The table of one resource of a package, its counties by code; null where it can't be read. */
export async function readResource(
  files: PackageFiles,
  { path, chentu }: ResourceDescriptor,
  fields: readonly Field[],
  findCounty: (text: string) => string | null,
): Promise<Table | null> {
  const got = await files.read(path)
  if ('problem' in got) return null
  const { value } = await readCsvTable(path, got.blob, fields, chentu)
  const county = value?.columns.county
  if (!value || !county) return value
  const codes = Array.from({ length: value.length }, (_, row) => {
    const stated = textOf(county, row)
    return findCounty(stated) ?? stated
  })
  return { ...value, columns: { ...value.columns, county: textColumn(codes) } }
}

async function readAll(files: PackageFiles, descriptors: readonly ResourceDescriptor[]): Promise<Result<Content[]>> {
  const read = await Promise.all(
    descriptors.map(async (descriptor) => ({ descriptor, got: await files.read(descriptor.path) })),
  )
  const problems = read.flatMap(({ got }) => ('problem' in got ? [got.problem] : []))
  const value = read.flatMap(({ descriptor, got }) => ('blob' in got ? [{ descriptor, blob: got.blob }] : []))
  return { value, problems }
}

/** Reads and checks the descriptor at a path or an address. */
export async function readDescriptor(files: PackageFiles, path: string): Promise<Result<Descriptor>> {
  const file = path.split('/').at(-1) || DESCRIPTOR
  const got = await files.read(path)
  if ('problem' in got) return { value: null, problems: [{ ...got.problem, file }] }
  const parsed = parseJson(file, await readText(got.blob))
  if ('problem' in parsed) return { value: null, problems: [parsed.problem] }
  const checked = descriptorSchema.safeParse(parsed.value)
  if (checked.success) return { value: checked.data, problems: [] }
  return { value: null, problems: [{ code: 'package-invalid', file, seen: issuesText(checked.error) }] }
}

/**
 * Opens the data package with the descriptor `file`. Null where it can't be shown, with every problem found so far;
 * else the package and what was wrong with single cells of it. `known` are tables that were read before, by path.
 */
export async function openPackage(
  files: PackageFiles,
  file: string,
  known: ReadonlyMap<string, Table> = new Map(),
): Promise<Result<DataPackage>> {
  const described = await readDescriptor(files, file)
  if (described.value === null) return { value: null, problems: described.problems }
  const descriptor = described.value
  const contents = await readAll(files, descriptor.resources)
  const reader = new Reader(contents.value ?? [], known)
  const problems = reader.problems
  problems.push(...contents.problems)

  const counties = (await reader.tables('counties', regional.COUNTY_FIELDS)).flatMap(({ table }) => readCounties(table))
  if (counties.length === 0) problems.push({ code: 'package-invalid', file, expected: 'counties' })
  const find = countyFinder(counties)
  const dustfallPoints = (await reader.tables('dustfall-points', regional.DUSTFALL_POINT_FIELDS)).flatMap(
    ({ table, descriptor: { path } }) => readDustfallPoints(table, path, find, problems),
  )
  const pointCodes = new Set(dustfallPoints.map(({ code }) => code))
  const records = (await reader.tables('dustfall-samples', regional.DUSTFALL_SAMPLE_FIELDS)).flatMap(
    ({ table, descriptor: { path } }) => readDustfallSamples(table, path, pointCodes, problems),
  )
  const published = (await reader.tables('dustfall-published', regional.DUSTFALL_PUBLISHED_FIELDS)).flatMap(
    ({ table, descriptor: { path } }) => readPublished(table, path, find, problems),
  )
  const resources: KindResource[] = []
  for (const kind of SOURCE_KINDS) {
    for (const { table, descriptor } of await reader.tables(kind, fieldsOfKind(kind)))
      resources.push({ kind, file: descriptor.path, dataClass: descriptor.chentu.class, table })
  }
  const area = (await reader.features('built-up-area', 'surface')).features
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
    clauses: await reader.list('clauses', clausesSchema),
    rules: (await reader.list('rules', rulesSchema)) as Rule[],
    counties,
    outlines: await reader.features('county-outlines', 'surface'),
    rivers: await reader.features('rivers', 'line'),
    builtUpArea: area.length > 0 ? mergeSurfaces(area.map(({ geometry }) => geometry)) : null,
    resources,
    roadLines: await reader.features('road', 'line'),
    siltSurveys: (await reader.tables('silt-surveys', regional.SILT_SURVEY_FIELDS))[0]?.table ?? null,
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
