import { type Table, valueAt } from '@/domain/table/column'
import { memoOf } from '@/questions/memo'
import { keysIn } from './clashes'
import { type ImportItem, isRead, nameBeside, type ReadItem } from './import-item'

/** An earlier file of the same import with the content of an item. */
export interface SameContent {
  /** Name of that file, with its sheet if it is the same. */
  readonly file: string
  /** Whether its rows are the same things; false if each file would get codes of its own for them. */
  readonly isSameRows: boolean
}

/** The earlier file of a kind whose rows are those of an item, one by one; null if there is none. */
export function sameContent(item: ImportItem, items: readonly ImportItem[]): SameContent | null {
  if (!isRead(item) || item.taken.table.length === 0) return null
  const { role } = item.recognised.plan
  const before = items.filter(isRead).filter((each) => each.id < item.id && each.recognised.plan.role === role)
  const found = before.find(saysSameAs(item))
  if (!found) return null
  const keys = keysIn(found)
  return { file: nameBeside(item, found), isSameRows: keysIn(item).every((key, row) => key === keys[row]) }
}

/** Cached: every file of a kind asks for all of those that wait. */
const saysSameAs = memoOf((item: ReadItem) => memoOf((earlier: ReadItem) => isSame(item, earlier)))

function isSame(item: ReadItem, earlier: ReadItem): boolean {
  const [is, was] = [item.taken.table, earlier.taken.table]
  const columns = statedColumns(item)
  return (
    is.length === was.length &&
    columns.join('\n') === statedColumns(earlier).join('\n') &&
    columns.every((name) => isSameColumn(is, was, name))
  )
}

/** Columns of an item without the codes that were generated for its rows. */
const statedColumns = ({ recognised: { plan }, taken }: ReadItem) =>
  Object.keys(taken.table.columns)
    .filter((name) => name !== 'code' || name in plan.columns)
    .sort()

function isSameColumn(is: Table, was: Table, name: string): boolean {
  for (let row = 0; row < is.length; row++) if (valueAt(is, name, row) !== valueAt(was, name, row)) return false
  return true
}

/** The rows of an item that files before it have too, and those that only it has; by number of the row. */
export function repeatedRows(item: ReadItem, before: readonly ReadItem[]): Record<'repeated' | 'own', number[]> {
  const known = new Set(before.flatMap(keysIn))
  const [repeated, own]: [number[], number[]] = [[], []]
  for (const [row, key] of keysIn(item).entries()) (known.has(key) ? repeated : own).push(row)
  return { repeated, own }
}
