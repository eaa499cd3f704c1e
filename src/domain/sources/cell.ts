import { type DayNumber, dayNumber } from '@/domain/calendar'

/** Full-width digits, letters and punctuation to their common forms, and no blanks at the ends. */
export function plainText(cell: string): string {
  return cell.normalize('NFKC').trim()
}

const YES = new Set(['是', '有', '√', '✓', '✔', '1', 'true', 'TRUE', 'Y', 'y', '已完成', '完成'])
const NO = new Set(['否', '无', '×', '✗', 'x', 'X', '0', 'false', 'FALSE', 'N', 'n', '未完成'])

/** Yes or no; null where it is neither. */
export function parseFlag(cell: string): boolean | null {
  const text = plainText(cell)
  if (YES.has(text)) return true
  return NO.has(text) ? false : null
}

/** A number such as `1,234.5`, `７．２` or `7.2 `; null where it is none. */
export function parseNumber(cell: string): number | null {
  const text = plainText(cell).replace(/,(?=\d{3}(\D|$))/g, '')
  if (!/^[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?$/i.test(text)) return null
  return Number(text)
}

/** Day 0 of Excel's 1900 calendar, which has a 29 February 1900. */
const EXCEL_EPOCH = dayNumber(1899, 12, 30)!
/** Excel serials between 1954 and 2064: fewer digits than 20220503, more than a year. */
const EXCEL_SERIAL = /^[2-5]\d{4}$/

/** A calendar day as `2022-05-03`, `2022/5/3`, `2022.5.3`, `2022年5月3日`, `20220503` or an Excel serial; null where it is none. */
export function parseDayCell(cell: string): DayNumber | null {
  const text = plainText(cell)
  const match =
    /^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})(?:[ T]0?0:00(?::00)?)?$/.exec(text) ??
    /^(\d{4})年(\d{1,2})月(\d{1,2})日$/.exec(text) ??
    /^((?:19|20)\d{2})(\d{2})(\d{2})$/.exec(text)
  if (match) return dayNumber(Number(match[1]), Number(match[2]), Number(match[3]))
  return EXCEL_SERIAL.test(text) ? EXCEL_EPOCH + Number(text) : null
}

/** A month as `2022-05`, `2022/5`, `2022年5月` or `202205`; null where it is none. */
export function parseMonthCell(cell: string): string | null {
  const text = plainText(cell)
  const match =
    /^(\d{4})[-/.](\d{1,2})$/.exec(text) ?? /^(\d{4})年(\d{1,2})月$/.exec(text) ?? /^(\d{4})(\d{2})$/.exec(text)
  if (!match) return null
  const month = Number(match[2])
  return month >= 1 && month <= 12 ? `${match[1]}-${String(month).padStart(2, '0')}` : null
}
