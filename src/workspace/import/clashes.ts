import { type ChangedRow, type Difference, keysOf } from '@/domain/intake/merge'
import { textAt, valueAt } from '@/domain/table/column'
import type { ReadItem } from './import-item'

/** Rows to which an item gives other values than a file before it in the same import. */
export interface Clash {
  /** Name of that file. */
  readonly file: string
  readonly count: number
  /** The first of them: what the other file says, and what this one does. */
  readonly rows: Difference['changedRows']
}

const LISTED = 100

/** Fields that an item states; what was worked out, and further columns, are no statement. */
const statedBy = ({ recognised, taken }: ReadItem) =>
  Object.keys(taken.table.columns).filter((name) => name in recognised.plan.columns || name === 'value')

/** Whether a cell has only the first digits of a number, which contradict nothing. */
const isCut = ({ taken }: ReadItem, field: string, row: number) => taken.lostDigits.get(field)?.has(row) ?? false

/**
 * The file before an item, of the same kind and in the same import, that says something else of the same things; null if
 * there is none. The last of several counts. Blank cells say nothing.
 */
export function clashOf(item: ReadItem, items: readonly ReadItem[]): Clash | null {
  const { key, role } = item.recognised.plan.target
  const before = items.filter((each) => each.id < item.id && each.recognised.plan.role === role)
  if (before.length === 0) return null
  const keys = keysOf(item.taken.table, key)
  for (const earlier of before.reverse()) {
    const fields = statedBy(earlier).filter((name) => statedBy(item).includes(name) && !key.includes(name))
    const rowOf = new Map(keysOf(earlier.taken.table, key).map((each, row) => [each, row]))
    const changed = keys.flatMap((each, row): ChangedRow[] => {
      const other = rowOf.get(each)
      if (other === undefined) return []
      const differing = fields.flatMap((field) => {
        if (isCut(earlier, field, other) || isCut(item, field, row)) return []
        const [was, is] = [valueAt(earlier.taken.table, field, other), valueAt(item.taken.table, field, row)]
        return was === null || is === null || was === is ? [] : [{ field, before: was, after: is }]
      })
      if (differing.length === 0) return []
      return [
        {
          key: each.replaceAll('\u0000', ' · '),
          name: textAt(item.taken.table, 'name', row),
          fields: differing,
        },
      ]
    })
    if (changed.length > 0) return { file: earlier.file.name, count: changed.length, rows: changed.slice(0, LISTED) }
  }
  return null
}
