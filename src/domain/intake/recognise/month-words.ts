import type { Month } from '@/domain/calendar'
import { commonForms, parseMonthCell } from '@/domain/sources/reading/cell'
import { bareHeading, headingParts } from './header'

/** Placeholder for the year of months in a table without one, until the user gives it. */
export const UNDATED = '0000'

/** Words for values computed from several months. */
const DERIVED = /合计|排名|名次|同比|环比|累计|超标|最大|最小|达标|备注|序号|限值|标准|比上|平均/

/** The year in a text; null if none. */
export function yearIn(text: string): string | null {
  return /((?:19|20)\d{2})(?!\d{6})/.exec(commonForms(text))?.[1] ?? null
}

/** The month in a text: `2022年10月份降尘监测结果`, `降尘202210`; null if none. */
export function monthIn(text: string): Month | null {
  const match =
    /((?:19|20)\d{2})\s?(?:年|[-/.])\s?(\d{1,2})(?!\d|\s?[-~—至到]\s?\d{1,2}\s?月)/.exec(commonForms(text)) ??
    /((?:19|20)\d{2})(0[1-9]|1[0-2])(?!\d)/.exec(text)
  return match ? parseMonthCell(`${match[1]}-${match[2]}`) : null
}

/**
 * Number of the month in a heading or cell without a year: `10月`, `10月份降尘量`; null if there is none, or if the value is
 * computed from several months.
 */
function monthNumber(text: string): string | null {
  if (DERIVED.test(text)) return null
  return /^(1[0-2]|0?[1-9])月(?:份)?(?:降尘)?(?:量|值|均值|监测值|监测结果)?$/.exec(bareHeading(text))?.[1] ?? null
}

/** The month in a heading or cell, in `year` if it states no year; null if none. */
export function monthOfHeading(heading: string, year: string | null): Month | null {
  const parts = headingParts(heading)
  const own = parseMonthCell(parts.at(-1)!) ?? (/均值/.test(heading) || DERIVED.test(heading) ? null : monthIn(heading))
  if (own !== null) return own
  const number = monthNumber(parts.at(-1)!)
  const withYear = yearIn(parts[0]!) ?? year
  return number !== null && withYear !== null ? parseMonthCell(`${withYear}-${number}`) : null
}

/**
 * Month of a table with one value column: from the column's heading, with the year from the text around the table. Null
 * if the two name different months (a notice of January with the figures of October): then the user must be asked.
 */
export function monthOfValues(heading: string, about: string): Month | null {
  const own = DERIVED.test(heading) ? null : monthIn(heading)
  if (own !== null) return own
  const number = monthNumber(heading)
  const month = monthIn(about)
  if (number === null) return month
  const year = yearIn(about)
  const said = year === null ? null : parseMonthCell(`${year}-${number}`)
  return month === null || month === said ? said : null
}
