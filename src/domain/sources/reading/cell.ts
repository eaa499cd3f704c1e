import { type DayNumber, dayNumber } from '@/domain/calendar'

/** Characters that NFKC leaves unchanged: printable ASCII and the common Han characters. Most cells have no others. */
const COMMON = /^[ -~\u4e00-\u9fff]*$/
/**
 * Normalising takes quadratic time in the number of combining marks on one letter, so long texts are done in pieces.
 */
const PIECE = 1024

/** Converts full-width digits, letters and punctuation to their common forms. */
export function commonForms(text: string): string {
  if (COMMON.test(text)) return text
  if (text.length <= PIECE) return text.normalize('NFKC')
  let done = ''
  for (let at = 0; at < text.length; at += PIECE) done += text.slice(at, at + PIECE).normalize('NFKC')
  return done
}

/** Converts full-width digits, letters and punctuation to their common forms, and trims the text. */
export function plainText(cell: string): string {
  return commonForms(cell).trim()
}

/** No number, day, flag or position is longer than this. Bounds the backtracking of the patterns that parse them. */
const LONGEST_VALUE = 200

/** Plain text of a cell that may contain a number, day or position; '' if it is too long for any. */
export function valueText(cell: string): string {
  const bare = cell.length > LONGEST_VALUE ? cell.trim() : cell
  if (bare.length > LONGEST_VALUE) return ''
  const text = plainText(bare)
  return text.length > LONGEST_VALUE ? '' : text
}

const YES = new Set([
  '是',
  '有',
  '√',
  '✓',
  '✔',
  '☑',
  '1',
  'true',
  'TRUE',
  'Y',
  'y',
  'yes',
  '已完成',
  '完成',
  '已',
  '达标',
  '合格',
  '到位',
  '有效',
])
const NO = new Set([
  '否',
  '无',
  '×',
  '✗',
  '✘',
  'x',
  'X',
  '0',
  'false',
  'FALSE',
  'N',
  'n',
  'no',
  '未完成',
  '无效',
  '未',
  '没有',
  '不达标',
  '不合格',
  '不到位',
  '☐',
])

/** The marks 1 and 0 as programs write them that store numbers with a point. */
const MARK = /^(?:(1)|0?)\.0+$/

/** Parses yes or no; null if it is neither. */
export function parseFlag(cell: string): boolean | null {
  const text = valueText(cell).replace(MARK, (_, one?: string) => one ?? '0')
  if (YES.has(text)) return true
  return NO.has(text) ? false : null
}

