import { dependentBlanks } from '@/domain/intake/dependent-blanks'
import { type Blanks, type Difference, keysOf, mergeTables } from '@/domain/intake/merge'
import { singleHeading } from '@/domain/intake/recognise/header'
import type { IntakePlan } from '@/domain/intake/recognise/plan'
import type { Target } from '@/domain/intake/recognise/target'
import { ORIGINAL } from '@/domain/intake/recognise/vocabulary'
import { withOriginalColumns } from '@/domain/intake/rows/original-texts'
import {
  keepKnownDigits,
  type ProtectedTable,
  protectHandSetValues,
  type SetByHand,
  setByHandInTable,
} from '@/domain/intake/set-by-hand'
import { positionOf } from '@/domain/sources/inventory'
import { DUSTFALL_SAMPLE_FIELDS } from '@/domain/sources/kinds/regional'
import { EXTRA } from '@/domain/sources/reading/read-table'
import { type Table, textAt, valueAt } from '@/domain/table/column'
import { pickRows } from '@/domain/table/pick-rows'
import { setByHandOf } from '@/io/package/read-descriptor'
import { keptReasons } from '@/workspace/kept-reasons'
import { type ExistingTable, mergesWith } from '@/workspace/package-draft'
import type { PackageKnowledge } from '@/workspace/package-knowledge'
import { countiesOfRows } from './counties-of-files'
import type { MissingRows } from './files-of-kind'
import { withoutFrozen } from './frozen-columns'
import { dataClassOfItem, type ReadItem } from './import-item'

/** What happens to values for which the file's row has a blank cell; kept without a choice. */
export const blanksPolicy = ({ choice }: ReadItem): Blanks => choice.blanks ?? 'keep'

/**
 * Whether a cell without a value was blank in the file, and does not belong to what its row states elsewhere. The
 * original text of a day or county stays only with its value; any other original text belongs to the position.
 */
function blankCells(
  { taken, recognised, knowledge }: ReadItem,
  table: Table,
  before: Table,
): (column: string, row: number) => boolean {
  const { fields, key, lists } = recognised.plan.target
  const belongs = lists ? dependentBlanks(before, table, key, lists, knowledge.opened.pack.rules) : () => false
  const isEmptied = (field: string, row: number) => taken.emptied.get(field)?.has(row) ?? false
  return (column, row) => {
    const isKept = (field: string) => !isEmptied(field, row) && !belongs(field, row)
    if (!column.endsWith(ORIGINAL)) return isKept(column)
    const heading = column.slice(EXTRA.length, -ORIGINAL.length)
    const field = fields.find(({ headings }) => headings[0] === heading)?.name ?? 'lon'
    return valueAt(table, field, row) === null && isKept(field)
  }
}

/** Whether a table lists things identified by a code, with a position that the user may set. */
export const isListed = ({ lists, role }: Target) => lists !== undefined || role === 'dustfall-points'

const MEASURED = DUSTFALL_SAMPLE_FIELDS.map(({ name }) => name)

/** How files name a further column now: `序号` for `序号/序号` of earlier versions. */
function currentName(name: string, { columns }: Table): string {
  const single = name.startsWith(EXTRA) ? EXTRA + singleHeading(name.slice(EXTRA.length)) : name
  return single in columns ? name : single
}

/** A table of the package, and its values set by hand, with their columns as files name them now. */
function withCurrentNames({ table, descriptor }: ExistingTable): { table: Table; byHand: SetByHand } {
  const renamed = <Value>(record: Readonly<Record<string, Value>>) =>
    Object.fromEntries(Object.entries(record).map(([name, value]) => [currentName(name, table), value]))
  const byHand = [...setByHandOf(descriptor)].map(([code, own]) => [code, renamed(own)] as const)
  return { table: { ...table, columns: renamed(table.columns) }, byHand: new Map(byHand) }
}

/** Keys of the rows that are not known to be of these counties. */
function keysOutside(table: Table, key: readonly string[], within: ReadonlySet<string>, { knowledge }: ReadItem) {
  const counties = countiesOfRows(table, knowledge)
  return keysOf(table, key).filter((_, row) => !within.has(counties[row] ?? ''))
}

/**
 * The county in which a row counts, as in the package: a text that names none stays in the cell, and the source counts
 * where its position is.
 */
