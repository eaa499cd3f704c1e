import Papa from 'papaparse'
import { harmless } from '@/io/export/formula'
import { type MeetingPapers, printedRows } from './papers'

/** The ranking as CSV that a spreadsheet opens right: UTF-8 with BOM, and no cell that could run. */
export function rankingCsv({ ranking }: MeetingPapers): Blob {
  // A fall is a number below zero, not a formula.
  const safe = (text: string) => (/^-\d+(\.\d+)?$/.test(text) ? text : harmless(text))
  const rows = printedRows(ranking).map((row) => row.map(safe))
  return new Blob([`\uFEFF${Papa.unparse([[...ranking.headings], ...rows])}\r\n`], { type: 'text/csv;charset=utf-8' })
}
