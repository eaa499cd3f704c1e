import { dayNumber, type IsoDay, localMinute, parseDay } from '@/domain/calendar'
import { MINUTES_PER_DAY, SHANGHAI_MINUTES } from './local-time'
import type { Minute } from './readings'

const MS_PER_MINUTE = 60_000
/** The day number of 1899-12-30, from which spreadsheets count. */
const SHEET_ORIGIN = -25_569
/** Spreadsheet day numbers from 2000 to 2099; other numbers are not taken as times. */
const SHEET_DAYS = [36_526, 73_050] as const

/**
 * 2022-10-01 08:15, 2022/10/1 8:15:00, 2022年10月1日8时15分, 2022-10-01T08:15:00+08:00; a day alone means its first minute.
 */
const WRITTEN =
  /^(\d{4})\D(\d{1,2})\D(\d{1,2})日?(?:[ T]*(\d{1,2})(?:[:时点](\d{1,2})?)?(?:[:分](\d{1,2})(?:\.\d+)?秒?|分)?(?:\+08:?00|Z)?)?$/
/** 20221001081500, the format of HJ 212; minutes, seconds and milliseconds are optional. */
const RUN_TOGETHER = /^(20\d{2})(\d{2})(\d{2})(\d{2})(\d{2})?(\d{2})?(?:\d{3})?$/

/** Seconds since 1970 of a time in Asia/Shanghai; 24:00 is the start of the next day. Null if the time is invalid. */
function at(day: number, hour: number, minute: number, second: number): number | null {
  if (hour > 24 || minute > 59 || second > 59 || (hour === 24 && minute + second > 0)) return null
  return (day * MINUTES_PER_DAY + hour * 60 + minute - SHANGHAI_MINUTES) * 60 + second
}

/**
 * The time in a cell, as seconds since 1970. It is in Asia/Shanghai unless marked as UTC; null if the cell is no time.
 */
export function secondOf(cell: string): number | null {
  const text = cell.normalize('NFKC').trim()
  if (/^\d{5}(\.\d+)?$/.test(text)) {
    const days = Number(text)
    if (days < SHEET_DAYS[0] || days > SHEET_DAYS[1]) return null
    // Spreadsheets store times as fractions of a day, with an error below a second.
    return Math.round((days + SHEET_ORIGIN) * MINUTES_PER_DAY * 60) - SHANGHAI_MINUTES * 60
  }
  const match = WRITTEN.exec(text) ?? RUN_TOGETHER.exec(text)
  if (!match) return null
  const [year, month, day, hour = 0, minute = 0, second = 0] = match
    .slice(1, 7)
    .map((each) => (each === undefined ? undefined : Number(each)))
  const number = dayNumber(year!, month!, day!)
  if (number === null) return null
  const local = at(number, hour, minute, second)
  return local !== null && text.endsWith('Z') ? local + SHANGHAI_MINUTES * 60 : local
}

/** Whether a cell with a time names midnight as hour 24 of the day before. */
export function isHour24(cell: string): boolean {
  const text = cell.normalize('NFKC').trim()
  return (WRITTEN.exec(text) ?? RUN_TOGETHER.exec(text))?.[4] === '24'
}

/** The minute in a cell, without seconds; parsed as in {@link secondOf}. */
export function minuteOf(cell: string): Minute | null {
  const second = secondOf(cell)
  return second === null ? null : Math.floor(second / 60)
}

/** The instant (ISO 8601) at which a minute begins. */
export const instantOf = (minute: Minute): string => new Date(minute * MS_PER_MINUTE).toISOString()

/** A minute in Asia/Shanghai time, such as `2022-10-31 08:15`. */
export const localTime = (minute: Minute): string => localMinute(instantOf(minute))

/** The first minute of a day in Asia/Shanghai. */
export const firstMinuteOf = (day: IsoDay): Minute => parseDay(day) * MINUTES_PER_DAY - SHANGHAI_MINUTES

/** The first minute after a day in Asia/Shanghai. */
export const minuteAfter = (day: IsoDay): Minute => firstMinuteOf(day) + MINUTES_PER_DAY

/** The minute of an instant (ISO 8601), including the fraction. */
export const minuteAt = (instant: string): Minute => Date.parse(instant) / MS_PER_MINUTE
