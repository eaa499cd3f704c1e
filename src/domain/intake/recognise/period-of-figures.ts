import { commonForms } from '@/domain/sources/reading/cell'
import { figureTime } from './figure-time'
import { monthIn } from './month-words'
import { isOfSeveralMonths, isTitleOfPeriod } from './several-months'

/** Sums or means until a month, or since one: the month in `截至2022年11月` is not that of the figures. */
const SO_FAR = /累计|累积|年(?:均|平均)(?!目标|限值|标准)|(?<!数据)截[至止](?!日期|时间)|以来/
/** What separates the month's figures from others in a title: `2022年11月及1-11月累计`. */
const AND = /[及与和含]/
/** Figures that come from sums, and are none. */
const FROM_SUMS = /同比|环比|排名|名次|位次|限值|标准|目标|达标|超标|变化|[增降升变]幅/

/** Whether a text says that figures are sums or means so far, and names no month beside. */
function isSoFar(text: string): boolean {
  const about = commonForms(text)
  return SO_FAR.test(about) && !about.split(AND).some((part) => monthIn(part) !== null && !SO_FAR.test(part))
}

/**
 * Whether the title, or else the name of the sheet, says that figures are those of several months or a year, and the
 * heading of the figures names no month. A month in the name of the file may be that of the report. `names` are the
 * headings of all columns.
 */
export function isPeriodOfFigures(
  title: string,
  sheet: string,
  file: string,
  heading: string,
  names: readonly string[],
): boolean {
  if (figureTime(heading, null) === 'month') return false
  // If sums have a column of their own, the other one is of the month.
  const others = names.filter((name) => name !== heading && !FROM_SUMS.test(commonForms(name)))
  const hasSums = others.some(isOfSeveralMonths)
  if (!hasSums && [title, sheet, file].some(isSoFar)) return true
  if (monthIn(title) !== null) return false
  return isTitleOfPeriod(title) || (isTitleOfPeriod(sheet) && monthIn(sheet) === null)
}
