import type { DayNumber } from '@/domain/calendar'
import type { DataClass } from '@/domain/sources/kinds/data-class'
import type { OnlineRule } from './settings'

const HOURS_PER_DAY = 24

/** Of how many hours of each day a device has valid readings. */
export interface DeviceDays {
  /** Days of which that is known, in order. A day before its first whole one, or of which no device has anything, is none of them. */
  readonly days: Int32Array
  /** By place in `days`: valid hours, 0 to 24. */
  readonly hours: Uint8Array
  /** Days on which it said of a reading that it was being calibrated, in order. */
  readonly calibrated: readonly DayNumber[]
  readonly dataClass: DataClass
}

/** By the code of each device. */
export type OnlineDays = ReadonlyMap<string, DeviceDays>

/** Whether a device is online by its readings, and the figures that say so. */
export interface OnlineFact {
  readonly isOnline: boolean
  /** Hours with valid readings, and all hours, of the days from `from` to `to`, both of them counted. */
  readonly hours: number
  readonly of: number
  readonly from: DayNumber
  readonly to: DayNumber
  /** First day of the time without a break in which it is not online; null where it is. */
  readonly since: DayNumber | null
  /** Whether readings show that it was online before that. */
  readonly wasOnline: boolean
  readonly dataClass: DataClass
}

/** How many days stand before a day, and itself. */
function placeAfter(days: Int32Array, day: DayNumber): number {
  let [low, high] = [0, days.length]
  while (low < high) {
    const middle = (low + high) >> 1
    if (days[middle]! <= day) low = middle + 1
    else high = middle
  }
  return low
}

/**
 * Whether a device is online on a day: by the share of valid hours of the last days that are known up to it. Null where its readings
 * say nothing of the day: where fewer days than the rule wants are known, or where the last of them lies as many days before, so
 * that nobody knows what came since.
 */
export function onlineOn(
  { days, hours, dataClass }: DeviceDays,
  day: DayNumber,
  rule: Required<OnlineRule>,
): OnlineFact | null {
  const end = placeAfter(days, day)
  if (end < rule.days || days[end - 1]! <= day - rule.days) return null
  const of = rule.days * HOURS_PER_DAY
  const isOnline = (valid: number) => valid / of >= rule.leastShare
  let valid = 0
  for (let at = end - rule.days; at < end; at++) valid += hours[at]!
  const fact = { hours: valid, of, from: days[end - rule.days]!, to: days[end - 1]!, dataClass }
  if (isOnline(valid)) return { ...fact, isOnline: true, since: null, wasOnline: true }
  let first = end
  while (first > rule.days && !isOnline(valid)) {
    first--
    valid += hours[first - rule.days]! - hours[first]!
  }
  const wasOnline = isOnline(valid)
  return { ...fact, isOnline: false, since: days[wasOnline ? first : first - 1]!, wasOnline }
}

/** Days from one to another, both counted, on which a device said that it was being calibrated. */
export const calibratedBetween = (
  { calibrated }: Pick<DeviceDays, 'calibrated'>,
  from: DayNumber,
  to: DayNumber,
): readonly DayNumber[] => calibrated.filter((day) => day >= from && day <= to)
