import type { Geometry } from 'geojson'
import type { DayNumber } from '@/domain/calendar'
import { asOfWith, formatDay, type IsoDay } from '@/domain/calendar'
import { withCorrections } from '@/domain/dustfall/correction'
import { type Difference, type GoneRows, mergeTables } from '@/domain/intake/merge'
import type { FilePoint } from '@/domain/intake/point-book'
import { type TargetRole, targetOf } from '@/domain/intake/target'
import { SOURCE_KINDS } from '@/domain/sources'
import { DUSTFALL_POINT_FIELDS, DUSTFALL_SAMPLE_FIELDS } from '@/domain/sources/regional'
import type { DataClass, SourceKind } from '@/domain/sources/schema'
import { textColumn } from '@/domain/table/build-column'
import { ABSENT_DAY, lineOf, type Table, textAt } from '@/domain/table/column'
import type { Descriptor, ResourceDescriptor } from '@/io/descriptor'
import { readResource } from '@/io/open-package'
import type { PackageFiles } from '@/io/package-files'
import { withResource, writeCsv, writeRoads, writtenColumns } from '@/io/write-package'
import type { ImportItem } from './import-item'
import { officialCodes, pointCodes, pointsIn, renamed } from './point-codes'
import type { Session } from './session'

/** The table of a role that the package has now. */
export interface ThereNow {
  readonly descriptor: ResourceDescriptor
  readonly table: Table
}

/** The first resource of a role and its table; null where the package has none. */
export async function tableNow(
  role: TargetRole,
  descriptor: Descriptor,
  files: PackageFiles,
  session: Session,
): Promise<ThereNow | null> {
  const found = descriptor.resources.find(({ chentu }) => chentu.role === role)
  if (!found) return null
  const kind = session.inventory.kinds.find(({ file }) => file === found.path)
  const table = kind?.table ?? (await readResource(files, found, targetOf(role).fields, session.lookup.find))
  return table && { descriptor: found, table }
}

/** What is there stays and is merged with; what was made up for trying makes way as a whole for what is real. */
export function mergesWith(there: ThereNow | null, dataClass: DataClass): boolean {
  return there !== null && !(there.descriptor.chentu.class === 'illustrative' && dataClass !== 'illustrative')
}

const isKind = (role: TargetRole): role is SourceKind => (SOURCE_KINDS as readonly string[]).includes(role)

/** Tables of measurements grow month by month; lists are what the office has now. */
export function goneBy(role: TargetRole, chosen: GoneRows): GoneRows {
  return isKind(role) && role !== 'road' ? chosen : 'keep'
}

/** The table that an item leads to, and the difference that it makes. */
export function mergeItem(
  item: ImportItem,
  there: ThereNow | null,
  gone?: GoneRows,
  table: Table = item.taken!.table,
): { table: Table; difference: Difference | null } {
  const { plan } = item.planned
  if (!there || !mergesWith(there, item.choice.dataClass ?? 'real')) return { table, difference: null }
  const { key } = targetOf(plan.role)
  const wide = plan.dustfall.form !== 'long'
  const given = new Set([
    ...Object.keys(plan.columns),
    ...(plan.position.columns || plan.placed.size > 0 ? ['lon', 'lat'] : []),
    ...Object.keys(table.columns).filter((name) => name.startsWith('+')),
    ...key,
    'county',
    ...(wide ? ['value'] : []),
    // A measurement is one thing: a value that comes anew does not stand beside the weighing of another.
    ...(plan.role === 'dustfall-samples' ? MEASURED : []),
  ])
  return mergeTables(there.table, table, key, given, goneBy(plan.role, gone ?? item.choice.gone ?? 'remove'))
}

const MEASURED = DUSTFALL_SAMPLE_FIELDS.map(({ name }) => name)

/** A package on its way to its next version. */
export interface NextPackage {
  descriptor: Descriptor
  readonly files: Map<string, Blob>
  /** Tables that need not be read again, by path. */
  readonly known: Map<string, Table>
  /** The tables that were written so far. */
  readonly written: Map<TargetRole, Table>
  /** Lines of roads that files have brought, by code. */
  readonly lines: Map<string, Geometry>
}

/** What is written with an item, in the user's words. */
export interface ItemWords {
  /** The day on which it is taken over. */
  readonly today: IsoDay
  readonly title: string
  /** Title of the table of dustfall points. */
  readonly points: string
  /** On a published figure that the file changes. */
  correction(from: number, to: number): string
}

