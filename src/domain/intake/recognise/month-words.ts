import { addMonths, type Month } from '@/domain/calendar'
import { commonForms, parseMonthCell } from '@/domain/sources/reading/cell'
import { figureHeading, isLabel, isMean, isOtherFigure } from './figure-words'
import { bareHeading, headingParts } from './header'
import { isOfSeveralMonths, PERIOD, withoutSpans } from './several-months'

/** Placeholder for the year of months in a table without one, until the user gives it. */
export const UNDATED = '0000'

const YEARS = /((?:19|20)\d{2})(?!\d{6})/g

/** The first year in a text; null if none. */
export function yearIn(text: string): string | null {
  return commonForms(text).matchAll(YEARS).next().value?.[1] ?? null
}

/** The first and the last month of a table that spans two years: `2021年10月至2022年3月`. */
export interface Period {
  readonly from: Month
  readonly until: Month
}

/** The year of months written without one, or the period that they lie in; null if unknown. */
export type YearOfMonths = string | Period | null

/** When a table was made is not when its figures were measured: `填报日期：2022年11月5日`. */
const MADE_ON =
  /(?:填报|填表|制表|报送|上报|打印|导出|编制|报告|审核|签发|发布|印发|公布)(?:日期|时间)\s*:?\s*(?:19|20)\d{2}(?:(?!\s(?:19|20)\d{2})[年月日./\d\s-])*/g
/** A day, which is rather that of a report or an export than of a year's figures. */
const DAY =
  /(?:19|20)\d{2}(?:\s?年\s?\d{1,2}\s?月\s?\d{1,2}\s?[日号]|-\d{1,2}-\d{1,2}(?!\d)|\/\d{1,2}\/\d{1,2}(?!\d)|\.\d{1,2}\.\d{1,2}(?!\d)|(?:0[1-9]|1[0-2])(?:[0-2]\d|3[01])(?!\d))/g
/** The year of a document's number is not that of its figures: `咸政办发〔2022〕32号`. */
const DOCUMENT_NUMBER = /[〔[【(]\s*(?:19|20)\d{2}\s*[〕\]】)]\s*\d+\s*号/g

/**
 * The year of months without one, by the first text that names any year. Null if it names several, which a person has
 * to decide, unless they are the ends of a period of at most twelve months.
 */
export function yearAround(texts: readonly string[]): YearOfMonths {
  for (const text of texts) {
    const about = [DOCUMENT_NUMBER, MADE_ON, DAY].reduce((all, pattern) => all.replace(pattern, ' '), commonForms(text))
    const [period, ...others] = about.matchAll(PERIOD)
    const years = new Set(Array.from(about.matchAll(YEARS), ([, year]) => year!))
    if (years.size === 1) return [...years][0]!
    if (period && others.length === 0 && years.size === 2) {
      const [from, until] = [parseMonthCell(`${period[1]}-${period[2]}`), parseMonthCell(`${period[3]}-${period[4]}`)]
      return from !== null && until !== null && from < until && until < addMonths(from, 12) ? { from, until } : null
    }
    if (years.size > 0) return null
  }
  return null
}

/** A numbered month in its year; {@link UNDATED} if it lies outside of the period. */
function monthWithin(year: string | Period, number: string): Month | null {
  if (typeof year === 'string') return parseMonthCell(`${year}-${number}`)
  const months = [year.from, year.until].map((end) => parseMonthCell(`${end.slice(0, 4)}-${number}`))
  const within = months.find((month) => month !== null && month >= year.from && month <= year.until)
  return within ?? parseMonthCell(`${UNDATED}-${number}`)
}

/** A month that does not begin a span of months: `2022年1-11月`, `2022年1月至11月`, `2022年1、2月`. */
const ONE_MONTH =
  /((?:19|20)\d{2})\s?(?:年度?|[-/.])\s?(\d{1,2})(?!\d|\s?(?:月份?)?\s?[-‐‑−–—―~至到]+\s?\d{1,2}\s?月|\s?[、,]\s?\d{1,2}\s?月)/

/**
 * The month in a text: `2022年10月份降尘监测结果`, `降尘202210`; null if none. A period, or a span of days in two months, is
 * none.
 */
export function monthIn(text: string): Month | null {
  const about = withoutSpans(commonForms(text))
  const match = ONE_MONTH.exec(about) ?? /((?:19|20)\d{2})(0[1-9]|1[0-2])(?!\d)/.exec(about)
  return match ? parseMonthCell(`${match[1]}-${match[2]}`) : null
}

/** The month in the text around a table; null if there is none but that in which it was made. */
export const monthAround = (text: string): Month | null => monthIn(commonForms(text).replace(MADE_ON, ' '))

/**
 * Number of the month in a heading or cell without a year: `10月`, `10月份降尘量`; null if there is none, or if the value is
 * computed from several months.
 */
function monthNumber(text: string): string | null {
  // Without its dash, 1-2月 would be read as 12月.
  if (!mayBeOfMonth(text)) return null
  return /^(1[0-2]|0?[1-9])月(?:份)?(?:降尘)?(?:量|值|均值|监测值|监测结果)?$/.exec(bareHeading(text))?.[1] ?? null
}

const mayBeOfMonth = (heading: string) =>
  !isOtherFigure(heading) && !isLabel(heading) && !isOfSeveralMonths(figureHeading(heading))

/** The month in a heading or cell, in `year` if it states no year; null if none. */
export function monthOfHeading(heading: string, year: YearOfMonths): Month | null {
  const parts = headingParts(heading)
  const last = parts.at(-1)!
  if (isOtherFigure(heading)) return null
  const own = parseMonthCell(last) ?? (isMean(heading) || !mayBeOfMonth(last) ? null : monthIn(heading))
  if (own !== null) return own
  const number = monthNumber(last)
  const withYear = yearIn(parts[0]!) ?? year
  return number !== null && withYear !== null ? monthWithin(withYear, number) : null
}

/**
 * Month of a table with one value column: from the column's heading, with the year from the text around the table. Null
 * if the two name different months (a notice of January with the figures of October): then the user must be asked.
 */
export function monthOfValues(heading: string, about: string): Month | null {
  const own = mayBeOfMonth(heading) ? monthIn(heading) : null
  if (own !== null) return own
  const number = monthNumber(heading)
  const month = monthAround(about)
  if (number === null) return month
  // A figure of 2022年10月 may be compared with one of another year in the same title.
  if (month !== null) return Number(month.slice(5)) === Number(number) ? month : null
  const year = yearAround([about])
  const said = year === null ? null : monthWithin(year, number)
  return said?.startsWith(UNDATED) ? null : said
}
