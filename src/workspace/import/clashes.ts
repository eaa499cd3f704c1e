import { type ChangedRow, type Difference, keysOf } from '@/domain/intake/merge'
import type { Target } from '@/domain/intake/recognise/target'
import { type Table, textAt, type Value } from '@/domain/table/column'
import { memoOf } from '@/questions/memo'
import { nameBeside, type ReadItem } from './import-item'
import { saysStill, statedOtherwise } from './stated-otherwise'

/** Rows to which an item gives other values than another file of the same import. */
export interface Clash {
  /** Name of that file, with its sheet if it is the same. */
  readonly file: string
  /** Whether that file is imported already. */
  readonly isImported: boolean
  readonly count: number
  /** The first of them: what the other file says, and what this one does. */
  readonly rows: Difference['changedRows']
}

/** What of an import is stored: its files that were taken over first, and the tables of the package. */
export interface ImportedBefore {
  readonly items: readonly ReadItem[]
  readonly tables: readonly Table[]
}

export const NOTHING_IMPORTED: ImportedBefore = { items: [], tables: [] }

const LISTED = 100

type IsStored = (key: string, field: string, value: Value) => boolean

/** The keys of an item's rows. */
export const keysIn = memoOf(({ taken, recognised }: ReadItem) => keysOf(taken.table, recognised.plan.target.key))
const rowsByKey = memoOf((item: ReadItem) => new Map(keysIn(item).map((each, row) => [each, row])))

/** What an item says otherwise than another one; only of what is still stored, if that one is imported. */
function clashWith(earlier: ReadItem, item: ReadItem, isStored: IsStored | null): Clash | null {
  const rowOf = rowsByKey(earlier)
  const fieldsOf = statedOtherwise(earlier, item)
  const rows: ChangedRow[] = []
  let count = 0
  keysIn(item).forEach((each, row) => {
    const other = rowOf.get(each)
    const said = other === undefined ? [] : fieldsOf(other, row)
    const fields = isStored ? said.filter(({ field, before }) => isStored(each, field, before)) : said
    if (fields.length === 0 || ++count > LISTED) return
    rows.push({ key: each.replaceAll('\u0000', ' · '), name: textAt(item.taken.table, 'name', row), fields })
  })
  return count > 0 ? { file: nameBeside(item, earlier), isImported: isStored !== null, count, rows } : null
}

/** Cached: every file of a kind asks for all of those that wait. */
const clashWaiting = memoOf((item: ReadItem) => memoOf((earlier: ReadItem) => clashWith(earlier, item, null)))

/** Whether one of some tables still says what a file said. */
function storedIn(tables: readonly Table[], target: Target): IsStored {
  const rowsOf = tables.map((table) => new Map(keysOf(table, target.key).map((each, row) => [each, row])))
  return (each, field, value) =>
    tables.some((table, i) => {
      const row = rowsOf[i]!.get(each)
      return row !== undefined && saysStill(target, table, row, field, value)
    })
}

/** Cached: a file is asked beside each of its kind. */
const clashImported = memoOf((imported: ImportedBefore) =>
  memoOf((item: ReadItem): Clash | null => {
    const { role, target } = item.recognised.plan
    const stored = imported.items.filter((each) => each.recognised.plan.role === role)
    if (stored.length === 0) return null
    const isStored = storedIn(imported.tables, target)
    return stored.map((each) => clashWith(each, item, isStored)).findLast((clash) => clash !== null) ?? null
  }),
)

/**
 * The file of the same kind and in the same import that says something else of the same things: one before an item, or
 * one that is imported already, as far as its values are still stored. Null if there is none; the last of several
 * counts.
 */
export function clashOf(
  item: ReadItem,
  items: readonly ReadItem[],
  imported: ImportedBefore = NOTHING_IMPORTED,
): Clash | null {
  const { role } = item.recognised.plan
  const before = items.filter((each) => each.id < item.id && each.recognised.plan.role === role)
  const waiting = before.map(clashWaiting(item)).findLast((clash) => clash !== null)
  return waiting ?? clashImported(imported)(item)
}
