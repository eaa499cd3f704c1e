import type { Month } from '@/domain/calendar'
import { monthOfHeading, type YearOfMonths } from './month-words'

/**
 * The month of a row that only names the month of the rows below it, alone or merged over its cells: `2022年12月`. Null
 * if it is another row.
 */
export function monthOfRow(cells: readonly string[], year: YearOfMonths): Month | null {
  const texts = new Set(cells.map((cell) => cell.trim()).filter((text) => text !== ''))
  return texts.size === 1 ? monthOfHeading([...texts][0]!, year) : null
}
