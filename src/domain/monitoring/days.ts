import type { DayNumber } from '@/domain/calendar'
import { localDay } from './local-time'
import { averagingOf } from './mean'
import type { Parameter } from './parameter'
import type { Minute } from './readings'

const HOUR = 60

/** The mean of a parameter over one day of Asia/Shanghai. */
export interface DayMean {
  readonly day: DayNumber
  /** The number of hours with a mean. */
  readonly hours: number
  /** In the unit of the parameter. */
  readonly mean: number
}

/**
 * Daily means from hourly means, the first of which begins at `from`; NaN means no value. Days without values are left
 * out.
 */
export function dayMeans(parameter: Parameter, from: Minute, values: Float32Array): readonly DayMean[] {
  const { first, second, mean } = averagingOf(parameter)
  const days: DayMean[] = []
  let [day, hours, one, two] = [Number.NaN, 0, 0, 0]
  const close = () => {
    if (hours === 0) return
    const value = mean(one / hours, two / hours)
    if (!Number.isNaN(value)) days.push({ day, hours, mean: value })
  }
  for (const [hour, value] of values.entries()) {
    if (Number.isNaN(value)) continue
    const of = localDay(from + hour * HOUR)
    if (of !== day) {
      close()
      ;[day, hours, one, two] = [of, 0, 0, 0]
    }
    hours++
    one += first(value)
    two += second(value)
  }
  close()
  return days
}
