import type { DayNumber } from '@/domain/calendar'
import type { CountedDevice } from '@/domain/monitoring/counted-days'
import { localDay } from '@/domain/monitoring/local-time'
import { FLAGS, PARAMETERS, type Parameter } from '@/domain/monitoring/parameter'
import { isDust } from '@/domain/monitoring/unit-finding'
import type { ReadingsFile } from './open-readings'

const CALIBRATING = FLAGS.indexOf('C')

/**
 * From a file of hourly values, counts for each device and day the hours with a mean for dust; `readings` are the
 * readings behind them, for the days of calibrations.
 */
export async function countDays(hours: ReadingsFile, readings: ReadingsFile | null): Promise<CountedDevice[]> {
  const valid = await validByDay(hours)
  const calibrated = readings?.hasFlags ? await calibratedDays(readings) : new Map<string, Set<DayNumber>>()
  const devices = [...new Set([...valid.keys(), ...calibrated.keys()])].sort()
  return devices.map((device) => {
    const days = [...(valid.get(device) ?? [])].sort(([one], [other]) => one - other)
    return {
      device,
      days: days.map(([day]) => day),
      hours: days.map(([, count]) => count),
      calibrated: [...(calibrated.get(device) ?? [])].sort((one, other) => one - other),
    }
  })
}

async function validByDay(hours: ReadingsFile): Promise<Map<string, Map<DayNumber, number>>> {
  const dust = PARAMETERS.filter((each) => isDust(each) && hours.parameters.includes(each))
  const { devices, device, minute, series } = await hours.read({ parameters: dust })
  const means = dust.flatMap((each) => series[each]?.values ?? [])
  const found = new Map<string, Map<DayNumber, number>>()
  for (const [row, begin] of minute.entries()) {
    const days = daysOf(found, devices[device[row]!]!, () => new Map<DayNumber, number>())
    const day = localDay(begin)
    const isValid = means.some((values) => !Number.isNaN(values[row]!))
    days.set(day, (days.get(day) ?? 0) + (isValid ? 1 : 0))
  }
  return found
}

async function calibratedDays(readings: ReadingsFile): Promise<Map<string, Set<DayNumber>>> {
  const found = new Map<string, Set<DayNumber>>()
  // One parameter at a time: a month of all of them is large.
  for (const parameter of readings.parameters as readonly Parameter[]) {
    const { devices, device, minute, series } = await readings.read({ parameters: [parameter] })
    for (const [row, flag] of (series[parameter]?.flags ?? new Uint8Array()).entries())
      if (flag === CALIBRATING)
        daysOf(found, devices[device[row]!]!, () => new Set<DayNumber>()).add(localDay(minute[row]!))
  }
  return found
}

function daysOf<T>(found: Map<string, T>, device: string, none: () => T): T {
  const known = found.get(device) ?? none()
  found.set(device, known)
  return known
}
