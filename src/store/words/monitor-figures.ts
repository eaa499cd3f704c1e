import { formatDay } from '@/domain/calendar'
import { localDay, localHour } from '@/domain/monitoring/local-time'
import { PARAMETER_FACTS, type Parameter } from '@/domain/monitoring/parameter'
import type { Minute } from '@/domain/monitoring/readings'
import { roundHalfUp } from '@/domain/monitoring/rounding'
import type { Limit } from '@/domain/monitoring/settings'
import { factorOfLimit } from '@/domain/monitoring/unit-finding'

const clock = (hour: number) => `${String(hour).padStart(2, '0')}:00`

/** Day and hour of a minute in Asia/Shanghai: 2022-10-31 08:00. */
export const hourText = (minute: Minute): string => `${formatDay(localDay(minute))} ${clock(localHour(minute))}`

/** Whole hours from `from` until before `until`: 2022-10-31 08:00–24:00, or 2022-10-31 22:00 – 11-01 03:00. */
export function spanText(from: Minute, until: Minute): string {
  const isOneDay = localDay(until - 1) === localDay(from)
  if (isOneDay) return `${hourText(from)}–${clock(localHour(until) || 24)}`
  return `${hourText(from)} – ${hourText(until).slice(5)}`
}

const WHOLE: ReadonlySet<Parameter> = new Set(['tsp', 'pm10', 'pm25', 'humidity', 'wind-direction'])

/** A value in its parameter's unit, with the precision of monitors. */
export function valueText(value: number, parameter: Parameter): string {
  const places = WHOLE.has(parameter) ? 0 : 1
  return roundHalfUp(value, places).toFixed(places)
}

/** A figure of a limit, by default its value, in the unit in which the screen shows the parameter. */
export const limitFigure = (
  of: Pick<Limit, 'parameter' | 'unit' | 'value'>,
  figure = of.value,
): { readonly value: string; readonly unit: string } => ({
  value: valueText(figure * factorOfLimit(of), of.parameter),
  unit: PARAMETER_FACTS[of.parameter].unit,
})

/** The ratio of two values. */
export const timesText = (factor: number): string => factor.toFixed(1)
