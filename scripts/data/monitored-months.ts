import { readFileSync } from 'node:fs'
import { addMonths, formatDay, parseDay } from '@/domain/calendar'
import { hourly } from '@/domain/monitoring/hours'
import { dayBegin } from '@/domain/monitoring/local-time'
import type { Readings } from '@/domain/monitoring/readings'
import type { MonitoringSettings } from '@/domain/monitoring/settings'
import { readMonitoring } from '@/io/package/monitoring-file'
import { writeHours } from '@/io/readings/write-hours'
import { type DeviceDay, deviceDays, onlineCsv } from '../fold/online-table'
import { AS_OF } from './inspection'
import { madeReadings } from './readings/made-readings'
import type { Fault } from './readings/truth'
import type { Row } from './rows'

const SEED = 20_221_008
const DEVICES = 24
const MONTHS = 4
const PARAMETERS = ['tsp', 'pm10', 'pm25', 'noise', 'wind-speed', 'wind-direction'] as const

/** Monitoring settings of the default package. */
export const settingsOfMonitoring = (): MonitoringSettings =>
  readMonitoring('monitoring.json', JSON.parse(readFileSync('data/monitoring.json', 'utf8'))).value!

/** The construction sites with a monitor for which the package has readings. */
export function monitoredSites(sites: readonly Row[]): readonly Row[] {
  const monitored = sites.filter(({ monitor }) => monitor === true)
  const step = Math.floor(monitored.length / DEVICES)
  return monitored.filter((_, i) => i % step === 0).slice(0, DEVICES)
}

/**
 * Hourly values of the monitors of some construction sites up to the as-of date, as one Parquet file per month; their
 * valid hours per day as CSV; and the faults they contain. A monitor's number is the code of its site, so that package
 * versions from before monitors had their own table find their readings in the same files. Aggregated from generated
 * readings every 15 minutes, including their faults.
 */
export function monitoredMonths(
  sites: readonly Row[],
  { hour }: MonitoringSettings,
): {
  readonly months: readonly { month: string; bytes: Uint8Array }[]
  readonly online: string
  readonly faults: readonly Fault[]
} {
  const devices = sites.map(({ code, county, lon, lat, stage }) => ({
    code: String(code),
    county: String(county),
    lon: Number(lon),
    lat: Number(lat),
    stage: String(stage),
  }))
  const last = formatDay(AS_OF).slice(0, 7)
  const begin = (month: string) => dayBegin(parseDay(`${month}-01`))
  const { readings, truth } = madeReadings(devices, {
    seed: SEED,
    from: begin(addMonths(last, 1 - MONTHS)),
    until: dayBegin(AS_OF + 1),
    step: 15,
  })
  const days: DeviceDay[] = []
  const months = Array.from({ length: MONTHS }, (_, i) => {
    const month = addMonths(last, i + 1 - MONTHS)
    const own = within(readings, begin(month), begin(addMonths(month, 1)))
    const hours = hourly(own, hour)
    days.push(...deviceDays(hours, own))
    return { month, bytes: new Uint8Array(writeHours(hours, 'illustrative')) }
  })
  return { months, online: onlineCsv(days), faults: truth.faults }
}

function within({ devices, device, minute, series }: Readings, from: number, until: number): Readings {
  const rows = Uint32Array.from(minute.keys()).filter((row) => minute[row]! >= from && minute[row]! < until)
  return {
    devices,
    device: Uint16Array.from(rows, (row) => device[row]!),
    minute: Int32Array.from(rows, (row) => minute[row]!),
    series: Object.fromEntries(
      PARAMETERS.map((each) => [
        each,
        {
          values: Float32Array.from(rows, (row) => series[each]!.values[row]!),
          flags: Uint8Array.from(rows, (row) => series[each]!.flags[row]!),
        },
      ]),
    ),
  }
}
