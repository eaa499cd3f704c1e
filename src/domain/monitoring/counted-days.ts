import type { DayNumber } from '@/domain/calendar'
import { DATA_CLASSES, type DataClass } from '@/domain/sources/kinds/data-class'
import { localDay, localHour } from './local-time'
import type { DeviceDays, OnlineDays } from './online-days'
import type { Minute } from './readings'

/** A time of which somebody brought readings: of whoever is in it, all that came is there. Both ends are those of hours' begins. */
export type Covered = readonly [from: Minute, last: Minute]

/** What was counted of a device in one file of readings, which is of a month. */
export interface CountedDevice {
  readonly device: string
  /** Days of Asia/Shanghai on which anything came, in order. */
  readonly days: readonly DayNumber[]
  /** By place in `days`: hours in which dust has a mean. */
  readonly hours: readonly number[]
  /** Days on which a reading was flagged as of a calibration. */
  readonly calibrated: readonly DayNumber[]
}

/** The whole days of a time: those that it begins and ends within are not over, or were not seen from their begin on. */
function wholeDays([from, last]: Covered): readonly [first: DayNumber, last: DayNumber] {
  const first = localHour(from) === 0 ? localDay(from) : localDay(from) + 1
  return [first, localHour(last) === 23 ? localDay(last) : localDay(last) - 1]
}

/**
 * Of how many hours of each day devices have valid readings, by what was counted of real readings. Of a device that is known which lies
 * in a time of which its readings were brought, and on which any device reported: a day on which it was silent has 0 hours, and nothing
 * is said of what nobody brought.
 */
export function daysOfCounted(
  counted: readonly CountedDevice[],
  covered: ReadonlyMap<string, readonly Covered[]>,
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

/** The days of a device as two know them: of a day of both what is more real stands, and of two as real what has more hours. */
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

/** One set of devices' days over another. */
export function overlaidDays(below: OnlineDays, above: OnlineDays): OnlineDays {
  if (above.size === 0) return below
  const all = new Map(below)
  for (const [device, days] of above) {
    const known = all.get(device)
    all.set(device, known ? joinedDays(known, days) : days)
  }
  return all
}
