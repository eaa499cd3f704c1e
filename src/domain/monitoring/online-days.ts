import type { DayNumber } from '@/domain/calendar'
import { type DataClass, leastReal, mayTell } from '@/domain/sources/kinds/data-class'
import type { OnlineRule } from './settings'

const HOURS_PER_DAY = 24

/** A day on which a device said of a reading that it was being calibrated. */
export interface CalibratedDay {
  readonly day: DayNumber
  readonly dataClass: DataClass
}

/** Of how many hours of each day a device has valid readings. */
export interface DeviceDays {
  /** Days of which that is known, in order. A day before its first whole one, or of which no device has anything, is none of them. */
  readonly days: Int32Array
  /** By place in `days`: valid hours, 0 to 24. */
  readonly hours: Uint8Array
  /** By place in `days`: how real that is. */
  readonly classes: readonly DataClass[]
  /** In order. */
  readonly calibrated: readonly CalibratedDay[]
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
  /** The least real of all days that say so. */
  readonly dataClass: DataClass
}

/** What of a device's days may tell something of a source: made-up days say nothing of a real one. */
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

/** What of devices' days was not made up. */
export const withoutMadeUp = (online: OnlineDays): OnlineDays =>
  new Map([...online].map(([device, days]) => [device, daysTelling(days, 'real')] as const))

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

/** Days from one to another, both counted, on which a device said that it was being calibrated. */
export const calibratedBetween = (
  { calibrated }: Pick<DeviceDays, 'calibrated'>,
  from: DayNumber,
  to: DayNumber,
): readonly CalibratedDay[] => calibrated.filter(({ day }) => day >= from && day <= to)
