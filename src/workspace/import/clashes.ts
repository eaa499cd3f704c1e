import { type ChangedRow, type Difference, keysOf } from '@/domain/intake/merge'
import { textAt } from '@/domain/table/column'
import { memoOf } from '@/questions/memo'
import type { ReadItem } from './import-item'
import { statedOtherwise } from './stated-otherwise'

/** Rows to which an item gives other values than a file before it in the same import. */
export interface Clash {
  /** Name of that file. */
  readonly file: string
  readonly count: number
  /** The first of them: what the other file says, and what this one does. */
  readonly rows: Difference['changedRows']
}

const LISTED = 100

const keysIn = memoOf(({ taken, recognised }: ReadItem) => keysOf(taken.table, recognised.plan.target.key))
const rowsByKey = memoOf((item: ReadItem) => new Map(keysIn(item).map((each, row) => [each, row])))

/** What an item says otherwise than an earlier one. Cached: every file of a kind asks for all of them. */
const clashBetween = memoOf((item: ReadItem) =>
  memoOf((earlier: ReadItem): Clash | null => {
    const rowOf = rowsByKey(earlier)
    const fieldsOf = statedOtherwise(earlier, item)
    const rows: ChangedRow[] = []
    let count = 0
    keysIn(item).forEach((each, row) => {
      const other = rowOf.get(each)
      const fields = other === undefined ? [] : fieldsOf(other, row)
      if (fields.length === 0 || ++count > LISTED) return
      rows.push({ key: each.replaceAll('\u0000', ' · '), name: textAt(item.taken.table, 'name', row), fields })
    })
    return count > 0 ? { file: earlier.file.name, count, rows } : null
  }),
)

/**
 * The file before an item, of the same kind and in the same import, that says something else of the same things; null if
 * there is none. The last of several counts.
 */
export function clashOf(item: ReadItem, items: readonly ReadItem[]): Clash | null {
  const { role } = item.recognised.plan
  const before = items.filter((each) => each.id < item.id && each.recognised.plan.role === role)
  return before.map(clashBetween(item)).findLast((clash) => clash !== null) ?? null
}
