import { FIRST_MINUTE } from '@/domain/monitoring/local-time'
import type { Minute, Readings } from '@/domain/monitoring/readings'

/**
 * Readings at impossible times: in the future, or before monitors existed. Either a clock was wrong, or the column is
 * not a time.
 */
export interface WrongTimes {
  readonly rows: number
  readonly from: Minute
  readonly until: Minute
  readonly devices: readonly string[]
}

/** Tolerance for clocks that run ahead of the office's. */
const AHEAD_MINUTES = 60
/** Whether no monitor can have measured at a time; `now`: time of the office's clock. */
export const isWrongTime = (minute: Minute, now: Minute): boolean =>
  minute > now + AHEAD_MINUTES || minute < FIRST_MINUTE

/** The readings at impossible times; null if there are none. */
export function wrongTimesOf(some: readonly Readings[], now: Minute): WrongTimes | null {
  const of = new Set<string>()
  let [rows, from, until] = [0, Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY]
  for (const { devices, device, minute } of some)
    for (let row = 0; row < minute.length; row++) {
      const at = minute[row]!
      if (!isWrongTime(at, now)) continue
      rows++
      of.add(devices[device[row]!]!)
      from = Math.min(from, at)
      until = Math.max(until, at)
    }
  return rows === 0 ? null : { rows, from, until, devices: [...of] }
}
