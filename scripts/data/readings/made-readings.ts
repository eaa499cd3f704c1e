import { PARAMETERS, type Parameter } from '@/domain/monitoring/parameter'
import { type Minute, type Readings, type Series, sortReadings } from '@/domain/monitoring/readings'
import { Random } from '../random'
import { deviceAir } from './device-air'
import { faulty } from './faulty'
import { planEpisodes, planFaults } from './plan-faults'
import type { Episode, Fault, MadeDevice, Truth } from './truth'
import { madeWeather } from './weather'

/** Period, interval in minutes and seed of generated readings. */
export interface MadeTime {
  readonly seed: number
  readonly from: Minute
  readonly until: Minute
  readonly step: number
}

/** Readings of one device in order, with the faults and episodes in them. */
interface MadeSeries extends Truth {
  readonly readings: Readings
}

/** Generates the readings of each device independently: they do not depend on which other devices are generated. */
export function madeDevices({ seed, from, until, step }: MadeTime) {
  const weather = madeWeather(seed, from, until, step)
  const dust = weather.dust.map(
    ([begin, end]): Episode => ({ device: null, cause: 'dust-from-afar', from: begin, until: end }),
  )
  const make = (device: MadeDevice): MadeSeries => {
    const random = new Random(
      seed ^
        Math.imul(
          [...device.code].reduce((sum, sign) => Math.imul(sum, 31) + sign.codePointAt(0)!, 7),
          0x9e37_79b1,
        ),
    )
    const faults = planFaults(random, device, from, until, step)
    const episodes = planEpisodes(random, device, from, until, step)
    const air = deviceAir(random, device, weather, episodes)
    const reported = faulty(random, air, from, step, faults)
    const rows = Uint32Array.from(reported.came.keys()).filter((row) => reported.came[row] === 1)
    const series: Partial<Record<Parameter, Series>> = {}
    for (const [place, parameter] of PARAMETERS.entries())
      series[parameter] = {
        values: Float32Array.from(rows, (row) => reported.columns[place]![row]!),
        flags: Uint8Array.from(rows, (row) => reported.flags[place]![row]!),
      }
    const { readings } = sortReadings({
      devices: [device.code],
      device: new Uint16Array(rows.length),
      minute: Int32Array.from(rows, (row) => reported.minute[row]!),
      series,
    })
    return { readings, faults, episodes }
  }
  return { make, dust }
}

/**
 * The readings of many devices, by device and time, with the true faults and episodes; uses some hundred bytes per
 * reading.
 */
export function madeReadings(devices: readonly MadeDevice[], time: MadeTime): { readings: Readings; truth: Truth } {
  const sorted = [...devices].sort((a, b) => (a.code < b.code ? -1 : 1))
  const { make, dust } = madeDevices(time)
  const most = Math.ceil((time.until - time.from) / time.step) * devices.length
  const device = new Uint16Array(most)
  const minute = new Int32Array(most)
  const columns = PARAMETERS.map(() => ({ values: new Float32Array(most), flags: new Uint8Array(most) }))
  const faults: Fault[] = []
  const episodes: Episode[] = [...dust]
  let length = 0
  for (const [code, each] of sorted.entries()) {
    const made = make(each)
    const rows = made.readings.minute.length
    device.fill(code, length, length + rows)
    minute.set(made.readings.minute, length)
    for (const [place, parameter] of PARAMETERS.entries()) {
      columns[place]!.values.set(made.readings.series[parameter]!.values, length)
      columns[place]!.flags.set(made.readings.series[parameter]!.flags, length)
    }
    faults.push(...made.faults)
    episodes.push(...made.episodes)
    length += rows
  }
  const series: Partial<Record<Parameter, Series>> = {}
  for (const [place, parameter] of PARAMETERS.entries())
    series[parameter] = {
      values: columns[place]!.values.subarray(0, length),
      flags: columns[place]!.flags.subarray(0, length),
    }
  return {
    readings: {
      devices: sorted.map(({ code }) => code),
      device: device.subarray(0, length),
      minute: minute.subarray(0, length),
      series,
    },
    truth: { faults, episodes },
  }
}
