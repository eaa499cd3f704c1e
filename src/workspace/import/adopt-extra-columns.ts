import type { Problem } from '@/domain/problem'
import type { Field } from '@/domain/sources/kinds/field'
import type { KindId } from '@/domain/sources/kinds/kind'
import { plainText } from '@/domain/sources/reading/cell'
import { readCell } from '@/domain/sources/reading/read-cell'
import { EXTRA } from '@/domain/sources/reading/read-table'
import { lineOf, type Table, textAt, textsInOrder } from '@/domain/table/column'
import type { PackageDraft } from '@/workspace/package-draft'

/**
 * In all tables of a kind, turns a column set aside under one of the field's headings into the field's column: a
 * table that was taken over records which heading is which field. If the field can't read a cell, returns that
 * problem and changes nothing, because the next import would drop the cell.
 */
export function adoptExtraColumns(next: PackageDraft, kind: KindId, field: Field): readonly Problem[] {
  const claimed = new Map<string, Readonly<Record<string, string>>>()
  for (const { file, table } of next.opened.inventory.kinds.filter((each) => each.kind === kind)) {
    const columns = next.descriptor.resources.find(({ path }) => path === file)?.chentu.columns
    if (!columns || Object.values(columns).includes(field.name)) continue
    const aside = Object.entries(columns).find(
      ([, name]) => name.startsWith(EXTRA) && field.headings.includes(plainText(name.slice(EXTRA.length))),
    )
    if (!aside) continue
    const [heading, name] = aside
    const unread = firstUnread(field, table, name)
    if (unread !== null)
      return [
        { code: 'column-unread', file, column: heading, row: lineOf(table, unread), seen: textAt(table, name, unread) },
      ]
    claimed.set(file, { ...columns, [heading]: field.name })
  }
  next.descriptor = {
    ...next.descriptor,
    resources: next.descriptor.resources.map((each) => {
      const columns = claimed.get(each.path)
      return columns ? { ...each, chentu: { ...each.chentu, columns } } : each
    }),
  }
  return []
}

/** First row of a text column that a field can't read; null if it reads all. */
function firstUnread(field: Field, table: Table, name: string): number | null {
  const text = textsInOrder(table.columns[name])
  const tried = new Set<string>()
  for (let row = 0; row < table.length; row++) {
    const cell = text(row)
    if (tried.has(cell)) continue
    tried.add(cell)
    if (readCell(field, cell).fault !== null) return row
  }
  return null
}
