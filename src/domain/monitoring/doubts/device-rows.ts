import { deviceRanges } from '@/domain/monitoring/device-ranges'
import { intervalBetween, intervalOfRows } from '@/domain/monitoring/interval'
import type { Minute, Readings } from '@/domain/monitoring/readings'

/** The rows of one device, in order: from `start` up to, not including, `end`. */
export interface DeviceRows {
  readonly device: string
  readonly start: number
  readonly end: number
  /** The interval in minutes of each row of all readings, which may change. */
  readonly intervals: Uint8Array
}

/** The rows of each device; readings must be in order. Rows without a recognisable interval are taken as hourly. */
export function deviceRows(readings: Readings): readonly DeviceRows[] {
  const intervals = intervalOfRows(readings, 'begin').map((each) => each || HOUR)
  return deviceRanges(readings).map(({ code, start, end }) => ({ device: code, start, end, intervals }))
}

/** Consecutive rows without a gap in time, from `start` up to, not including, `end`, and the period they cover. */
export interface Run {
  readonly start: number
  readonly end: number
  readonly from: Minute
  readonly until: Minute
}

const HOUR = 60
/** A step between readings of more than this many intervals splits a run. */
const HOLE = 4

/**
 * The runs of a device's rows for which `is` holds; `isSame` tells whether a row continues the run of the previous one.
 */
export function runsWhere(
  minute: Int32Array,
  { start, end, intervals }: DeviceRows,
  is: (row: number) => boolean,
  isSame: (row: number, before: number) => boolean = () => true,
): readonly Run[] {
  const runs: Run[] = []
  let begin = -1
  const close = (row: number) => {
    if (begin >= 0)
      runs.push({ start: begin, end: row, from: minute[begin]!, until: minute[row - 1]! + intervals[row - 1]! })
    begin = -1
  }
  for (let row = start; row < end; row++) {
    const isOn = is(row)
    const isHole = begin >= 0 && minute[row]! - minute[row - 1]! > HOLE * intervalBetween(intervals, row)
    if (begin >= 0 && (!isOn || isHole || !isSame(row, row - 1))) close(row)
    if (isOn && begin < 0) begin = row
  }
  close(end)
  return runs
}
