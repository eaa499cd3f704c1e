import type { Readings } from '@/domain/monitoring/readings'
import type { DoubtRules } from '@/domain/monitoring/settings'
import { type DeviceRows, runsWhere } from './device-rows'
import type { DoubtWithKind } from './doubt'
import { SlidingWindow } from './sliding-window'
import { hasValue } from './values'

/** Converts a median absolute deviation to a standard deviation, for normally distributed values. */
export const MAD_TO_SD = 1.4826

/**
 * Finds single readings that stand out from the surrounding ones, by Hampel's filter. Longer peaks are real events or
 * another kind of doubt; the width is measured at half the height. The window counts readings, whatever their times,
 * and is shorter at both ends of a device's readings.
 */
export function spikes(
  { minute, series }: Readings,
  rows: DeviceRows,
  { window, threshold, leastRise, mostReadings, parameters }: NonNullable<DoubtRules['spike']>,
): readonly DoubtWithKind<'spike'>[] {
  return parameters.flatMap((parameter) => {
    const of = series[parameter]
    if (!of) return []
    const { values } = of
    const half = Math.floor(window / 2)
    const known = knownRows((row) => hasValue(of, row), rows)
    const about = new SlidingWindow(2 * half + 1)
    const outside = new Map<number, { readonly median: number; readonly deviations: number }>()
    for (let at = 0; at < Math.min(half, known.length); at++) about.add(values[known[at]!]!)
    for (let at = 0; at < known.length; at++) {
      if (at + half < known.length) about.add(values[known[at + half]!]!)
      if (at > half) about.remove(values[known[at - half - 1]!]!)
      const [value, median] = [values[known[at]!]!, about.median()]
      if (Math.abs(value - median) < leastRise) continue
      const deviations = Math.abs(value - median) / (MAD_TO_SD * about.deviation(median))
      if (deviations > threshold) outside.set(known[at]!, { median, deviations })
    }
    return runsWhere(minute, rows, (row) => outside.has(row)).flatMap(({ start, end, from, until }) => {
      // The peak, as readers see it: in deviations, a lower reading with quieter surroundings may exceed it.
      const riseOf = (row: number) => values[row]! - outside.get(row)!.median
      let peak = start
      for (let row = start; row < end; row++) if (Math.abs(riseOf(row)) > Math.abs(riseOf(peak))) peak = row
      const figures = { value: values[peak]!, ...outside.get(peak)! }
      const rise = riseOf(peak)
      const isHigh = (row: number) =>
        row >= rows.start && row < rows.end && (values[row]! - figures.median) / rise > 0.5
      let [first, last] = [start, end]
      while (isHigh(first - 1)) first--
      while (isHigh(last)) last++
      if (last - first > mostReadings) return []
      return [{ kind: 'spike' as const, device: rows.device, parameter, from, until, figures }]
    })
  })
}

function knownRows(is: (row: number) => boolean, { start, end }: DeviceRows): Uint32Array {
  const rows = new Uint32Array(end - start)
  let length = 0
  for (let row = start; row < end; row++) if (is(row)) rows[length++] = row
  return rows.subarray(0, length)
}
