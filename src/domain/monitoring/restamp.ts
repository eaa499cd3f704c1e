import { intervalOfRows, type Stamp } from './interval'
import { type Readings, sortedRows, sortReadings } from './readings'

/**
 * Readings whose times mark the start or the end of their intervals (`said`), with times that mark the `wanted` one:
 * each is moved by its interval, as far as the readings show it. Rows keep their order.
 */
export function restamped(readings: Readings, said: Stamp, wanted: Stamp): Readings {
  if (said === wanted) return readings
  const times: Readings = { ...readings, series: {} }
  // A time that occurs twice is one reading of the interval.
  const { readings: once } = sortReadings(times)
  const intervals = intervalOfRows(once, said)
  const minute = readings.minute.slice()
  let at = 0
  for (const row of sortedRows(times)) {
    while (once.minute[at] !== times.minute[row] || once.device[at] !== times.device[row]) at++
    minute[row] = minute[row]! + (said === 'begin' ? intervals[at]! : -intervals[at]!)
  }
  return { ...readings, minute }
}
