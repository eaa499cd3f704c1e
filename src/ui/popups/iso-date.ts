import { CalendarDate } from '@internationalized/date'

/** A day `YYYY-MM-DD` as React Aria has it; null for anything else. */
export function calendarDate(day: string | undefined): CalendarDate | null {
  const parts = /^(\d{4})-(\d{2})-(\d{2})$/.exec(day ?? '')
  if (!parts) return null
  const date = new CalendarDate(Number(parts[1]), Number(parts[2]), Number(parts[3]))
  return date.toString() === day ? date : null
}
