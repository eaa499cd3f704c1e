import { commonForms } from '@/domain/sources/reading/cell'

const DASH = '[-‐‑−–—―~至到]+'
const YEAR = String.raw`(?:19|20)\d{2}`
/** `1-11月`, `1月至11月`, `1、2月`, `2022年1月—2022年11月`, `一至三月`. */
const SPAN = new RegExp(
  String.raw`(?<!\d)\d{1,2}\s*(?:月份?)?\s*(?:${DASH}|[、,])\s*(?:${YEAR}\s*年\s*)?\d{1,2}\s*月|` +
    `[一二三四五六七八九十]月?${DASH}[一二三四五六七八九十]+月`,
)
/** Months with their years, of which it captures both: `2021年10月至2022年3月`, `2022.01-2022.11`. */
export const PERIOD = new RegExp(
  String.raw`(${YEAR})\s?[年./-]?\s?(\d{1,2})\s?月?份?\s?${DASH}\s?(${YEAR})\s?[年./-]?\s?(\d{1,2})(?!\d)`,
  'g',
)
/** `2022年1-11`, `2022.1-11`; `2022-1-11` is a day. */
const SHORT_SPAN = new RegExp(String.raw`${YEAR}\s?[年./]\s?(\d{1,2})\s?${DASH}\s?(\d{1,2})(?![\d日号./-]|\s?月)`, 'g')
const CLOCK = String.raw`(?:\s?\d{1,2}[:时]\d{0,2}(?::\d{2}|分)?)?`
/** `2022年10月30日至2022年11月30日`, `2022.10.31-11.30`, `10月28日-11月28日`. */
const DAYS = new RegExp(
  String.raw`(?<!\d)(?:(${YEAR})\s?[年./-]\s?)?(\d{1,2})\s?([月./-])\s?\d{1,2}\s?[日号]?${CLOCK}\s?${DASH}\s?` +
    String.raw`(?:(${YEAR})\s?[年./-]\s?)?(\d{1,2})\s?[月./-]\s?\d{1,2}(?!\d)`,
  'g',
)
/** `20221031-20221130`. */
const PLAIN_DAYS = new RegExp(String.raw`(${YEAR}[01]\d)[0-3]\d\s?${DASH}\s?(${YEAR}[01]\d)[0-3]\d(?!\d)`, 'g')
const WORDS = /累计|累积|年均|年平均|全年|年度|年值|半年|季|个月|截[至止]|以来|annual|cumulative|year.to.date/i

const isMonth = (number: string) => Number(number) >= 1 && Number(number) <= 12

/** A text in common forms without spans of months with their year. */
const withoutMonths = (about: string) =>
  about
    .replace(PERIOD, ' ')
    .replace(SHORT_SPAN, (span, from: string, until: string) =>
      Number(from) < Number(until) && isMonth(until) ? ' ' : span,
    )

/** A text in common forms without spans of days that lie in two months. */
const withoutDays = (about: string) =>
  about
    .replace(
      DAYS,
      (span, year: string | undefined, from: string, sign: string, other: string | undefined, until: string) => {
        // 7.0-9.5 are no days.
        const areDays = isMonth(from) && isMonth(until) && (year !== undefined || sign === '月')
        const isOneMonth = Number(from) === Number(until) && (other === undefined || year === other)
        return areDays && !isOneMonth ? ' ' : span
      },
    )
    .replace(PLAIN_DAYS, (span, from: string, until: string) => (from === until ? span : ' '))

/** A text in common forms without spans that name a month and are not of it alone. */
export const withoutSpans = (about: string): string => withoutMonths(withoutDays(about))

/** Whether a text speaks of several months or a year, so that a figure under it is not that of one month. */
export function isOfSeveralMonths(text: string): boolean {
  const about = commonForms(text)
  return SPAN.test(about) || WORDS.test(about) || withoutMonths(about) !== about
}

/**
 * Whether a title says that the figures below it are those of several months or a year, or were sampled on days of two
 * months.
 */
export function isTitleOfPeriod(title: string): boolean {
  const about = commonForms(title)
  return isOfSeveralMonths(about) || withoutDays(about) !== about
}
