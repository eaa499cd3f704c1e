import { formatDay } from '@/domain/calendar'
import { localDay, localHour } from '@/domain/monitoring/local-time'
import type { Parameter } from '@/domain/monitoring/parameter'
import type { Minute } from '@/domain/monitoring/readings'

const clock = (hour: number) => `${String(hour).padStart(2, '0')}:00`

/** The day and hour of Asia/Shanghai in which a minute lies: 2022-10-31 08:00. */
export const hourText = (minute: Minute): string => `${formatDay(localDay(minute))} ${clock(localHour(minute))}`

/** Whole hours from one on and before another: 2022-10-31 08:00–24:00, or 2022-10-31 22:00 – 11-01 03:00. */
export function spanText(from: Minute, until: Minute): string {
  const isOneDay = localDay(until - 1) === localDay(from)
  if (isOneDay) return `${hourText(from)}–${clock(localHour(until) || 24)}`
  return `${hourText(from)} – ${hourText(until).slice(5)}`
}

const WHOLE: ReadonlySet<Parameter> = new Set(['tsp', 'pm10', 'pm25', 'humidity', 'wind-direction'])

/** A value in the unit of its parameter, as fine as monitors measure. */
export const valueText = (value: number, parameter: Parameter): string => value.toFixed(WHOLE.has(parameter) ? 0 : 1)

/** By how many times one value is another. */
export const timesText = (factor: number): string => factor.toFixed(1)
