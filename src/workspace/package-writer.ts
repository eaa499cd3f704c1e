import type { Geometry } from 'geojson'
import type { DayNumber } from '@/domain/calendar'
import { asOfForNewest, asOfWith, formatDay, type IsoDay } from '@/domain/calendar'
import { withCorrections } from '@/domain/dustfall/correction'
import { type Difference, type GoneRows, mergeTables } from '@/domain/intake/merge'
import { type Target, type TargetRole, targetsOf } from '@/domain/intake/recognise/target'
import type { DataClass } from '@/domain/sources/kinds/data-class'
import { type Field, fieldMeaning } from '@/domain/sources/kinds/field'
import { DUSTFALL_SAMPLE_FIELDS } from '@/domain/sources/kinds/regional'
import { ABSENT_DAY, lineOf, type Table, textAt } from '@/domain/table/column'
import type { Descriptor, ResourceDescriptor } from '@/io/package/descriptor'
import type { PackageFiles } from '@/io/package/package-files'
import { lineKey, lineSources } from '@/questions/line-sources'
import type { OpenedPackage } from '@/questions/opened-package'
import type { ImportItem } from './import-item'
import { mergesWith, type NextPackage, type ThereNow, tableNow, writeTable } from './next-package'
import { renamed } from './point-codes'
import { addPoints, codesOfPoints } from './write-points'

/** Tables of measurements grow month by month; lists are what the office has now. */
export function goneBy({ lists }: Target, chosen: GoneRows): GoneRows {
  return lists && lists.place !== 'line' ? chosen : 'keep'
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
  const { key } = plan.target
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
  return mergeTables(there.table, table, key, given, goneBy(plan.target, gone ?? item.choice.gone ?? 'remove'))
}

const MEASURED = DUSTFALL_SAMPLE_FIELDS.map(({ name }) => name)

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
  opened: OpenedPackage,
  files: PackageFiles,
  words: ItemWords,
): Promise<void> {
  const { role, target } = item.planned.plan
  const now = await tableNow(role, next.descriptor, files, opened)
  // A second file of a kind joins what the first has just led to, and takes nothing of it away.
  const joined = next.written.get(role)
  const there = now && { ...now, table: joined ?? now.table }
  const codes = await codesOfPoints(item, there, next, opened, files)
  const known = there && { ...there, table: renamed(there.table, 'code', codes.there) }
  const brought = renamed(item.taken!.table, 'point', codes.brought)
  const merged = mergeItem(item, known, joined ? 'keep' : undefined, brought).table
  const published =
    role === 'dustfall-published' && there !== null && mergesWith(there, item.choice.dataClass ?? 'real')
  const table = published ? withCorrections(there.table, merged, words.correction) : merged
  next.written.set(role, table)
  const dataClass = item.choice.dataClass ?? 'real'
  const path = there?.descriptor.path ?? `${role}.${isLine(target) ? 'geojson' : 'csv'}`
  const decides =
    (role === 'dustfall-samples' || role === 'dustfall-published') && !hasRealDates(next.descriptor, opened)
  next.descriptor = withoutMadeUp(next, role, path, dataClass)
  const said = { role, path, title: words.title, dataClass, source: item.opened.name, table }
  writeTable(next, opened, said, isLine(target) ? lineGeometries(item, table, opened, next.lines) : null)
  const newest = dataClass === 'illustrative' ? null : monthOf(target.fields, item.taken!.table)
  if (newest !== null) {
    const { chentu } = next.descriptor
    // What was made up had its own day: the first real dustfall brings its own, be it earlier.
    const anew = decides && chentu.asOf !== 'today'
    const asOf = anew ? asOfForNewest(newest, words.today) : asOfWith(chentu.asOf, newest, words.today)
    next.descriptor = { ...next.descriptor, chentu: { ...chentu, asOf } }
  }
  if (item.taken!.points.length > 0) await addPoints(item, next, opened, files, words.points, codes.brought)
}

const isLine = ({ lists }: Target) => lists?.place === 'line'

/** Whether the rows of a table are of a day or a month. */
const isDated = ({ fields }: Target) =>
  fields.some(({ name, means }) => name === 'month' || means === 'inspectedOn' || means === 'surveyedOn')

/** Whether a package has seen something for real already, so that its as-of date is of that. */
function hasRealDates({ resources }: Descriptor, { pack }: OpenedPackage): boolean {
  const dated = new Set(
    targetsOf(pack.kinds)
      .filter(isDated)
      .map(({ role }) => role),
  )
  return resources.some(({ chentu }) => chentu.class !== 'illustrative' && dated.has(chentu.role))
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

/** The line of each source: the file's own, else the one that the package has. */
function lineGeometries(
  item: ImportItem,
  table: Table,
  opened: OpenedPackage,
  lines: Map<string, Geometry>,
): (Geometry | null)[] {
  const { role } = item.planned.plan
  const keyOf = (code: string) => lineKey(role, code)
  for (const { kind, code, geometry } of lineSources(opened))
    if (kind === role && !lines.has(keyOf(code))) lines.set(keyOf(code), geometry)
  const { table: own } = item.taken!
  const drawn = item.sheet.lines?.features
  for (let row = 0; drawn && row < own.length; row++) {
    // Row 1 of the file is its header.
    const line = drawn[lineOf(own, row) - 2]
    if (line) lines.set(keyOf(textAt(own, 'code', row)), line.geometry)
  }
  return Array.from({ length: table.length }, (_, row) => lines.get(keyOf(textAt(table, 'code', row))) ?? null)
}

/** The months that a table of measurements has, oldest first. */
export function monthsOf({ columns: { month } }: Table): string[] {
  return month?.type === 'text' ? month.dictionary.slice(1).sort() : []
}

/** The month that a table with some fields speaks of: of its newest inspection or its newest figure. */
export function monthOf(fields: readonly Field[], table: Table): string | null {
  if (table.columns.month) return monthsOf(table).at(-1) ?? null
  const dated = fieldMeaning(fields, 'inspectedOn') ?? fieldMeaning(fields, 'surveyedOn')
  const days = table.columns[dated?.name ?? '']
  if (days?.type !== 'day') return null
  let newest: DayNumber = ABSENT_DAY
  for (const day of days.values) if (day > newest) newest = day
  return newest === ABSENT_DAY ? null : formatDay(newest).slice(0, 7)
}
