import { parseNumber, plainText } from '@/domain/sources/reading/cell'
import type { Header } from './header'
import { isRunningNumber } from './running-number'

/** What numbers the parts of a list: 一、 （二） 第三部分. */
const NUMBERED =
  /^(?:第[一二三四五六七八九十]+(?:部分|[章节类批])|[(（][一二三四五六七八九十]+[)）]|[一二三四五六七八九十]+[、.．,，:：])/
/** What may follow the name of a county: 秦都区（80个）. */
const REMARK = /[(（].*$/

/**
 * Whether a row of a list only names the part that follows: one text, alone or merged over its cells, that is numbered
 * (一、续建项目), is a county (一、秦都区), or stands in place of the running number. In a list of one column, things may
 * be numbered so themselves.
 */
export function isSectionRow(
  cells: readonly string[],
  { names }: Pick<Header, 'names'>,
  isCounty: (text: string) => boolean,
): boolean {
  const at = cells.findIndex((cell) => cell.trim() !== '')
  if (at < 0 || cells.some((cell) => cell.trim() !== '' && cell !== cells[at])) return false
  const text = plainText(cells[at]!)
  const isOfOne = names.every((name, column) => (name !== '') === (column === at))
  if ((NUMBERED.test(text) && !isOfOne) || isCounty(text.replace(NUMBERED, '').replace(REMARK, ''))) return true
  return isRunningNumber(names[at] ?? '') && parseNumber(text) === null
}
