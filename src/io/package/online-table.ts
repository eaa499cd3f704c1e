import { type DayNumber, dayNumber, type Month } from '@/domain/calendar'
import type { CalibratedDay, DeviceDays, OnlineDays } from '@/domain/monitoring/online-days'
import type { Problem } from '@/domain/problem'
import { DATA_CLASSES, type DataClass } from '@/domain/sources/kinds/data-class'
import { rangeText } from '@/domain/sources/kinds/field'
import { dayColumn, MAX_DAYS } from '@/domain/sources/kinds/online-fields'
import { lineOf, type Table, textAt } from '@/domain/table/column'
import type { ResourceDescriptor } from './descriptor'
import { monthAt } from './regional-tables'

/** A table of hours by day, with its descriptor. */
export interface OnlineTable {
  readonly descriptor: Pick<ResourceDescriptor, 'path' | 'chentu'>
  readonly table: Table
}

/** One month of a device. */
interface DeviceMonth {
  readonly month: Month
  /** By day of the month, index from 0; NaN if unknown. */
  readonly hours: readonly number[]
  readonly calibrated: readonly DayNumber[]
  readonly dataClass: DataClass
}

const dayOf = (month: Month, day: number): DayNumber | null => {
  const [year, of] = month.split('-').map(Number)
  return dayNumber(year!, of!, day)
}

/** The days of a month listed in a cell by number, and the parts that could not be read. */
function daysIn(text: string, month: Month): { readonly days: DayNumber[]; readonly unread: string[] } {
  const days: DayNumber[] = []
  const unread: string[] = []
  for (const part of text.split(/[\s、，,]+/).filter(Boolean)) {
    const day = /^\d{1,2}$/.test(part) ? dayOf(month, Number(part)) : null
    if (day === null) unread.push(part)
    else days.push(day)
  }
  return { days, unread }
}

/**
 * Valid hours per device and day, from the tables of a package. Of two rows for the same device and month, the later
 * one of an equally real table counts; of a day known from several data classes, the most real class counts. Months,
 * hours and calibration days that cannot be read are reported with their row.
 */
export function readOnlineDays(tables: readonly OnlineTable[], problems: Problem[]): OnlineDays {
  const byDevice = new Map<string, Map<string, DeviceMonth>>()
  for (const { descriptor, table } of tables) {
    const { path: file, chentu } = descriptor
    const columns = Array.from({ length: MAX_DAYS }, (_, i) => {
      const column = table.columns[dayColumn(i + 1)]
      return column?.type === 'number' ? column.values : null
    })
    for (let row = 0; row < table.length; row++) {
      const month = monthAt(table, row, file, problems)
      if (month === null) continue
      const device = textAt(table, 'device', row)
      const { days, unread } = daysIn(textAt(table, 'calibrated', row), month)
      for (const seen of unread)
        problems.push({
          code: 'not-a-number',
          file,
          row: lineOf(table, row),
          column: '校准日',
          seen,
          expected: '8、22',
        })
      const hours = columns.map((values, i) => {
        const valid = values?.[row] ?? Number.NaN
        if (Number.isNaN(valid) || Number.isInteger(valid)) return valid
        problems.push({
          ...{ code: 'not-whole', file, row: lineOf(table, row), column: `${i + 1}日`, seen: String(valid) },
          ...{ expected: rangeText([0, 24]), action: 'emptied' },
        })
        return Number.NaN
      })
      const months = byDevice.get(device) ?? new Map<string, DeviceMonth>()
      byDevice.set(device, months)
      months.set(`${month} ${chentu.class}`, { month, hours, calibrated: days, dataClass: chentu.class })
    }
  }
  return new Map([...byDevice].map(([device, months]) => [device, joined([...months.values()])]))
}

/** Joins the months of a device, each day once. */
function joined(months: readonly DeviceMonth[]): DeviceDays {
  const valid = new Map<DayNumber, { readonly hours: number; readonly dataClass: DataClass }>()
  const calibrated = new Map<DayNumber, DataClass>()
  // More real classes are entered later and overwrite the others.
  for (const dataClass of DATA_CLASSES.toReversed())
    for (const of of months.filter((each) => each.dataClass === dataClass)) {
      for (const [i, hours] of of.hours.entries()) {
        const day = Number.isNaN(hours) ? null : dayOf(of.month, i + 1)
        if (day !== null) valid.set(day, { hours, dataClass })
      }
      for (const day of of.calibrated) calibrated.set(day, dataClass)
    }
  const known = [...valid].sort(([one], [other]) => one - other)
  return {
    days: Int32Array.from(known, ([day]) => day),
    hours: Uint8Array.from(known, ([, { hours }]) => hours),
    classes: known.map(([, { dataClass }]) => dataClass),
    calibrated: [...calibrated]
      .map(([day, dataClass]): CalibratedDay => ({ day, dataClass }))
      .sort((one, other) => one.day - other.day),
  }
}
