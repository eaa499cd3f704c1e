import { type Blanks, type Difference, mergeTables } from '@/domain/intake/merge'
import { singleHeading } from '@/domain/intake/recognise/header'
import type { Target } from '@/domain/intake/recognise/target'
import { ORIGINAL } from '@/domain/intake/recognise/vocabulary'
import { withOriginalColumns } from '@/domain/intake/rows/original-texts'
import { type ProtectedTable, protectHandSetValues, setByHandInTable } from '@/domain/intake/set-by-hand'
import { DUSTFALL_SAMPLE_FIELDS } from '@/domain/sources/kinds/regional'
import { EXTRA } from '@/domain/sources/reading/read-table'
import { type Table, valueAt } from '@/domain/table/column'
import { setByHandOf } from '@/io/package/read-descriptor'
import type { MissingRows } from './files-of-kind'
import { dataClassOfItem, type ReadItem } from './import-item'
import { type ExistingTable, mergesWith } from './package-draft'

/** What happens to values for which the file's row has a blank cell; kept without a choice. */
export const blanksPolicy = ({ choice }: ReadItem): Blanks => choice.blanks ?? 'keep'

/**
 * Whether a cell without a value was blank in the file. The original text of a day or county stays only with its value;
 * any other original text belongs to the position.
 */
function blankCells({ taken, recognised }: ReadItem, table: Table): (column: string, row: number) => boolean {
  const { fields } = recognised.plan.target
  const isEmptied = (field: string, row: number) => taken.emptied.get(field)?.has(row) ?? false
  return (column, row) => {
    if (!column.endsWith(ORIGINAL)) return !isEmptied(column, row)
    const heading = column.slice(EXTRA.length, -ORIGINAL.length)
    const field = fields.find(({ headings }) => headings[0] === heading)?.name ?? 'lon'
    return valueAt(table, field, row) === null && !isEmptied(field, row)
  }
}

/** Whether a table lists things identified by a code, with a position that the user may set. */
export const isListed = ({ lists, role }: Target) => lists !== undefined || role === 'dustfall-points'

const MEASURED = DUSTFALL_SAMPLE_FIELDS.map(({ name }) => name)

/** A table whose further columns are named as files are read now: `序号` for `序号/序号` of earlier versions. */
function withSingleHeadings(table: Table): Table {
  const columns = Object.entries(table.columns).map(([name, column]) => {
    const single = name.startsWith(EXTRA) ? EXTRA + singleHeading(name.slice(EXTRA.length)) : name
    return [single in table.columns ? name : single, column] as const
  })
  return { ...table, columns: Object.fromEntries(columns) }
}

/** The resulting table of an item and its changes; no difference if it replaces the existing data. */
export function mergeItem(
  item: ReadItem,
  there: ExistingTable | null,
  { gone, elsewhere }: MissingRows,
): { table: Table; difference: Difference | null } & Pick<ProtectedTable, 'contested' | 'byHand'> {
  const { plan } = item.recognised
  const { byHand, workedOut } = item.taken
  const table = there ? withOriginalColumns(item.taken.table, there.table, plan) : item.taken.table
  if (!there || !mergesWith(there, dataClassOfItem(item)))
    return { table, difference: null, contested: [], byHand: setByHandInTable(table, byHand) }
  const before = withSingleHeadings(there.table)
  const { key } = plan.target
  const replaced = new Set(item.choice.replaced)
  const held = isListed(plan.target)
    ? protectHandSetValues(before, table, setByHandOf(there.descriptor), { byHand, workedOut, replaced })
    : { table, contested: [], byHand: new Map() }
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
    // The text of a figure below the detection limit goes with the figure.
    ...(plan.role === 'dustfall-published' ? ['givenText'] : []),
  ])
  // A measurement is a unit: a blank cell of a later one belongs to it.
  const blanks = isListed(plan.target) ? { isBlank: blankCells(item, held.table), chosen: blanksPolicy(item) } : null
  const merged = mergeTables(before, held.table, key, given, gone, blanks, elsewhere)
  return { ...merged, contested: held.contested, byHand: setByHandInTable(merged.table, held.byHand) }
}
