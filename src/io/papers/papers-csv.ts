import Papa from 'papaparse'
import { withoutFormula } from '@/io/export/formula'
import { type MeetingPapers, notesIn, printedRows, printedTotal } from './papers'

/**
 * The ranking as CSV that a spreadsheet opens correctly: UTF-8 with BOM, and no cell that could run as a formula. One
 * header row followed by the counties and the city, the rows of the workbook; month, unit, data class and corrections are columns, so that no reader has to
 * skip a preamble.
 */
export function rankingCsv({ ranking, month, dataClass, words }: MeetingPapers): Blob {
  // A decrease is a negative number, not a formula.
  const safe = (text: string) => (/^-\d+(\.\d+)?$/.test(text) ? text : withoutFormula(text))
  // Figures stay numbers: marks are in a column of their own.
  const { notes: _, ...bare } = ranking
  const total = printedTotal(bare)
  const rows = [...printedRows(bare), ...(total ? [total] : [])].map((row, i) =>
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
