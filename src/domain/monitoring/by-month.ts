import { addMonths, type Month, parseDay } from '@/domain/calendar'
import { dayBegin, localDay, SHANGHAI_MINUTES } from './local-time'
import { type Minute, pickReadings, type Readings } from './readings'

const MS_PER_MINUTE = 60_000

/** The month of a minute in Asia/Shanghai. */
export const monthOf = (minute: Minute): Month =>
  new Date((minute + SHANGHAI_MINUTES) * MS_PER_MINUTE).toISOString().slice(0, 7)

/** The first minute of a month in Asia/Shanghai. */
export const monthBegin = (month: Month): Minute => dayBegin(parseDay(`${month}-01`))

/** The months in Asia/Shanghai that overlap [from, until), the earliest first. */
export function monthsWithin(from: Minute, until: Minute): Month[] {
  const months: Month[] = []
  if (from >= until) return months
  for (let month = monthOf(from); monthBegin(month) < until; month = addMonths(month, 1)) months.push(month)
  return months
}

/** Splits readings by month, the earliest first; rows keep their order within a month. */
export function byMonth(readings: Readings): [Month, Readings][] {
  const monthOfDay = new Map<number, Month>()
  const rows = new Map<Month, number[]>()
  for (let row = 0; row < readings.minute.length; row++) {
    const minute = readings.minute[row]!
    const day = localDay(minute)
    let month = monthOfDay.get(day)
    if (month === undefined) {
      month = monthOf(minute)
      monthOfDay.set(day, month)
    }
    const of = rows.get(month)
    if (of) of.push(row)
    else rows.set(month, [row])
  }
  return [...rows]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([month, of]) => [
      month,
      of.length === readings.minute.length ? readings : pickReadings(readings, Uint32Array.from(of)),
    ])
}
