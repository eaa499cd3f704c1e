import { type Difference, type GoneRows, mergeTables } from '@/domain/intake/merge'
import type { Target } from '@/domain/intake/recognise/target'
import { DUSTFALL_SAMPLE_FIELDS } from '@/domain/sources/kinds/regional'
import type { Table } from '@/domain/table/column'
import { classOf, type ReadItem } from './import-item'
import { mergesWith, type ThereNow } from './next-package'

/** Tables of measurements grow month by month; lists are what the office has now. */
export function goneBy({ lists }: Target, chosen: GoneRows = 'remove'): GoneRows {
  return lists && lists.place !== 'line' ? chosen : 'keep'
}

const MEASURED = DUSTFALL_SAMPLE_FIELDS.map(({ name }) => name)

/** The table that an item leads to, and the difference that it makes; none where it replaces what is there. */
export function mergeItem(
  item: ReadItem,
  there: ThereNow | null,
  gone: GoneRows | undefined = item.choice.gone,
  table: Table = item.taken.table,
): { table: Table; difference: Difference | null } {
  const { plan } = item.planned
  if (!there || !mergesWith(there, classOf(item))) return { table, difference: null }
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
  return mergeTables(there.table, table, key, given, goneBy(plan.target, gone))
}
