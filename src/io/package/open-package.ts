import type { FeatureCollection, LineString, MultiLineString, MultiPolygon, Polygon } from 'geojson'
import type { DustfallInput } from '@/domain/dustfall/series'
import type { Surface } from '@/domain/geodesy/area-index'
import type { Problem, Result } from '@/domain/problem'
import type { Clause } from '@/domain/rules/clause'
import type { Rule } from '@/domain/rules/rule'
import { type County, countyFinder } from '@/domain/sources/county'
import type { KindResource } from '@/domain/sources/inventory'
import type { DataClass } from '@/domain/sources/kinds/data-class'
import type { Field } from '@/domain/sources/kinds/field'
import { type Kind, type KindId, kindWithId } from '@/domain/sources/kinds/kind'
import * as regional from '@/domain/sources/kinds/regional'
import { RESERVED_LAYERS } from '@/domain/sources/kinds/reserved'
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
  PACKAGE_ROLES,
  type PackageSettings,
  type ResourceDescriptor,
  type Role,
} from './descriptor'
import { propertiesTable, readFeatures } from './geojson'
import { parseJson } from './json'
import { DESCRIPTOR, type PackageFiles } from './package-files'
import { packageKinds } from './package-kinds'
import { clausesSchema, rulesSchema, wrongReadings } from './plan'
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
  readonly kinds: readonly Kind[]
  readonly clauses: readonly Clause[]
  readonly rules: readonly Rule[]
  readonly counties: readonly County[]
  /** Feature id = county code. */
  readonly outlines: FeatureCollection<Polygon | MultiPolygon>
  readonly rivers: FeatureCollection<LineString | MultiLineString>
  readonly builtUpArea: Surface | null
  readonly resources: readonly KindResource[]
  /** The lines of each kind that lies along lines, in the order of its rows. */
  readonly lines: ReadonlyMap<KindId, FeatureCollection<LineString | MultiLineString>>
  /** The tables of surveys of each kind that has some. */
  readonly surveys: ReadonlyMap<KindId, readonly Table[]>
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
  'rule-field-unknown',
  'rule-field-type',
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

  /** The kinds that the package declares; the first city's where it declares none. */
  async kinds(): Promise<readonly Kind[]> {
    const files = this.withRole('kinds')
    const values = await Promise.all(
      files.map(async (file) => ({ path: file.descriptor.path, value: await this.json(file) })),
    )
    const { kinds, problems } = packageKinds(values, [...PACKAGE_ROLES, ...RESERVED_LAYERS])
    this.problems.push(...problems)
    return kinds
  }

  async list<T>(role: Role, schema: z.ZodType<T[]>): Promise<T[]> {
    const found: T[] = []
    for (const content of this.withRole(role)) found.push(...(await this.listIn(content, schema)))
    return found
  }

  private async listIn<T>(content: Content, schema: z.ZodType<T[]>): Promise<T[]> {
    const value = await this.json(content)
    if (value === undefined) return []
    const checked = schema.safeParse(value)
    if (checked.success) return checked.data
    this.problems.push({ code: 'package-invalid', file: content.descriptor.path, seen: issuesText(checked.error) })
    return []
  }

  /** The rules of kinds that are declared; that others are left out is said, once for each kind. */
  async rules(kinds: readonly Kind[]): Promise<Rule[]> {
    const rules: Rule[] = []
    for (const content of this.withRole('rules')) {
      const file = content.descriptor.path
      const lost = new Map<KindId, string[]>()
      for (const rule of await this.listIn(content, rulesSchema)) {
        const kind = kindWithId(kinds, rule.kind)
        if (kind) {
          this.problems.push(...wrongReadings(file, rule, kind))
          rules.push(rule)
        } else lost.set(rule.kind, [...(lost.get(rule.kind) ?? []), rule.id])
      }
      for (const [kind, ids] of lost)
        this.problems.push({ code: 'rule-kind-unknown', file, kind, seen: ids.join('、') })
    }
    return rules
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
    return lines && this.keep(readTable(propertiesTable(path, lines.features, fields), fields))
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
  const kinds = await reader.kinds()
  const resources: KindResource[] = []
  const lines = new Map<KindId, FeatureCollection<LineString | MultiLineString>>()
  const surveys = new Map<KindId, Table[]>()
  for (const schema of kinds) {
    const { id: kind, fields, place, surveys: surveyed } = schema
    for (const { table, descriptor } of await reader.tables(kind, fields))
      resources.push({ kind, schema, file: descriptor.path, dataClass: descriptor.chentu.class, table })
    if (place === 'line') lines.set(kind, await reader.features(kind, 'line'))
    const found = surveyed ? await reader.tables(surveyed.id, surveyed.fields) : []
    if (found.length > 0)
      surveys.set(
        kind,
        found.map(({ table }) => table),
      )
  }
  problems.push(...unknownRoles(descriptor, kinds))
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
    kinds,
    clauses: await reader.list('clauses', clausesSchema),
    rules: await reader.rules(kinds),
    counties,
    outlines: await reader.features('county-outlines', 'surface'),
    rivers: await reader.features('rivers', 'line'),
    builtUpArea: area.length > 0 ? mergeSurfaces(area.map(({ geometry }) => geometry)) : null,
    resources,
    lines,
    surveys,
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

/** Resources that this version has no use for: they stay in the package, and it is said that nothing of them is shown. */
function unknownRoles({ resources }: Descriptor, kinds: readonly Kind[]): Problem[] {
  const known = new Set<string>([
    ...PACKAGE_ROLES,
    ...kinds.flatMap(({ id, surveys }) => [id, ...(surveys ? [surveys.id] : [])]),
  ])
  return resources
    .filter(({ chentu }) => !known.has(chentu.role))
    .map(({ path, chentu }) => ({ code: 'role-unknown', file: path, seen: chentu.role }))
}

function mergeSurfaces(surfaces: readonly Surface[]): Surface {
  const coordinates = surfaces.flatMap((surface) =>
    surface.type === 'Polygon' ? [surface.coordinates] : surface.coordinates,
  )
  return { type: 'MultiPolygon', coordinates }
}