/** Writes what an item leads to into the package. */
export async function writeItem(
  item: ImportItem,
  next: NextPackage,
  session: Session,
  files: PackageFiles,
  words: ItemWords,
): Promise<void> {
  const { role } = item.planned.plan
  const { fields } = targetOf(role)
  const now = await tableNow(role, next.descriptor, files, session)
  // A second file of a kind joins what the first has just led to, and takes nothing of it away.
  const joined = next.written.get(role)
  const there = now && { ...now, table: joined ?? now.table }
  const codes = await codesOfPoints(item, there, next, files, session)
  const known = there && { ...there, table: renamed(there.table, 'code', codes.there) }
  const brought = renamed(item.taken!.table, 'point', codes.brought)
  const merged = mergeItem(item, known, joined ? 'keep' : undefined, brought).table
  const published =
    role === 'dustfall-published' && there !== null && mergesWith(there, item.choice.dataClass ?? 'real')
  const table = published ? withCorrections(there.table, merged, words.correction) : merged
  next.written.set(role, table)
  const dataClass = item.choice.dataClass ?? 'real'
  const countyName = item.knowledge.countyName
  const columns = writtenColumns(table, fields, countyName)
  const path = there?.descriptor.path ?? (role === 'road' ? 'roads.geojson' : `${role}.csv`)
  if (role === 'road') {
    next.files.set(path, writeRoads(columns, roadGeometries(item, table, session, next.lines)))
    next.known.delete(path)
  } else {
    next.files.set(path, writeCsv(columns, table.length))
    // The lines of the file that was brought are not those of the one that is written.
    if (isKind(role)) next.known.set(path, { length: table.length, columns: table.columns })
  }
  next.descriptor = withResource(withoutMadeUp(next, role, path, dataClass), {
    role,
    path,
    title: words.title,
    dataClass,
    source: item.opened.name,
    columns,
  })
  const newest = dataClass === 'illustrative' ? null : monthOf(item.taken!.table)
  if (newest !== null) {
    const { chentu } = next.descriptor
    next.descriptor = { ...next.descriptor, chentu: { ...chentu, asOf: asOfWith(chentu.asOf, newest, words.today) } }
  }
  if (item.taken!.points.length > 0) await addPoints(item, next, session, files, words, codes.brought)
}

/**
 * New codes of points that had none of the office's own: once a list of points tells theirs, what was known before (`there`)
 * and what a file brings (`brought`) follow it, so that no point stands twice.
 */
async function codesOfPoints(
  item: ImportItem,
  there: ThereNow | null,
  next: NextPackage,
  files: PackageFiles,
  session: Session,
): Promise<{ there: ReadonlyMap<string, string>; brought: ReadonlyMap<string, string> }> {
  const none: ReadonlyMap<string, string> = new Map()
  const { role } = item.planned.plan
  const dataClass = item.choice.dataClass ?? 'real'
  if (role === 'dustfall-samples') {
    const list = await tableNow('dustfall-points', next.descriptor, files, session)
    return { there: none, brought: list ? officialCodes(item.taken!.points, pointsIn(list.table)) : none }
  }
  if (role !== 'dustfall-points' || !there || !mergesWith(there, dataClass)) return { there: none, brought: none }
  const codes = officialCodes(pointsIn(there.table), pointsIn(item.taken!.table))
  const samples = await tableNow('dustfall-samples', next.descriptor, files, session)
  if (samples && codes.size > 0) {
    const table = renamed(samples.table, 'point', codes)
    const columns = writtenColumns(table, DUSTFALL_SAMPLE_FIELDS, item.knowledge.countyName)
    next.files.set(samples.descriptor.path, writeCsv(columns, table.length))
  }
  return { there: codes, brought: none }
}

/** Figures of one kind must not be compared with made-up ones of another: 同比 of a real month against an illustrative one. */
const FAMILIES: readonly (readonly TargetRole[])[] = [['dustfall-samples', 'dustfall-published', 'dustfall-points']]

/** The descriptor without the illustrative resources that would stand beside real ones of the same family. */
function withoutMadeUp(
  { descriptor, files }: NextPackage,
  role: TargetRole,
  path: string,
  dataClass: DataClass,
): Descriptor {
  const family = FAMILIES.find((roles) => roles.includes(role)) ?? []
  if (dataClass === 'illustrative') return descriptor
  // Points that real samples are of are replaced with them, one by one.
  const sampled =
    role === 'dustfall-samples' ||
    descriptor.resources.some(({ chentu }) => chentu.role === 'dustfall-samples' && chentu.class !== 'illustrative')
  const goes = ({ path: other, chentu }: ResourceDescriptor) =>
    other !== path &&
    chentu.class === 'illustrative' &&
    (family as readonly string[]).includes(chentu.role) &&
    !(chentu.role === 'dustfall-points' && sampled)
  for (const each of descriptor.resources) if (goes(each)) files.delete(each.path)
  return { ...descriptor, resources: descriptor.resources.filter((each) => !goes(each)) }
}

