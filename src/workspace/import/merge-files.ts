import { type Difference, keysOf } from '@/domain/intake/merge'
import type { Target, TargetRole } from '@/domain/intake/recognise/target'
import { pickRows } from '@/domain/table/pick-rows'
import { type ExistingPackage, type ExistingTable, existingTables, mergesWith } from '@/workspace/package-draft'
import { type MissingRows, NONE_MISSING } from './files-of-kind'
import { dataClassOfItem, type ReadItem } from './import-item'
import { mergeItem } from './merge-item'

/** The result of merging an item into one file of the package; `there` is null if it makes a new file. */
interface MergedFile extends ReturnType<typeof mergeItem> {
  readonly there: ExistingTable | null
}

/**
 * The result of merging an item into all files of its role: a row goes to the file that has its key, a new row into
 * the first.
 */
export interface MergedFiles {
  readonly first: MergedFile
  /** Whether the first gets any row of the item. */
  readonly isFirstGiven: boolean
  readonly others: readonly MergedFile[]
  /** Over all files; null if the item replaces the existing data. */
  readonly difference: Difference | null
}

/** The other files of a role that an item is also merged with, if its rows are identified by a key alone. */
export async function otherFiles(
  { lists }: Target,
  role: TargetRole,
  there: ExistingPackage,
): Promise<readonly ExistingTable[]> {
  // Lines and points are identified by more than their rows.
  if (lists?.place === 'line' || role === 'dustfall-points') return []
  return (await existingTables(role, there)).slice(1)
}

/** Merges an item with the files of its role. If a row exists in several files, the last one counts and is changed. */
export function mergeFiles(
  item: ReadItem,
  first: ExistingTable | null,
  others: readonly ExistingTable[],
  missing: MissingRows = NONE_MISSING,
): MergedFiles {
  const { key } = item.recognised.plan.target
  if (others.length === 0) {
    const own = { there: first, ...mergeItem(item, first, missing) }
    return { first: own, isFirstGiven: true, others: [], difference: own.difference }
  }
  const keys = keysOf(item.taken.table, key)
  const left = new Set(Array.from({ length: item.taken.table.length }, (_, row) => row))
  const merged = others
    .filter((other) => mergesWith(other, dataClassOfItem(item)))
    .reverse()
    .flatMap((there): MergedFile[] => {
      const known = new Set(keysOf(there.table, key))
      const rows = [...left].filter((row) => known.has(keys[row]!))
      for (const row of rows) left.delete(row)
      return rows.length === 0 ? [] : [{ there, ...mergeItem(withRows(item, rows), there, NONE_MISSING) }]
    })
  const rest = merged.length === 0 ? item : withRows(item, [...left])
  const own = { there: first, ...mergeItem(rest, first, missing) }
  return {
    first: own,
    isFirstGiven: left.size > 0,
    others: merged,
    difference: own.difference && merged.reduce((sum, { difference }) => added(sum, difference!), own.difference),
  }
}

/** An item reduced to some of its rows. */
export function withRows(item: ReadItem, rows: readonly number[]): ReadItem {
  const { table, workedOut, emptied, lostDigits } = item.taken
  const of = (flags: readonly boolean[]) => rows.map((row) => flags[row] ?? false)
  const ofRows = (rowsOf: typeof emptied) =>
    new Map(
      [...rowsOf].map(([name, was]) => [name, new Set(rows.flatMap((row, i) => (was.has(row) ? i : [])))] as const),
    )
  const taken = {
    ...item.taken,
    table: pickRows(table, rows),
    workedOut: { name: of(workedOut.name), county: of(workedOut.county) },
    emptied: ofRows(emptied),
    lostDigits: ofRows(lostDigits),
  }
  return { ...item, taken }
}

/**
 * Sums two differences. Removed rows come from the first file only, since a part of the rows can't tell what is gone
 * from the other files.
 */
const added = (sum: Difference, more: Difference): Difference => ({
  ...sum,
  changed: sum.changed + more.changed,
  same: sum.same + more.same,
  blanks: sum.blanks + more.blanks,
  addedColumns: [...new Set([...sum.addedColumns, ...more.addedColumns])],
  changedRows: [...sum.changedRows, ...more.changedRows],
})
