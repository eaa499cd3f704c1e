import { type ChangedRow, type Difference, keysOf } from '@/domain/intake/merge'
import { type Table, textAt, type Value, valueAt } from '@/domain/table/column'
import type { ReadItem } from './import-item'

/** Rows to which an item gives other values than another file of the same import. */
export interface Clash {
  /** Name of that file. */
  readonly file: string
  /** Whether it is imported already, so that its values would be replaced. */
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

/** Fields that an item states; what was worked out, and further columns, are no statement. */
const statedBy = ({ recognised, taken }: ReadItem) =>
  Object.keys(taken.table.columns).filter((name) => name in recognised.plan.columns || name === 'value')

/** Whether a cell has only the first digits of a number, which contradict nothing. */
const isCut = ({ taken }: ReadItem, field: string, row: number) => taken.lostDigits.get(field)?.has(row) ?? false

/** What an earlier item says of something otherwise than a later one; blank cells say nothing. */
type Differing = (key: string, row: number) => ChangedRow['fields']

function differingFrom(earlier: ReadItem, item: ReadItem): Differing {
  const { key } = item.recognised.plan.target
  const [was, is] = [earlier.taken.table, item.taken.table]
  const fields = statedBy(earlier).filter((name) => statedBy(item).includes(name) && !key.includes(name))
  const rowOf = new Map(keysOf(was, key).map((each, row) => [each, row]))
  return (each, row) => {
    const other = rowOf.get(each)
    if (other === undefined) return []
    return fields.flatMap((field) => {
      if (isCut(earlier, field, other) || isCut(item, field, row)) return []
      const [before, after] = [valueAt(was, field, other), valueAt(is, field, row)]
      return before === null || after === null || before === after ? [] : [{ field, before, after }]
    })
  }
}

/** Whether a value is stored in one of some tables. */
function storedIn(tables: readonly Table[], key: readonly string[]) {
  const rowsOf = tables.map((table) => new Map(keysOf(table, key).map((each, row) => [each, row])))
  return (each: string, field: string, value: Value) =>
    tables.some((table, i) => {
      const row = rowsOf[i]!.get(each)
      return row !== undefined && valueAt(table, field, row) === value
    })
}

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
  const { key, role } = item.recognised.plan.target
  const ofRole = (each: ReadItem) => each.recognised.plan.role === role
  const before = items.filter((each) => each.id < item.id && ofRole(each)).reverse()
  const stored = imported.items.filter(ofRole).reverse()
  if (before.length + stored.length === 0) return null
  const keys = keysOf(item.taken.table, key)
  const isStored = storedIn(stored.length > 0 ? imported.tables : [], key)
  for (const [i, earlier] of [...before, ...stored].entries()) {
    const isImported = i >= before.length
    const differing = differingFrom(earlier, item)
    const changed = keys.flatMap((each, row): ChangedRow[] => {
      const fields = differing(each, row).filter(({ field, before }) => !isImported || isStored(each, field, before))
      if (fields.length === 0) return []
      return [{ key: each.replaceAll('\u0000', ' · '), name: textAt(item.taken.table, 'name', row), fields }]
    })
    if (changed.length > 0)
      return { file: earlier.file.name, isImported, count: changed.length, rows: changed.slice(0, LISTED) }
  }
  return null
}
