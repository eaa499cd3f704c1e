import { type Difference, type GoneRows, keysOf } from '@/domain/intake/merge'
import type { Target, TargetRole } from '@/domain/intake/recognise/target'
import { pickRows } from '@/domain/table/pick-rows'
import { classOf, type ReadItem } from './import-item'
import { mergeItem } from './merge-item'
import { mergesWith, type TablesThere, type ThereNow, tablesNow } from './next-package'

/** What an item leads to in one file of the package; no file where it makes a new one. */
export interface MergedFile extends ReturnType<typeof mergeItem> {
  readonly there: ThereNow | null
}

/** What an item leads to in every file of its role: each row goes where its key stands, a new one into the first. */
export interface MergedFiles {
  readonly first: MergedFile
  readonly others: readonly MergedFile[]
  /** Of all of them; null where the item replaces what is there. */
  readonly difference: Difference | null
}

/** The files of a role beside its first that an item is merged with as well: where its rows are told by a key alone. */
export async function otherFiles(
  { lists }: Target,
  role: TargetRole,
  there: TablesThere,
): Promise<readonly ThereNow[]> {
  // Lines and points are found by more than their rows.
  if (lists?.place === 'line' || role === 'dustfall-points') return []
  return (await tablesNow(role, there)).slice(1)
}

/** Merges an item with the files of its role. Of a row that stands in several the last is what counts, and so is changed. */
export function mergeFiles(
  item: ReadItem,
  first: ThereNow | null,
  others: readonly ThereNow[],
  gone?: GoneRows,
): MergedFiles {
  const { key } = item.recognised.plan.target
  if (others.length === 0) {
    const own = { there: first, ...mergeItem(item, first, gone) }
    return { first: own, others: [], difference: own.difference }
  }
  const keys = keysOf(item.taken.table, key)
  const left = new Set(Array.from({ length: item.taken.table.length }, (_, row) => row))
  const merged = others
    .filter((other) => mergesWith(other, classOf(item)))
    .reverse()
    .flatMap((there): MergedFile[] => {
      const known = new Set(keysOf(there.table, key))
      const rows = [...left].filter((row) => known.has(keys[row]!))
      for (const row of rows) left.delete(row)
      return rows.length === 0 ? [] : [{ there, ...mergeItem(withRows(item, rows), there, 'keep') }]
    })
  const rest = merged.length === 0 ? item : withRows(item, [...left])
  const own = { there: first, ...mergeItem(rest, first, gone) }
  return {
    first: own,
    others: merged,
    difference: own.difference && merged.reduce((sum, { difference }) => added(sum, difference!), own.difference),
  }
}

/** An item of which only some rows are brought. */
function withRows(item: ReadItem, rows: readonly number[]): ReadItem {
  const { table, workedOut } = item.taken
  const of = (flags: readonly boolean[]) => rows.map((row) => flags[row] ?? false)
  const taken = {
    ...item.taken,
    table: pickRows(table, rows),
    workedOut: { name: of(workedOut.name), county: of(workedOut.county) },
  }
  return { ...item, taken }
}

/** Two differences as one; what is gone is said of the first file alone, since a part speaks for none of the others. */
const added = (sum: Difference, more: Difference): Difference => ({
  ...sum,
  changed: sum.changed + more.changed,
  same: sum.same + more.same,
  changedRows: [...sum.changedRows, ...more.changedRows],
})