function countedCounty(table: Table, row: number, { findCounty, countyAt }: PackageKnowledge) {
  const written = textAt(table, 'county', row)
  const at = written !== '' && findCounty(written) === null ? positionOf(table, row) : null
  return (at && countyAt(at)) ?? valueAt(table, 'county', row)
}

/** The stored published figures without those that a later row replaces, as far as a file gives a figure for them, too. */
function withoutReplaced(stored: Table, table: Table, { role, target }: IntakePlan): Table {
  if (role !== 'dustfall-published') return stored
  const [given, keys] = [new Set(keysOf(table, target.key)), keysOf(stored, target.key)]
  const last = new Map(keys.map((each, row) => [each, row]))
  const rows = [...keys.entries()].flatMap(([row, each]) => (given.has(each) && last.get(each) !== row ? [] : [row]))
  return rows.length === keys.length ? stored : pickRows(stored, rows)
}

/**
 * A file's published figures with the stored reasons of its rows, unless it has a column of reasons for each month: without
 * one it gives only those that stand in place of a figure (停测), and remarks beside several months are of none.
 */
function withStoredReasons(before: Table, table: Table, { role, columns, target, dustfall }: IntakePlan): Table {
  if (role !== 'dustfall-published' || ('reason' in columns && dustfall.form === 'long')) return table
  return { ...table, columns: { ...table.columns, reason: keptReasons(before, table, target.key) } }
}

/**
 * The resulting table of an item and its changes; no difference if it replaces the existing data. `frozen`: stored columns
 * that it removes, see {@link withoutFrozen}.
 */
export function mergeItem(
  item: ReadItem,
  there: ExistingTable | null,
  { gone, elsewhere, within }: MissingRows,
): { table: Table; difference: Difference | null; frozen: readonly string[] } & Pick<
  ProtectedTable,
  'contested' | 'byHand'
> {
  const { plan } = item.recognised
  const { byHand, workedOut, lostDigits } = item.taken
  const table = there ? withOriginalColumns(item.taken.table, there.table, plan) : item.taken.table
  if (!there || !mergesWith(there, dataClassOfItem(item)))
    return { table, difference: null, frozen: [], contested: [], byHand: setByHandInTable(table, byHand) }
  const { table: named, byHand: setBefore } = withCurrentNames(there)
  const { table: stored, frozen } = isListed(plan.target)
    ? withoutFrozen(named, table, setBefore)
    : { table: named, frozen: [] }
  const before = withoutReplaced(stored, table, plan)
  const { key } = plan.target
  const replaced = new Set(item.choice.replaced)
  const whole = keepKnownDigits(before, table, key, lostDigits)
  const held = isListed(plan.target)
    ? protectHandSetValues(before, whole, setBefore, { byHand, workedOut, replaced })
    : { table: withStoredReasons(before, table, plan), contested: [], byHand: new Map() }
  const wide = plan.dustfall.form !== 'long'
  const given = new Set([
    ...Object.keys(plan.columns),
    ...(plan.position.columns || plan.placed.size > 0 ? ['lon', 'lat'] : []),
    ...Object.keys(table.columns).filter((name) => name.startsWith('+')),
    ...key,
    'county',
    ...(wide ? ['value'] : []),
    // A measurement is a unit: a new value must not be combined with the weighing of an old one.
    ...(plan.role === 'dustfall-samples' ? MEASURED : []),
    // The text of a figure below the detection limit goes with the figure, and cells of figures may give reasons.
    ...(plan.role === 'dustfall-published' ? ['givenText', 'reason'] : []),
  ])
  // A measurement is a unit: a blank cell of a later one belongs to it.
  const blanks = isListed(plan.target)
    ? { isBlank: blankCells(item, held.table, before), chosen: blanksPolicy(item) }
    : null
  const others = within ? keysOutside(before, key, within, item) : []
  const present = new Set([...elsewhere, ...others])
  const countyOf = (row: number) => countedCounty(held.table, row, item.knowledge)
  const merged = mergeTables(before, held.table, key, given, gone, blanks, present, countyOf)
  return { ...merged, frozen, contested: held.contested, byHand: setByHandInTable(merged.table, held.byHand) }
}
