import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import type { FeatureCollection, MultiPolygon, Polygon } from 'geojson'
import type { SchemaElement } from 'hyparquet'
import { ByteWriter, type ColumnSource, parquetWrite } from 'hyparquet-writer'
import type { IsoDay } from '@/domain/calendar'
import type { MonthReport } from '@/domain/dustfall/month-report'
import { labelPlace } from '@/domain/geodesy/label-place'
import { mercator } from '@/domain/geodesy/mercator'
import { needsMending, type Problem } from '@/domain/problem'
import { STATUS_NAMES } from '@/domain/rules/status'
import type { KindGroup } from '@/domain/sources/kinds/group'
import { isOnMaps, type Kind } from '@/domain/sources/kinds/kind'
import { textOf } from '@/domain/table/column'
import { checkPackage } from '@/io/package/check-package'
import { DESCRIPTOR } from '@/io/package/package-files'
import { readDescriptor } from '@/io/package/read-descriptor'
import type { MadeCity } from '@/io/province/province-file'
import { NO_GROUP, WORLD } from '@/io/province/sources-pyramid'
import { type EvaluatedPackage, evaluateRules } from '@/questions/evaluated-package'
import { openSources } from '@/questions/opened-package'
import { filesIn } from '../folder-files'

/** What is asked of a thread: judge the package in a folder on a day, and write its rows to a file. */
export interface CityOrder {
  readonly folder: string
  readonly rows: string
  /** The day for packages that follow the calendar. */
  readonly today: IsoDay
}

/** A city as its own rules judge it; all but its path and name stand in the index as they are. */
export interface JudgedCity extends Omit<MadeCity, 'path' | 'name'> {
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

/** Of all files of a package, in hex: another where any byte or name of them is. */
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

/** The problems as the index has them. */
function faultsOf(problems: readonly Problem[]): Pick<MadeCity, 'faults' | 'fault'> {
  const faults = problems.filter(needsMending)
  const first = faults[0]
  return { faults: faults.length, fault: first ? { code: first.code, file: first.file } : null }
}

/**
 * Opens and checks a city's package, evaluates its rules and its months by the code that the app does it by, and writes a row
 * with its standing for each of its sources. Rows of before are left where package and day are the same.
 */
export async function judgeCity({ folder, rows, today }: CityOrder): Promise<JudgedCity> {
  if (!existsSync(join(folder, DESCRIPTOR))) {
    const fault = { code: 'file-unreachable', file: DESCRIPTOR }
    return { ...UNREAD, state: 'missing', faults: 1, fault }
  }
  const files = filesIn(folder)
  const { value: opened, problems } = await openSources(files, DESCRIPTOR)
  if (!opened) return { ...UNREAD, state: 'refused', ...faultsOf(problems) }
  const { value: descriptor } = await readDescriptor(files, DESCRIPTOR)
  const { settings, counties, outlines, provenance } = opened.pack
  const asOf = settings.asOf === 'today' ? today : settings.asOf
  const evaluated = evaluateRules(opened, asOf)
  const version = (descriptor as { version?: unknown } | null)?.version
  const isMadeUp = provenance.some(({ dataClass }) => dataClass === 'illustrative')
  const fingerprint = fingerprintOf(folder)
  const checked = [...(await checkPackage(files)), ...opened.problems]
  return {
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
    ...writeSources(evaluated, rows, `${fingerprint} ${asOf}`),
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
}

const placeOf = (outline: Polygon | MultiPolygon | undefined): [number, number] | null => {
  if (!outline) return null
  const [lon, lat] = labelPlace(outline)
  return [Number(lon.toFixed(4)), Number(lat.toFixed(4))]
}

/** So many rows of the raw file a group: it is only read whole. */
const GROUP_ROWS = 131_072

const TYPES = {
  whole: { type: 'INT32' },
  text: { type: 'BYTE_ARRAY', converted_type: 'UTF8' },
} as const satisfies Record<string, Partial<SchemaElement>>

/** Writes each source on the map with place and standing as a row of Parquet. `state` says of what they are. */
function writeSources(
  { opened, status }: EvaluatedPackage,
  file: string,
  state: string,
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
  const counted = { standings, unplaced, bounds: placed.length > 0 ? (bounds as MadeCity['bounds']) : null }
  const stateFile = `${file}.state`
  if (existsSync(file) && existsSync(stateFile) && readFileSync(stateFile, 'utf8') === state) return counted
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
  mkdirSync(dirname(file), { recursive: true })
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
  writeFileSync(file, new Uint8Array(writer.getBuffer()))
  writeFileSync(stateFile, state)
  return counted
}
