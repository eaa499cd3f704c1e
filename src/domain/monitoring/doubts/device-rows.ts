import { intervalsOf } from '@/domain/monitoring/interval'
import type { Minute, Readings } from '@/domain/monitoring/readings'

/** The rows of one device, in order: from `start` on before `end`. */
export interface DeviceRows {
  readonly device: string
  readonly start: number
  readonly end: number
  /** Minutes of which each of its readings is. */
  readonly interval: number
}

/** Devices in the order of readings that are in order; one whose interval they don't tell is taken to report every hour. */
export function deviceRows(readings: Readings): readonly DeviceRows[] {
  const { devices, device } = readings
  const intervals = intervalsOf(readings)
  const found: DeviceRows[] = []
  for (let start = 0; start < device.length; ) {
    const code = device[start]!
    let end = start + 1
    while (end < device.length && device[end] === code) end++
    found.push({ device: devices[code]!, start, end, interval: intervals[code] ?? 60 })
    start = end
  }
  return found
}

/** Rows that follow each other in time without a hole, from `start` on before `end`, and the time that they are of. */
export interface Run {
  readonly start: number
  readonly end: number
  readonly from: Minute
  readonly until: Minute
}

/** As many intervals without a reading part two runs. */
const HOLE = 4

/** Runs of rows of a device of which something is so; `isSame` tells whether a row goes on with the one before. */
export function runsWhere(
  minute: Int32Array,
  { start, end, interval }: DeviceRows,
  is: (row: number) => boolean,
  isSame: (row: number, before: number) => boolean = () => true,
): readonly Run[] {
  const runs: Run[] = []
  let begin = -1
  const close = (row: number) => {
    if (begin >= 0) runs.push({ start: begin, end: row, from: minute[begin]!, until: minute[row - 1]! + interval })
    begin = -1
  }
  for (let row = start; row < end; row++) {
    const isOn = is(row)
    if (begin >= 0 && (!isOn || minute[row]! - minute[row - 1]! > HOLE * interval || !isSame(row, row - 1))) close(row)
    if (isOn && begin < 0) begin = row
  }
  close(end)
  return runs
}
