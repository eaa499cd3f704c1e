import { isToFix } from '@/domain/intake/rows/problem-log'
import type { Problem } from '@/domain/problem'
import { type BadRow, writeBadRows } from '@/io/formats/bad-rows'
import type { DeskWords } from './desk-words'
import { type ReadItem, sheetOfItem } from './import-item'
import { cellsOf } from './item-cells'

/** A workbook of the rows that were refused, lost a cell or may have the wrong coordinate system, with reasons, to be fixed and dropped again. */
export async function writeItemBadRows(item: ReadItem, words: DeskWords): Promise<Blob> {
  const reasons = new Map<number, string[]>()
  for (const { action, code, first } of item.taken.groups) {
    if (!isToFix({ action, code })) continue
    for (const problem of first) {
      const { row } = problem
      if (row !== undefined) reasons.set(row, [...(reasons.get(row) ?? []), reasonOfRow(problem, words)])
    }
  }
  const cells = await cellsOf(item, new Set(reasons.keys()))
  const bad = [...reasons].map(
    ([row, reason]): BadRow => ({ row, cells: cells.get(row) ?? [], reason: [...new Set(reason)].join('；') }),
  )
  const { name: file, sheets } = item.file
  const sheet = sheets.length > 1 ? sheetOfItem(item).head.name : null
  return writeBadRows({ file, sheet }, item.recognised.plan.header.names, bad, words)
}

function reasonOfRow({ column, code, seen, expected, earlier }: Problem, { problems }: DeskWords): string {
  const wanted = earlier ? `(${earlier.row}) ${earlier.value}` : expected
  return [column, problems[code] ?? code, seen, wanted].filter(Boolean).join(' ')
}
