/** A calendar month, `YYYY-MM`. */
export type Month = string

/** A calendar day, `YYYY-MM-DD`, in Asia/Shanghai. */
export type IsoDay = string

/** Days since 1970-01-01: the form in which tables keep calendar days. */
export type DayNumber = number

const MS_PER_DAY = 86_400_000

/** Day number of a calendar day; null if the day does not exist (2022-02-30). */
export function dayNumber(year: number, month: number, day: number): DayNumber | null {
  const date = new Date(Date.UTC(year, month - 1, day))
  const real = date.getUTCFullYear() === year && date.getUTCMonth() === month - 1 && date.getUTCDate() === day
  return real ? date.getTime() / MS_PER_DAY : null
}

/** Offset of Asia/Shanghai from UTC in milliseconds; it has no daylight saving time. */
const SHANGHAI_MS = 8 * 3_600_000

/** Day and minute of an instant (ISO 8601) in Asia/Shanghai, such as `2022-10-31 08:15`. */
export function localMinute(instant: string): string {
  return new Date(Date.parse(instant) + SHANGHAI_MS).toISOString().slice(0, 16).replace('T', ' ')
}

/** Date and time of an instant (ISO 8601) in Asia/Shanghai as digits, to the millisecond: YYYYMMDDhhmmssSSS. */
export function localDigits(instant: string): string {
  return new Date(Date.parse(instant) + SHANGHAI_MS).toISOString().replace(/\D/g, '')
}

/** Calendar day of an instant (ISO 8601) in Asia/Shanghai. */
export function dayOfInstant(instant: string): IsoDay {
  return localMinute(instant).slice(0, 10)
}

/** Day number of a text `YYYY-MM-DD`; null if it is no valid day. */
const readDay = (text: string): DayNumber | null => {
  const match = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text)
  return match ? dayNumber(Number(match[1]), Number(match[2]), Number(match[3])) : null
}

/** Whether a text is an ISO day. */
export const isDay = (text: string) => readDay(text) !== null

/** Day number of an ISO day. @throws RangeError if it is not a valid day. */
export function parseDay(day: IsoDay): DayNumber {
  const number = readDay(day)
  if (number === null) throw new RangeError(`not a calendar day: ${day}`)
  return number
}

/** The ISO day of a day number. */
export function formatDay(day: DayNumber): IsoDay {
  return new Date(day * MS_PER_DAY).toISOString().slice(0, 10)
}

/** Whether a text is a month `YYYY-MM`. */
export function isMonth(text: string): boolean {
  return /^\d{4}-(0[1-9]|1[0-2])$/.test(text)
}

/** The month `count` months after (or before) one. */
export function addMonths(month: Month, count: number): Month {
  const [year, index] = month.split('-').map(Number)
  const total = year! * 12 + index! - 1 + count
  return `${Math.floor(total / 12)}-${String((total % 12) + 1).padStart(2, '0')}`
}

/** As-of date, for which a package's rules are evaluated: a fixed day, or the current one. */
export type AsOf = IsoDay | 'today'

/** Resolves an as-of date. `today` is the current calendar day in Asia/Shanghai. */
export function asOfDay(asOf: AsOf, today: IsoDay): IsoDay {
  return asOf === 'today' ? today : asOf
}

/** The last day of a month. */
export const lastDayOf = (month: Month): IsoDay => {
  const [year, number] = month.split('-').map(Number)
  return new Date(Date.UTC(year!, number!, 0)).toISOString().slice(0, 10)
}

/**
 * New as-of date after newer data arrived: the end of its newest month, but not after today and never earlier than
 * before.
 */
export function asOfAfterNewData(asOf: AsOf, newest: Month, today: IsoDay): AsOf {
  if (asOf === 'today') return asOf
  const reached = asOfForNewest(newest, today)
  return reached > asOf ? reached : asOf
}

/**
 * New as-of date after a plan comes into force: not before its issue, so that everything shown is judged by one plan.
 */
export const asOfUnderPlan = (asOf: AsOf, issued: IsoDay): AsOf => (asOf === 'today' || asOf >= issued ? asOf : issued)

/** As-of date for data with this newest month: the month's last day, but not after today. */
export function asOfForNewest(newest: Month, today: IsoDay): IsoDay {
  const end = lastDayOf(newest)
  return end < today ? end : today
}

/** The months of the same calendar year up to and including this one. */
export function yearToDate(month: Month): Month[] {
  const index = Number(month.slice(5))
  return Array.from({ length: index }, (_, i) => addMonths(month, i + 1 - index))
}

/** The day `count` months later; the last day of the month if that day does not exist. */
export function addMonthsToDay(day: DayNumber, count: number): DayNumber {
  const date = new Date(day * MS_PER_DAY)
  const wanted = Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + count, date.getUTCDate())
  const last = Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + count + 1, 0)
  return Math.min(wanted, last) / MS_PER_DAY
}

/** First day of the calendar month or quarter that contains a day. */
export function startOfPeriod(day: DayNumber, months: 1 | 3): DayNumber {
  const date = new Date(day * MS_PER_DAY)
  return Date.UTC(date.getUTCFullYear(), Math.floor(date.getUTCMonth() / months) * months, 1) / MS_PER_DAY
}
