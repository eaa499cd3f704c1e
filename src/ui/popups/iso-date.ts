import { CalendarDate } from '@internationalized/date'

/** Converts a day `YYYY-MM-DD` for React Aria; null for anything else. */
export function calendarDate(day: string | undefined): CalendarDate | null {
  const parts = /^(\d{4})-(\d{2})-(\d{2})$/.exec(day ?? '')
  if (!parts) return null
  const date = new CalendarDate(Number(parts[1]), Number(parts[2]), Number(parts[3]))
  return date.toString() === day ? date : null
}
