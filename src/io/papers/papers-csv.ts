import Papa from 'papaparse'
import { harmless } from '@/io/export/formula'
import { type MeetingPapers, notesIn, printedRows } from './papers'

/**
 * The ranking as CSV that a spreadsheet opens right: UTF-8 with BOM, and no cell that could run. One row of headings and the
 * counties below it; month, unit, class of the data and what was corrected are columns, so that no reader stumbles over a preamble.
 */
export function rankingCsv({ ranking, month, dataClass, words }: MeetingPapers): Blob {
  // A fall is a number below zero, not a formula.
  const safe = (text: string) => (/^-\d+(\.\d+)?$/.test(text) ? text : harmless(text))
  // A figure stays a number: what marks it stands in a column of its own.
  const { notes: _, ...bare } = ranking
  const rows = printedRows(bare).map((row, i) =>
    [
      ...row,
      month,
      words.unit,
      dataClass,
      [ranking.remarks?.[i] ?? '', ...notesIn(ranking, i, i + 1)].filter(Boolean).join('；'),
    ].map(safe),
  )
  const headings = [...ranking.headings, words.month, words.unitHeading, words.data, words.remark].map(safe)
  return new Blob([`\uFEFF${Papa.unparse([headings, ...rows])}\r\n`], { type: 'text/csv;charset=utf-8' })
}
