import type { Hours } from './hours'
import { dayBegin, localDay } from './local-time'
import { averagingOf } from './mean'
import type { Parameter } from './parameter'
import { rowGroups } from './row-groups'
import type { DayRule } from './settings'

/** Means of one parameter by day. */
export interface DaySeries {
  /** The mean of the day's hourly means; NaN where too few hours are known. */
  readonly values: Float32Array
  /** Hours of which a mean is known. */
  readonly hours: Uint8Array
  /** The largest of them; NaN where none is known. */
  readonly highest: Float32Array
}

/** Means by device and day of Asia/Shanghai, in order; only days of which there is a reading. */
export interface Days {
  readonly devices: readonly string[]
  readonly device: Uint32Array
  /** At which each day begins. */
  readonly minute: Int32Array
  readonly series: Readonly<Partial<Record<Parameter, DaySeries>>>
}

export function daily({ devices, device, minute, series }: Hours, { leastHours }: DayRule): Days {
  const days = new Int32Array(minute.length)
  for (let row = 0; row < minute.length; row++) days[row] = localDay(minute[row]!)
  const { starts, ends } = rowGroups(device, days)
  const all: Partial<Record<Parameter, DaySeries>> = {}
  for (const parameter of Object.keys(series) as Parameter[]) {
    const { first, second, mean } = averagingOf(parameter)
    const { values } = series[parameter]!
    const made = {
      values: new Float32Array(starts.length),
      hours: new Uint8Array(starts.length),
      highest: new Float32Array(starts.length).fill(Number.NaN),
    }
    for (let at = 0; at < starts.length; at++) {
      let [known, one, two] = [0, 0, 0]
      for (let row = starts[at]!; row < ends[at]!; row++) {
        const value = values[row]!
        if (Number.isNaN(value)) continue
        known++
        one += first(value)
        two += second(value)
        if (!(made.highest[at]! >= value)) made.highest[at] = value
      }
      made.hours[at] = known
      made.values[at] = known > 0 && known >= leastHours ? mean(one / known, two / known) : Number.NaN
    }
    all[parameter] = made
  }
  return {
    devices,
    device: Uint32Array.from(starts, (row) => device[row]!),
    minute: Int32Array.from(starts, (row) => dayBegin(days[row]!)),
    series: all,
  }
}
