import { FLAGS, PARAMETERS, type Parameter } from '@/domain/monitoring/parameter'
import type { Minute } from '@/domain/monitoring/readings'
import type { Random } from '../random'
import type { Fault } from './truth'

/** What one device reports, one row per reported step. */
export interface Reported {
  readonly minute: Int32Array
  readonly columns: readonly Float32Array[]
  readonly flags: readonly Uint8Array[]
  /** 0: nothing was received. */
  readonly came: Uint8Array
}

const place = (parameter: Parameter) => PARAMETERS.indexOf(parameter)
const [CALIBRATING, LOST, OVER] = (['C', 'B', 'T'] as const).map((flag) => FLAGS.indexOf(flag)) as [
  number,
  number,
  number,
]
/** Days between calibrations of a device, and the share of single lost readings. */
const CALIBRATED_DAYS = 90
const LOST_SHARE = 0.003

/** Clock errors in minutes: another time zone, noon instead of midnight, or some hours off. */
const CLOCKS = [-480, -480, 720, -720, 240, -300, 60, -90]

/** Applies a device's faults to what it would have reported; times may then be out of order. */
export function faulty(
  random: Random,
  air: readonly Float32Array[],
  from: Minute,
  step: number,
  faults: readonly Fault[],
): Reported {
  const length = air[0]!.length
  const minute = Int32Array.from({ length }, (_, i) => from + i * step)
  const came = Uint8Array.from({ length }, () => (random.chance(LOST_SHARE) ? 0 : 1))
  const columns = air.map((values) => values.slice())
  const flags = air.map(() => new Uint8Array(length))
  const first = random.whole(0, CALIBRATED_DAYS - 1) * 1440 + 600
  for (let at = first; at < length * step; at += CALIBRATED_DAYS * 1440)
    for (let i = Math.floor(at / step); i < Math.min(length, at / step + 30 / step); i++)
      for (const each of [0, 1, 2]) flags[each]![i] = CALIBRATING
  for (const fault of faults) {
    const [begin, end] = [(fault.from - from) / step, Math.min(length, (fault.until - from) / step)]
    const factor = 1.2 * 1.8 ** random.next()
    const drifted = random.chance(0.5) ? 1 / factor : factor
    const off = random.pick(CLOCKS)
    const peak = 2 + 12 * random.next()
    const above = 1.05 + 0.4 * random.next()
    for (let i = begin; i < end; i++) {
      const each = (change: (value: number, column: number) => number) => {
        for (const parameter of fault.parameters)
          columns[place(parameter)]![i] = change(columns[place(parameter)]![i]!, place(parameter))
      }
      switch (fault.kind) {
        case 'outage':
          came[i] = 0
          break
        case 'flagged':
          for (const of of flags) of[i] = LOST
          for (const of of columns) of[i] = Number.NaN
          break
        case 'stuck':
          each((_, column) => columns[column]![begin - 1]!)
          break
        case 'spike':
          each((value) => Math.round(Math.max(value, 40) * peak))
          break
        case 'drift': {
          // The drift sets in over the first third of its duration.
          const part = Math.min(1, ((i - begin) / (end - begin)) * 3)
          each((value) => Math.round(value * drifted ** part))
          break
        }
        case 'overRange':
          each(() => 5000)
          for (const parameter of fault.parameters) if (peak > 9) flags[place(parameter)]![i] = OVER
          break
        case 'order':
          columns[place('pm25')]![i] = Math.round(columns[place('pm10')]![i]! * (above + 0.05 * random.next()))
          break
        case 'implausible':
          each((_, column) => ({ [place('temperature')]: -99.9, [place('humidity')]: 127 })[column] ?? -1)
          break
        case 'clock':
          minute[i] = minute[i]! + off
      }
    }
  }
  return { minute, columns, flags, came }
}
