import type { DayNumber } from '@/domain/calendar'
import { type DataClass, leastReal, mayTell } from '@/domain/sources/kinds/data-class'
import type { OnlineRule } from './settings'

const HOURS_PER_DAY = 24

/** A day on which a device flagged a reading as calibration. */
export interface CalibratedDay {
  readonly day: DayNumber
  readonly dataClass: DataClass
}

/** The valid hours of a device per day. */
export interface DeviceDays {
  /**
   * Days with known data, ascending. Excluded are days before the device's first whole day, and days without data from
   * any device.
   */
  readonly days: Int32Array
  /** Parallel to `days`: valid hours, 0 to 24. */
  readonly hours: Uint8Array
  /** Parallel to `days`: the data class. */
  readonly classes: readonly DataClass[]
  /** Ascending. */
  readonly calibrated: readonly CalibratedDay[]
}

/** By the code of each device. */
export type OnlineDays = ReadonlyMap<string, DeviceDays>

/** Whether a device is online according to its readings, with the figures behind it. */
export interface OnlineFact {
  readonly isOnline: boolean
  /** Hours with valid readings, and all hours, from `from` to `to`, both days included. */
  readonly hours: number
  readonly of: number
  readonly from: DayNumber
  readonly to: DayNumber
  /** First day of the current offline period; null if the device is online. */
  readonly since: DayNumber | null
  /** Whether readings show that it was online before that period. */
  readonly wasOnline: boolean
  /** The least real data class of the days considered. */
  readonly dataClass: DataClass
}

/** The days that count for a source: made-up days do not count for a real source. */
export function daysTelling(device: DeviceDays, source: DataClass): DeviceDays {
  const tells = (dataClass: DataClass) => mayTell(dataClass, source)
  if (device.classes.every(tells) && device.calibrated.every((each) => tells(each.dataClass))) return device
  const isTelling = (_: number, place: number) => tells(device.classes[place]!)
  return {
    days: device.days.filter(isTelling),
    hours: device.hours.filter(isTelling),
    classes: device.classes.filter(tells),
    calibrated: device.calibrated.filter((each) => tells(each.dataClass)),
  }
}

/** Days of devices, without made-up ones. */
export const withoutMadeUp = (online: OnlineDays): OnlineDays =>
  new Map([...online].map(([device, days]) => [device, daysTelling(days, 'real')] as const))

/** The number of entries up to and including a day. */
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
 * Whether a device is online on a day, by its share of valid hours on the last known days up to it. Null if the
 * readings cannot tell: fewer days are known than the rule needs, or the last known day is at least that many days
 * earlier, so that nothing is known since.
 */
export function onlineOn(
  { days, hours, classes }: DeviceDays,
  day: DayNumber,
  rule: Required<OnlineRule>,
): OnlineFact | null {
  const end = placeAfter(days, day)
  if (end < rule.days || days[end - 1]! <= day - rule.days) return null
  const of = rule.days * HOURS_PER_DAY
  const isOnline = (valid: number) => valid / of >= rule.leastShare
  let valid = 0
  for (let at = end - rule.days; at < end; at++) valid += hours[at]!
  const fact = { hours: valid, of, from: days[end - rule.days]!, to: days[end - 1]! }
  const classSince = (place: number) => leastReal(new Set(classes.slice(place, end)))
  if (isOnline(valid))
    return { ...fact, isOnline: true, since: null, wasOnline: true, dataClass: classSince(end - rule.days) }
  let first = end
  while (first > rule.days && !isOnline(valid)) {
    first--
    valid += hours[first - rule.days]! - hours[first]!
  }
  const wasOnline = isOnline(valid)
  const since = days[wasOnline ? first : first - 1]!
  return { ...fact, isOnline: false, since, wasOnline, dataClass: classSince(first - rule.days) }
}

/** Calibration days of a device between two days, both included. */
export const calibratedBetween = (
  { calibrated }: Pick<DeviceDays, 'calibrated'>,
  from: DayNumber,
  to: DayNumber,
): readonly CalibratedDay[] => calibrated.filter(({ day }) => day >= from && day <= to)
