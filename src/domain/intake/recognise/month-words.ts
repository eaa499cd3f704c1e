import type { Month } from '@/domain/calendar'
import { commonForms, parseMonthCell } from '@/domain/sources/reading/cell'
import { bareHeading, headingParts } from './header'

/** Stands for the year of months whose table tells none, until somebody says it. */
export const UNDATED = '0000'

/** What is worked out of several values is no month's own. */
const DERIVED = /合计|排名|名次|同比|环比|累计|超标|最大|最小|达标|备注|序号|限值|标准|比上|平均/

/** The year that a text speaks of, or null. */
export function yearIn(text: string): string | null {
  return /((?:19|20)\d{2})(?!\d{6})/.exec(commonForms(text))?.[1] ?? null
}

/** A month that a text speaks of: `2022年10月份降尘监测结果`, `降尘202210`. */
export function monthIn(text: string): Month | null {
  const match =
    /((?:19|20)\d{2})\s?(?:年|[-/.])\s?(\d{1,2})(?!\d|\s?[-~—至到]\s?\d{1,2}\s?月)/.exec(commonForms(text)) ??
    /((?:19|20)\d{2})(0[1-9]|1[0-2])(?!\d)/.exec(text)
  return match ? parseMonthCell(`${match[1]}-${match[2]}`) : null
}

/** Number of the month that a heading or a cell names without a year: `10月`, `10月份降尘量`; null for none and for what is worked out of several. */
function monthNumber(text: string): string | null {
  if (DERIVED.test(text)) return null
  return /^(1[0-2]|0?[1-9])月(?:份)?(?:降尘)?(?:量|值|均值|监测值|监测结果)?$/.exec(bareHeading(text))?.[1] ?? null
}

/** The month that a heading or a cell names; one without a year is of `year`. */
export function monthOfHeading(heading: string, year: string | null): Month | null {
  const parts = headingParts(heading)
  const own = parseMonthCell(parts.at(-1)!) ?? (/均值/.test(heading) || DERIVED.test(heading) ? null : monthIn(heading))
  if (own !== null) return own
  const number = monthNumber(parts.at(-1)!)
  const withYear = yearIn(parts[0]!) ?? year
  return number !== null && withYear !== null ? parseMonthCell(`${withYear}-${number}`) : null
}

/**
 * The month of a table with one column of values: what their heading says, with the year of the text about the table. Null
 * where both speak of different months (a notice of January gives the figures of October): then somebody must be asked.
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