/** The line of each road: the file's own, else the one that the package has. */
function roadGeometries(
  item: ImportItem,
  table: Table,
  session: Session,
  lines: Map<string, Geometry>,
): (Geometry | null)[] {
  const roads = session.inventory.kinds.find(({ kind }) => kind === 'road')?.table
  session.pack.roadLines.features.forEach(({ geometry }, row) => {
    const code = roads ? textAt(roads, 'code', row) : ''
    if (!lines.has(code)) lines.set(code, geometry)
  })
  const { table: own } = item.taken!
  const drawn = item.sheet.lines?.features
  for (let row = 0; drawn && row < own.length; row++) {
    // Row 1 of the file is its header.
    const line = drawn[lineOf(own, row) - 2]
    if (line) lines.set(textAt(own, 'code', row), line.geometry)
  }
  return Array.from({ length: table.length }, (_, row) => lines.get(textAt(table, 'code', row)) ?? null)
}

/** What of the points of a table of samples is not in the package for real yet: new ones, and those that only stood in made-up data. */
function pointsToWrite(item: ImportItem): readonly FilePoint[] {
  const madeUp = item.choice.dataClass === 'illustrative'
  const added = item.taken!.points.filter(({ known }) => known === null || (!known.real && !madeUp))
  const placed = item.taken!.points.filter(({ known, at }) => known?.real && known.at === null && at !== null)
  return [...added, ...placed]
}

/** Points that only a file knows get a row, and a position where the file or somebody on the map has told one. */
async function addPoints(
  item: ImportItem,
  next: NextPackage,
  session: Session,
  files: PackageFiles,
  words: ItemWords,
  codes: ReadonlyMap<string, string>,
): Promise<void> {
  const there = await tableNow('dustfall-points', next.descriptor, files, session)
  const keeps = there && mergesWith(there, item.choice.dataClass ?? 'real')
  const named = pointsToWrite(item).filter(({ code }) => !codes.has(code))
  if (named.length === 0) return
  // Months that real samples have of a made-up point keep it by name; where it stood was made up.
  const measured = new Set(pointCodes(next.written.get('dustfall-samples')))
  const own = new Set(named.map(({ code }) => code))
  const others = there && !keeps ? pointsIn(there.table).filter(({ code }) => measured.has(code) && !own.has(code)) : []
  const points = [...named, ...others.map((point) => ({ ...point, at: null }))]
  const degrees = (axis: 0 | 1) => Float64Array.from(points, ({ at }) => at?.[axis] ?? Number.NaN)
  const added: Table = {
    length: points.length,
    columns: {
      code: textColumn(points.map(({ code }) => code)),
      name: textColumn(points.map(({ name }) => name)),
      county: textColumn(points.map(({ county }) => county)),
      lon: { type: 'number', values: degrees(0) },
      lat: { type: 'number', values: degrees(1) },
    },
  }
  const table = keeps
    ? mergeTables(there.table, added, ['code'], new Set(['code', 'name', 'county', 'lon', 'lat']), 'keep').table
    : added
  const columns = writtenColumns(table, DUSTFALL_POINT_FIELDS, item.knowledge.countyName)
  const path = there?.descriptor.path ?? 'dustfall-points.csv'
  next.files.set(path, writeCsv(columns, table.length))
  next.descriptor = withResource(next.descriptor, {
    role: 'dustfall-points',
    path,
    title: (keeps && there.descriptor.title) || words.points,
    dataClass: keeps ? there.descriptor.chentu.class : (item.choice.dataClass ?? 'real'),
    source: item.opened.name,
    columns,
  })
}

/** The months that a table of measurements has, oldest first. */
export function monthsOf({ columns: { month } }: Table): string[] {
  return month?.type === 'text' ? month.dictionary.slice(1).sort() : []
}

/** The month that a table speaks of: of its newest inspection or its newest figure. */
export function monthOf(table: Table): string | null {
  if (table.columns.month) return monthsOf(table).at(-1) ?? null
  const days = table.columns.inspectedOn ?? table.columns.surveyedOn
  if (days?.type !== 'day') return null
  let newest: DayNumber = ABSENT_DAY
  for (const day of days.values) if (day > newest) newest = day
  return newest === ABSENT_DAY ? null : formatDay(newest).slice(0, 7)
}
