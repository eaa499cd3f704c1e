import { commonForms } from '@/domain/sources/reading/cell'

const DASH = '[-‐‑−–—―~至到]+'
/** `1-11月`, `1月至11月`, `1、2月`, `2022年1月—2022年11月`, `一至三月`. */
const SPAN = new RegExp(
  String.raw`(?<!\d)\d{1,2}\s*(?:月份?)?\s*(?:${DASH}|[、,])\s*(?:(?:19|20)\d{2}\s*年\s*)?\d{1,2}\s*月|` +
    `[一二三四五六七八九十]月?${DASH}[一二三四五六七八九十]+月`,
)
const WORDS = /累计|累积|年均|年平均|全年|年度|年值|半年|季|个月|截至|以来|annual|cumulative|year.to.date/i

/** Whether a text speaks of several months or a year, so that a figure under it is not that of one month. */
export function isOfSeveralMonths(text: string): boolean {
  const about = commonForms(text)
  return SPAN.test(about) || WORDS.test(about)
}

/** Whether a title says that the figures below it are those of several months or a year. */
export function isTitleOfPeriod(title: string): boolean {
  const about = commonForms(title)
  return SPAN.test(about) || /累计|累积|年均|全年|半年/.test(about)
}
