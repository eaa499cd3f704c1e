import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { deserialize, serialize } from 'node:v8'
import type { FeatureCollection, MultiPolygon, Polygon } from 'geojson'
import type { SchemaElement } from 'hyparquet'
import { ByteWriter, type ColumnSource, parquetWrite } from 'hyparquet-writer'
import type { IsoDay } from '@/domain/calendar'
import type { MonthReport } from '@/domain/dustfall/month-report'
import { labelPlace } from '@/domain/geodesy/label-place'
import { mercator } from '@/domain/geodesy/mercator'
import { mustBeFixed, type Problem } from '@/domain/problem'
import { STATUS_NAMES } from '@/domain/rules/status'
import type { KindGroup } from '@/domain/sources/kinds/group'
import { isOnMaps, type Kind } from '@/domain/sources/kinds/kind'
import { textOf } from '@/domain/table/column'
import { outlineProblems } from '@/io/package/check-package'
import { DESCRIPTOR } from '@/io/package/package-files'
import { readDescriptor } from '@/io/package/read-descriptor'
import type { BuiltCity } from '@/io/province/province-file'
import { NO_GROUP, WORLD } from '@/io/province/sources-pyramid'
import { type EvaluatedPackage, evaluateRules } from '@/questions/evaluated-package'
import { openSources } from '@/questions/opened-package'
import { filesIn } from '../folder-files'
import { writeWhole } from '../write-whole'

/** A task for a thread: evaluate the package in a folder for a date, and write its rows to a file. */
export interface CityOrder {
  readonly folder: string
  readonly rows: string
  /** Digest of the evaluating code; results of other code are computed again. */
  readonly code: string
  /** Date for packages whose as-of date is today. */
  readonly today: IsoDay
}

/** A city evaluated by its own rules; everything but its path and name goes into the index unchanged. */
export interface JudgedCity extends Omit<BuiltCity, 'path' | 'name'> {
  readonly reports: readonly MonthReport[]
  readonly counties: readonly {
    readonly code: string
    readonly name: string
    readonly en: string
    readonly ranked: boolean
    readonly at: [lon: number, lat: number] | null
  }[]
  readonly outlines: FeatureCollection<Polygon | MultiPolygon>
  readonly groups: readonly KindGroup[]
  readonly kinds: readonly Pick<Kind, 'id' | 'title'>[]
}

const UNREAD: Omit<JudgedCity, 'state' | 'faults' | 'fault'> = {
  package: null,
  standings: [0, 0, 0, 0, 0],
  unplaced: 0,
  bounds: null,
  reports: [],
  counties: [],
  outlines: { type: 'FeatureCollection', features: [] },
  groups: [],
  kinds: [],
}

/** Hex digest of all files of a package; changes with any byte or name. */
function fingerprintOf(folder: string): string {
  const hash = createHash('sha256')
  const names = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(folder.length))
  for (const name of names.sort()) {
    const bytes = readFileSync(join(folder, name))
    hash.update(`${name.replaceAll('\\', '/')} ${bytes.byteLength} `).update(bytes)
  }
  return hash.digest('hex').slice(0, 16)
}

/** The problems as stored in the index. */
function faultsOf(problems: readonly Problem[]): Pick<BuiltCity, 'faults' | 'fault'> {
  const faults = problems.filter(mustBeFixed)
  const first = faults[0]
  return { faults: faults.length, fault: first ? { code: first.code, file: first.file } : null }
}

/** A stored evaluation, next to its rows. */
interface Kept {
  readonly code: string
  readonly fingerprint: string
  /** Date of the evaluation; null if the package has a fixed one. */
  readonly today: IsoDay | null
  readonly judged: JudgedCity
}

const keptFile = (rows: string) => `${rows}.judged`

/** The stored evaluation by the same code of the same files for that date; null if there is none. */
function keptBefore({ rows, code, today }: CityOrder, fingerprint: string): JudgedCity | null {
  const file = keptFile(rows)
  if (!existsSync(file) || !existsSync(rows)) return null
  try {
    const kept = deserialize(readFileSync(file)) as Kept
    const isSame = kept.code === code && kept.fingerprint === fingerprint && (kept.today ?? today) === today
    return isSame ? kept.judged : null
  } catch {
    // Written by another version of Node, or damaged: it is evaluated again.
    return null
  }
}

/**
 * Opens and checks a city's package, evaluates its rules and months with the app's own code, and writes one row with
 * its status for each source. If package, date and code are unchanged, the stored result is returned.
 */