const NUMBER = /^[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?$/i

/** Parses a number such as `1,234.5`, `７．２` or `7.2 `; null if it is none. */
export function parseNumber(cell: string): number | null {
  const text = valueText(cell).replace(/,(?=\d{3}(\D|$))/g, '')
  return NUMBER.test(text) ? Number(text) : null
}

/** Marks that people write for "no value". */
const ABSENT = /^(?:[-—–―_/\\.·…~、*]+|无数据|未测|未监测|缺测|缺失|暂无|不详|不涉及|n\/?a|null|none|nan)$/i

/** Whether a cell is marked as having no value: `—`, `/`, `无数据`. */
export function isAbsentMark(cell: string): boolean {
  return ABSENT.test(valueText(cell))
}

/** How laboratories say "less than". */
const LESS = '(?:[<≤﹤〈]|小于|低于)'
const NUMBER_BELOW = String.raw`(?:${LESS}\s*\d*\.?\d+\s*L?|\d*\.?\d+\s*\(?L\)?)`
const NOT_FOUND = String.raw`(?:未检出|未检测出|N\.?D\.?|BDL|${LESS}(?:方法)?(?:检出限|DL|MDL|LOD))`
const BELOW = new RegExp(
  String.raw`^(?:${NUMBER_BELOW}|${NOT_FOUND}\s*\(?\s*(?:${NUMBER_BELOW}|\d*\.?\d+)?\s*\)?)$`,
  'i',
)

/** Whether a laboratory's cell is written like a value below a detection limit: `＜0.3`, `0.3L`, `未检出`. */
export function isBelowDetection(cell: string): boolean {
  return BELOW.test(valueText(cell))
}

/** The number behind "<" of a cell for which {@link isBelowDetection}; null if it states none: `未检出`. */
export function numberBelow(cell: string): number | null {
  const match = /\d*\.?\d+/.exec(valueText(cell))
  return match && Number(match[0])
}

/**
 * Parses a number with additions: `约3000`, `85%`, `3,000平方米`, `7.2 t`; null if the cell contains more than one number.
 */
export function parseLooseNumber(cell: string): number | null {
  const text = valueText(cell)
  const match = /^(?:约|大约|共)?\s*([+-]?[\d,]*\.?\d+)\s*[%‰°a-z\u4e00-\u9fff·/²³()\d]{0,12}$/i.exec(text)
  if (!match || /\d/.test(cell.slice(cell.indexOf(match[1]!) + match[1]!.length).replace(/m[23]|km2|30d/gi, '')))
    return null
  return parseNumber(match[1]!)
}

/** Day 0 of Excel's 1900 calendar, which has a 29 February 1900. */
const EXCEL_EPOCH = dayNumber(1899, 12, 30)!
/** Excel serials between 1954 and 2064: fewer digits than a day such as 20220503, more than a year. */
const EXCEL_SERIAL = /^[2-5]\d{4}(?:\.\d+)?$/
const CLOCK = String.raw`(?:[ T日]*\d{1,2}:\d{2}(?::\d{2}(?:\.\d+)?)?Z?)?`
const DAY_FORMS = [
  new RegExp(String.raw`^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})${CLOCK}$`),
  new RegExp(String.raw`^(\d{4})年(\d{1,2})月(\d{1,2})日?${CLOCK}$`),
  /^((?:19|20)\d{2})(\d{2})(\d{2})$/,
]

/**
 * Parses a calendar day such as `2022-05-03`, `2022/5/3`, `2022.5.3`, `2022年5月3日`, `20220503` or an Excel serial; a
 * time of day is dropped. Null if it is none.
 */
export function parseDayCell(cell: string): DayNumber | null {
  const text = valueText(cell)
  for (const form of DAY_FORMS) {
    const match = form.exec(text)
    if (match) return dayNumber(Number(match[1]), Number(match[2]), Number(match[3]))
  }
  return EXCEL_SERIAL.test(text) ? EXCEL_EPOCH + Math.floor(Number(text)) : null
}

/** A day without a year: `3月5日`, `3月5号`, `3.5`, `3/5`. */
const YEARLESS = /^(\d{1,2})(?:月(\d{1,2})[日号]?|[-/.](\d{1,2}))$/

/** Whether a cell of days is a day without a year. */
export const isYearlessDay = (cell: string): boolean => yearlessDay(cell, 2000) !== null

/** The day that a cell without a year means in a year; null if it is none, or the year has no such day. */
export function yearlessDay(cell: string, year: number): DayNumber | null {
  const match = YEARLESS.exec(valueText(cell))
  return match ? dayNumber(year, Number(match[1]), Number(match[2] ?? match[3])) : null
}

/** Words of a day without a year: `2月30日`. */
const DAY_WORDS = /^\d{1,2}月\d{1,2}[日号]?$/

/** Whether a cell is written as a day that does not exist: `2022年2月29日`, `2月30日`. */
export function isImpossibleDay(cell: string): boolean {
  const text = valueText(cell)
  const isWritten = DAY_WORDS.test(text) || DAY_FORMS.some((form) => form.test(text))
  return isWritten && parseDayCell(text) === null && !isYearlessDay(text)
}

/** Parses a month such as `2022-05`, `2022/5`, `2022年5月`, `202205` or a day within it; null if it is none. */
export function parseMonthCell(cell: string): string | null {
  const text = valueText(cell)
  const match =
    /^(\d{4})[-/.](\d{1,2})(?:[-/.]\d{1,2}(?:[ T][\d:]+)?)?$/.exec(text) ??
    /^(\d{4})年(\d{1,2})月(?:份|\d{1,2}日)?$/.exec(text) ??
    /^(\d{4})(\d{2})$/.exec(text)
  if (!match) return null
  const month = Number(match[2])
  return month >= 1 && month <= 12 ? `${match[1]}-${String(month).padStart(2, '0')}` : null
}
