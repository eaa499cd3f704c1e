import { addMonths, type DayNumber, formatDay, type Month, parseDay } from '@/domain/calendar'
import { grouped } from '@/domain/grouped'
import type { Hours } from '@/domain/monitoring/hour-means'
import { localDay, localHour } from '@/domain/monitoring/local-time'
import { FLAGS, type Parameter } from '@/domain/monitoring/parameter'
import type { Readings } from '@/domain/monitoring/readings'
import { isDust } from '@/domain/monitoring/unit-finding'
import { dayColumn, ONLINE_FIELDS } from '@/domain/sources/kinds/online-fields'
import { withoutFormula } from '@/io/export/formula'
import { type Row, toCsv } from '../data/rows'

/** A day (Asia/Shanghai) on which a device reported anything. */
export interface DeviceDay {
  readonly device: string
  readonly day: DayNumber
  /** Number of hours in which a dust parameter has a mean. */
  readonly valid: number
  /** First and last hour with any report, 0 to 23. */
  readonly firstHour: number
  readonly lastHour: number
  /** Whether any reading was flagged as a calibration. */
  readonly isCalibrated: boolean
}

const CALIBRATING = FLAGS.indexOf('C')

/** The days of devices, from their hours and the readings behind them. */
export function deviceDays(hours: Hours, { devices, device, minute, series }: Readings): DeviceDay[] {
  const dust = (Object.keys(hours.series) as Parameter[]).filter(isDust).map((each) => hours.series[each]!.values)
  const calibrated = new Set<string>()
  for (const { flags } of Object.values(series))
    for (const [row, flag] of flags.entries())
      if (flag === CALIBRATING) calibrated.add(`${devices[device[row]!]} ${localDay(minute[row]!)}`)
  const days = new Map<string, { -readonly [Key in keyof DeviceDay]: DeviceDay[Key] }>()
  for (const [row, begin] of hours.minute.entries()) {
    const [code, day, hour] = [hours.devices[hours.device[row]!]!, localDay(begin), localHour(begin)]
    const key = `${code} ${day}`
    const known = days.get(key) ?? {
      device: code,
      day,
      valid: 0,
      firstHour: hour,
      lastHour: hour,
      isCalibrated: calibrated.has(key),
    }
    days.set(key, known)
    known.lastHour = hour
    if (dust.some((values) => !Number.isNaN(values[row]!))) known.valid++
  }
  return [...days.values()]
}

/**
 * Valid hours of each day as the package stores them, by device and month. Days are left out on which no device
 * reported (not exported, or the whole platform was down), days before a device's first whole day, and the very last
 * day if it is not over. Every other day of a device without readings has 0 hours, to the end.
 */
export function onlineRows(known: readonly DeviceDay[]): Row[] {
  const covered = new Set(known.map(({ day }) => day))
  const last = known.reduce((latest, { day }) => Math.max(latest, day), Number.NEGATIVE_INFINITY)
  if (known.every(({ day, lastHour }) => day < last || lastHour < 23)) covered.delete(last)
  const byDevice = grouped(known, ({ device }) => device)
  return [...byDevice]
    .sort(([one], [other]) => (one < other ? -1 : 1))
    .flatMap(([device, days]) => {
      const { day, firstHour } = days.reduce((first, each) => (each.day < first.day ? each : first))
      const first = firstHour === 0 ? day : day + 1
      const byDay = new Map(days.map((each) => [each.day, each]))
      const monthOf = (of: DayNumber): Month => formatDay(of).slice(0, 7)
      const rows: Row[] = []
      for (let month = monthOf(day); month <= monthOf(last); month = addMonths(month, 1)) {
        const row = rowOf(device, month, (of) => {
          const own = byDay.get(of)
          const isKnown = of >= first && covered.has(of)
          return { valid: isKnown ? (own?.valid ?? 0) : null, isCalibrated: own?.isCalibrated ?? false }
        })
        if (row) rows.push(row)
      }
      return rows
    })
}

type Known = (day: DayNumber) => { readonly valid: number | null; readonly isCalibrated: boolean }

/** The row of a device and month; null if nothing is known. */
function rowOf(device: string, month: Month, known: Known): Row | null {
  const [begin, end] = [parseDay(`${month}-01`), parseDay(`${addMonths(month, 1)}-01`)]
  const row: Row = { device: withoutFormula(device), month }
  const calibrated: number[] = []
  let isEmpty = true
  for (let day = begin; day < end; day++) {
    const { valid, isCalibrated } = known(day)
    row[dayColumn(day - begin + 1)] = valid
    if (isCalibrated) calibrated.push(day - begin + 1)
    if (valid !== null || isCalibrated) isEmpty = false
  }
  row.calibrated = calibrated.join('、')
  return isEmpty ? null : row
}

/** The table as CSV. */
export const onlineCsv = (known: readonly DeviceDay[]): string => toCsv(ONLINE_FIELDS, onlineRows(known))
