/**
 * Texts that a spreadsheet would run as a formula. Quotes before them count too, so that taking one quote away
 * gives back exactly what was written.
 */
export const FORMULA = /^'*[=+\-@\t\r＝＋－＠]/

const QUOTE = 0x27

/** A text that no spreadsheet runs: with a quote before it where it would. */
export const harmless = (text: string) => (FORMULA.test(text) ? `'${text}` : text)

/** The cells of a row of our own CSV as they were before they were made harmless. */
export const bareRow = (cells: string[]): string[] =>
  cells.some((cell) => cell.charCodeAt(0) === QUOTE) ? cells.map(bareCell) : cells

/** The text of a cell of our own CSV before it was made harmless. */
export function bareCell(cell: string): string {
  return cell.startsWith("'") && FORMULA.test(cell.slice(1)) ? cell.slice(1) : cell
}
