import type { CorrectedRows, FixedRows } from '@/io/formats/bad-rows'
import type { ImportItem } from './import-item'
import { cellsOf } from './item-cells'

/** What a corrected workbook changes in an item. */
export async function correctedRows(item: ImportItem, { names, edits }: FixedRows): Promise<CorrectedRows> {
  const before = await cellsOf(item, new Set(edits.keys()))
  const changed = [...edits].filter(([row, cells]) => !isSame(before.get(row) ?? [], cells)).length
  return { changed, rows: edits.size, changedHeadings: !isSame(item.recognised.plan.header.names, names) }
}

/** Whether cells are the same but for blanks, which a workbook adds and drops. */
function isSame(some: readonly string[], others: readonly string[]): boolean {
  const length = Math.max(some.length, others.length)
  return Array.from({ length }, (_, at) => at).every((at) => (some[at] ?? '').trim() === (others[at] ?? '').trim())
}
