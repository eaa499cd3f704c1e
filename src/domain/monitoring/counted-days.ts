import type { DayNumber } from '@/domain/calendar'
import { DATA_CLASSES, type DataClass } from '@/domain/sources/kinds/data-class'
import { localDay, localHour } from './local-time'
import type { DeviceDays, OnlineDays } from './online-days'
import type { Minute } from './readings'

/** A period that imports cover: all data of the devices concerned is present. Both ends are the start of an hour. */
export type CoveredPeriod = readonly [from: Minute, last: Minute]

/**
 * Covered periods in order, as one where they overlap or the next begins at most `step` minutes after the last: no
 * reading of a device that has one every `step` minutes is missing between them.
 */
export function joinedPeriods(periods: readonly CoveredPeriod[], step: number): readonly CoveredPeriod[] {
  const joined: [from: Minute, last: Minute][] = []
  for (const [from, last] of [...periods].sort((a, b) => a[0] - b[0])) {
    const before = joined.at(-1)
    if (before && from <= before[1] + step) before[1] = Math.max(before[1], last)
    else joined.push([from, last])
  }
  return joined
}

/** What was counted for one device in one file of readings, which covers one month. */
export interface CountedDevice {
  readonly device: string
  /** Days in Asia/Shanghai with any data, ascending. */
  readonly days: readonly DayNumber[]
  /** Parallel to `days`: hours with a mean of dust. */
  readonly hours: readonly number[]
  /** Days with a reading flagged as calibration. */
  readonly calibrated: readonly DayNumber[]
}

/** The whole days of a period. Days on which it begins or ends part-way are excluded, as they are incomplete. */
function wholeDays([from, last]: CoveredPeriod): readonly [first: DayNumber, last: DayNumber] {
  const first = localHour(from) === 0 ? localDay(from) : localDay(from) + 1
  return [first, localHour(last) === 23 ? localDay(last) : localDay(last) - 1]
}

/**
 * Valid hours per device and day, from counts of real readings. A day is included if it lies in a covered period of the
 * device and any device reported on it: a device that was silent on such a day has 0 hours. Days that no import covers
 * are left out.
 */
export function daysOfCounted(
  counted: readonly CountedDevice[],
  covered: ReadonlyMap<string, readonly CoveredPeriod[]>,
): OnlineDays {
  const reported = new Set(counted.flatMap(({ days }) => days))
  const byDevice = new Map<string, { hours: Map<DayNumber, number>; calibrated: Set<DayNumber> }>()
  for (const { device, days, hours, calibrated } of counted) {
    const known = byDevice.get(device) ?? { hours: new Map(), calibrated: new Set() }
    byDevice.set(device, known)
    for (const [at, day] of days.entries()) known.hours.set(day, (known.hours.get(day) ?? 0) + hours[at]!)
    for (const day of calibrated) known.calibrated.add(day)
  }
  return new Map(
    [...byDevice].map(([device, { hours, calibrated }]): [string, DeviceDays] => {
      const days = new Set<DayNumber>()
      for (const time of covered.get(device) ?? []) {
        const [first, last] = wholeDays(time)
        for (let day = first; day <= last; day++) if (reported.has(day)) days.add(day)
      }
      const inOrder = [...days].sort((one, other) => one - other)
      return [
        device,
        {
          days: Int32Array.from(inOrder),
          hours: Uint8Array.from(inOrder, (day) => hours.get(day) ?? 0),
          classes: inOrder.map(() => 'real'),
          calibrated: [...calibrated].sort((one, other) => one - other).map((day) => ({ day, dataClass: 'real' })),
        },
      ]
    }),
  )
}

const isAsReal = (one: DataClass, other: DataClass) => DATA_CLASSES.indexOf(one) <= DATA_CLASSES.indexOf(other)

/**
 * Merges two records of a device. For a day in both, the more real data class wins; within the same class, more hours
 * win.
 */
function joinedDays(one: DeviceDays, other: DeviceDays): DeviceDays {
  const known = new Map<DayNumber, { readonly hours: number; readonly dataClass: DataClass }>()
  const calibrated = new Map<DayNumber, DataClass>()
  for (const { days, hours, classes, calibrated: flagged } of [one, other]) {
    for (const [at, day] of days.entries()) {
      const [before, dataClass] = [known.get(day), classes[at]!]
      const isBetter =
        !before ||
        (isAsReal(dataClass, before.dataClass) && (dataClass !== before.dataClass || hours[at]! > before.hours))
      if (isBetter) known.set(day, { hours: hours[at]!, dataClass })
    }
    for (const { day, dataClass } of flagged) {
      const before = calibrated.get(day)
      if (before === undefined || isAsReal(dataClass, before)) calibrated.set(day, dataClass)
    }
  }
  const inOrder = [...known].sort(([a], [b]) => a - b)
  return {
    days: Int32Array.from(inOrder, ([day]) => day),
    hours: Uint8Array.from(inOrder, ([, { hours }]) => hours),
    classes: inOrder.map(([, { dataClass }]) => dataClass),
    calibrated: [...calibrated].sort(([a], [b]) => a - b).map(([day, dataClass]) => ({ day, dataClass })),
  }
}

/** Lays one set of device days over another. */
export function mergeDeviceDays(below: OnlineDays, above: OnlineDays): OnlineDays {
  if (above.size === 0) return below
  const all = new Map(below)
  for (const [device, days] of above) {
    const known = all.get(device)
    all.set(device, known ? joinedDays(known, days) : days)
  }
  return all
}
