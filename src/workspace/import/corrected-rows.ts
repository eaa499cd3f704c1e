import type { CorrectedRows, FixedRows } from '@/io/formats/bad-rows'
import { type ImportItem, sheetOfItem } from './import-item'
import { cellsOf } from './item-cells'

/**
 * The items from which corrected rows may have come: of the named file and sheet, of several those with the same
 * headings. Workbooks of earlier versions name no sheet.
 */
export function itemsOfRows(items: readonly ImportItem[], { file, sheet, names }: FixedRows): readonly ImportItem[] {
  const ofFile = items.filter((item) => {
    return item.file.name === file && (sheet === null || sheetOfItem(item).head.name === sheet)
  })
  const alike = ofFile.filter(({ recognised }) => isSame(recognised.plan.header.names, names))
  return ofFile.length > 1 ? alike : ofFile
}

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
