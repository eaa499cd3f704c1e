/**
 * Text that a spreadsheet would run as a formula. Leading quotes are included, so that removing one quote restores
 * exactly the original text.
 */
export const FORMULA = /^'*[=+\-@\t\r＝＋－＠]/

const QUOTE = 0x27

/** Prefixes a quote where a spreadsheet would run the text. */
export const withoutFormula = (text: string) => (FORMULA.test(text) ? `'${text}` : text)

/** Undoes `withoutFormula` for a row of our own CSV. */
export const bareRow = (cells: string[]): string[] =>
  cells.some((cell) => cell.charCodeAt(0) === QUOTE) ? cells.map(bareCell) : cells

/** Undoes `withoutFormula` for a cell of our own CSV. */
export function bareCell(cell: string): string {
  return cell.startsWith("'") && FORMULA.test(cell.slice(1)) ? cell.slice(1) : cell
}
