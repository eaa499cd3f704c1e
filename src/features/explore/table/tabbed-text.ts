import { harmless } from '@/io/export/formula'

/** Rows as a spreadsheet takes them from the clipboard: a tab between cells, no line breaks in them, no formulas. */
export const tabbedText = (rows: readonly (readonly string[])[]): string =>
  rows.map((cells) => cells.map((text) => harmless(text.replace(/[\t\r\n]+/g, ' '))).join('\t')).join('\n')
