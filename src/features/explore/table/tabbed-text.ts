import { withoutFormula } from '@/io/export/formula'

/** Rows as text for pasting into a spreadsheet: tab-separated, without line breaks in cells, with formulas disarmed. */
export const tabbedText = (rows: readonly (readonly string[])[]): string =>
  rows.map((cells) => cells.map((text) => withoutFormula(text.replace(/[\t\r\n]+/g, ' '))).join('\t')).join('\n')