export async function judgeCity(order: CityOrder): Promise<JudgedCity> {
  const { folder, rows, today, code } = order
  if (!existsSync(join(folder, DESCRIPTOR))) {
    const fault = { code: 'file-unreachable', file: DESCRIPTOR }
    return { ...UNREAD, state: 'missing', faults: 1, fault }
  }
  const fingerprint = fingerprintOf(folder)
  const before = keptBefore(order, fingerprint)
  if (before) return before
  const files = filesIn(folder)
  const { value: opened, problems } = await openSources(files, DESCRIPTOR)
  if (!opened) return { ...UNREAD, state: 'refused', ...faultsOf(problems) }
  const { value: descriptor } = await readDescriptor(files, DESCRIPTOR)
  const { settings, counties, outlines, provenance } = opened.pack
  const asOf = settings.asOf === 'today' ? today : settings.asOf
  const evaluated = evaluateRules(opened, asOf)
  const version = (descriptor as { version?: unknown } | null)?.version
  const isMadeUp = provenance.some(({ dataClass }) => dataClass === 'illustrative')
  // As in `checkPackage`, for a package that is already open.
  const checked = [...problems, ...outlineProblems(opened.pack)]
  const judged: JudgedCity = {
    state: 'ready',
    ...faultsOf(checked),
    package: {
      name: opened.pack.name,
      version: typeof version === 'string' ? version : '',
      fingerprint,
      dataClass: isMadeUp ? 'illustrative' : provenance.some((of) => of.dataClass === 'real') ? 'real' : 'derived',
      asOf,
      limitSource: settings.dustfall.limitSource,
      months: opened.reports.map(({ month }) => month),
    },
    ...writeSources(evaluated, rows),
    reports: opened.reports,
    counties: counties.map(({ code, name, nameEn, ranked }) => ({
      ...{ code, name, en: nameEn || name, ranked },
      at: placeOf(outlines.features.find(({ id }) => String(id) === code)?.geometry),
    })),
    outlines: {
      type: 'FeatureCollection',
      features: outlines.features.map(({ id, geometry }) => ({ type: 'Feature', id: id!, properties: {}, geometry })),
    },
    groups: opened.pack.kinds.flatMap(({ group }) => (group ? [group] : [])),
    kinds: opened.pack.kinds.filter(isOnMaps).map(({ id, title }) => ({ id, title })),
  }
  // Written after the rows it refers to.
  const kept: Kept = { code, fingerprint, today: settings.asOf === 'today' ? today : null, judged }
  writeWhole(keptFile(rows), serialize(kept))
  return judged
}

const placeOf = (outline: Polygon | MultiPolygon | undefined): [number, number] | null => {
  if (!outline) return null
  const [lon, lat] = labelPlace(outline)
  return [Number(lon.toFixed(4)), Number(lat.toFixed(4))]
}

/** Rows per row group of the raw file, which is only read as a whole. */
const GROUP_ROWS = 131_072

const TYPES = {
  whole: { type: 'INT32' },
  text: { type: 'BYTE_ARRAY', converted_type: 'UTF8' },
} as const satisfies Record<string, Partial<SchemaElement>>

/** Writes each source on the map with position and status as a row of a Parquet file. */
function writeSources(
  { opened, status }: EvaluatedPackage,
  file: string,
): Pick<JudgedCity, 'standings' | 'unplaced' | 'bounds'> {
  const { inventory, lons, lats } = opened
  const standings = STATUS_NAMES.map(() => 0)
  const bounds = [Number.POSITIVE_INFINITY, Number.POSITIVE_INFINITY, -180, -90]
  let unplaced = 0
  const placed: number[] = []
  const kindOf: { readonly id: string; readonly group: string; readonly until: number; readonly first: number }[] = []
  for (const { first, table, schema } of inventory.kinds) {
    if (!isOnMaps(schema)) continue
    kindOf.push({ id: schema.id, group: schema.group?.id ?? NO_GROUP, first, until: first + table.length })
    for (let row = first; row < first + table.length; row++) {
      standings[status[row]!]!++
      const [lon, lat] = [lons[row]!, lats[row]!]
      if (Number.isNaN(lon) || Number.isNaN(lat)) {
        unplaced++
        continue
      }
      placed.push(row)
      bounds[0] = Math.min(bounds[0]!, lon)
      bounds[1] = Math.min(bounds[1]!, lat)
      bounds[2] = Math.max(bounds[2]!, lon)
      bounds[3] = Math.max(bounds[3]!, lat)
    }
  }
  const counted = { standings, unplaced, bounds: placed.length > 0 ? (bounds as BuiltCity['bounds']) : null }
  const xs = new Int32Array(placed.length)
  const ys = new Int32Array(placed.length)
  const kinds: string[] = new Array(placed.length)
  const groups: string[] = new Array(placed.length)
  let kind = 0
  placed.forEach((row, i) => {
    while (row >= kindOf[kind]!.until) kind++
    const [x, y] = mercator(lons[row]!, lats[row]!)
    xs[i] = Math.min(WORLD - 1, Math.max(0, Math.floor(x * WORLD)))
    ys[i] = Math.min(WORLD - 1, Math.max(0, Math.floor(y * WORLD)))
    kinds[i] = kindOf[kind]!.id
    groups[i] = kindOf[kind]!.group
  })
  const { code, name, county } = inventory.sources.columns
  const texts = (column: typeof code) => placed.map((row) => textOf(column, row))
  const columns: readonly (ColumnSource & { readonly of: keyof typeof TYPES })[] = [
    { name: 'x', of: 'whole', data: xs },
    { name: 'y', of: 'whole', data: ys },
    { name: 'kind', of: 'text', data: kinds },
    { name: 'kind_group', of: 'text', data: groups },
    { name: 'standing', of: 'whole', data: Int32Array.from(placed, (row) => status[row]!) },
    { name: 'county', of: 'text', data: texts(county) },
    { name: 'code', of: 'text', data: texts(code) },
    { name: 'name', of: 'text', data: texts(name) },
  ]
  const writer = new ByteWriter()
  parquetWrite({
    writer,
    columnData: [...columns],
    schema: [
      { name: 'sources', num_children: columns.length },
      ...columns.map(
        (column): SchemaElement => ({
          name: column.name,
          ...TYPES[column.of],
          repetition_type: 'REQUIRED',
        }),
      ),
    ],
    rowGroupSize: GROUP_ROWS,
    createdBy: 'Chentu',
  })
  writeWhole(file, new Uint8Array(writer.getBuffer()))
  return counted
}
