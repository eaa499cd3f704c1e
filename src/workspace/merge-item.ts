import { type Difference, type GoneRows, mergeTables } from '@/domain/intake/merge'
import type { Target } from '@/domain/intake/recognise/target'
import { withOriginalColumns } from '@/domain/intake/rows/original-texts'
import { type ProtectedTable, protectHandSetValues, setByHandInTable } from '@/domain/intake/set-by-hand'
import { DUSTFALL_SAMPLE_FIELDS } from '@/domain/sources/kinds/regional'
import type { Table } from '@/domain/table/column'
import { setByHandOf } from '@/io/package/read-descriptor'
import { dataClassOfItem, type ReadItem } from './import-item'
import { type ExistingTable, mergesWith } from './package-draft'

/**
 * What happens to existing rows that a file does not have: always kept for measurements, which grow month by month;
 * for lists as chosen. Null if nothing was chosen: then it depends on how many of the existing rows the file has.
 */
export function missingRowsPolicy({ lists }: Target, chosen: GoneRows | undefined): GoneRows | null {
  return lists && lists.place !== 'line' ? (chosen ?? null) : 'keep'
}

/** Whether a table lists things identified by a code, with a position that the user may set. */
export const isListed = ({ lists, role }: Target) => lists !== undefined || role === 'dustfall-points'

const MEASURED = DUSTFALL_SAMPLE_FIELDS.map(({ name }) => name)

/** The resulting table of an item and its changes; no difference if it replaces the existing data. */
export function mergeItem(
  item: ReadItem,
  there: ExistingTable | null,
  gone: GoneRows | undefined = item.choice.gone,
): { table: Table; difference: Difference | null; gone: GoneRows } & Pick<ProtectedTable, 'contested' | 'byHand'> {
  const { plan } = item.recognised
  const { byHand, workedOut } = item.taken
  const table = there ? withOriginalColumns(item.taken.table, there.table, plan) : item.taken.table
  if (!there || !mergesWith(there, dataClassOfItem(item)))
    return { table, difference: null, gone: gone ?? 'remove', contested: [], byHand: setByHandInTable(table, byHand) }
  const { key } = plan.target
  const replaced = new Set(item.choice.replaced)
  const held = isListed(plan.target)
    ? protectHandSetValues(there.table, table, setByHandOf(there.descriptor), { byHand, workedOut, replaced })
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
  ])
  const merged = mergeTables(there.table, held.table, key, given, missingRowsPolicy(plan.target, gone))
  return { ...merged, contested: held.contested, byHand: setByHandInTable(merged.table, held.byHand) }
}
