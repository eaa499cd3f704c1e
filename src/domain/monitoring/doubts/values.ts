import { counts, FLAGS, type Parameter } from '@/domain/monitoring/parameter'
import type { Readings, Series } from '@/domain/monitoring/readings'
import type { DoubtRules } from '@/domain/monitoring/settings'
import { type DeviceRows, type Run, runsWhere } from './device-rows'
import type { DoubtWithKind } from './doubt'

const OVER_RANGE = FLAGS.indexOf('T')
const COUNTS = Uint8Array.from(FLAGS, (flag) => (counts(flag) ? 1 : 0))

/** Whether a row has a value whose flag lets it count as a measurement. */
export const hasValue = ({ values, flags }: Series, row: number): boolean =>
  COUNTS[flags[row]!] === 1 && !Number.isNaN(values[row]!)

const isLong = (least: number) => (run: Run) => run.until - run.from >= least

function extremes(values: Float32Array, { start, end }: Run): readonly [lowest: number, highest: number] {
  let [lowest, highest] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY]
  for (let row = start; row < end; row++) {
    if (values[row]! < lowest) lowest = values[row]!
    if (values[row]! > highest) highest = values[row]!
  }
  return [lowest, highest]
}

const meanIn = (values: Float32Array, { start, end }: Run): number => {
  let sum = 0
  for (let row = start; row < end; row++) sum += values[row]!
  return sum / (end - start)
}

/** Periods in which a parameter keeps the same value. */
export function stuckTimes(
  { minute, series }: Readings,
  rows: DeviceRows,
  { leastMinutes, parameters }: NonNullable<DoubtRules['stuck']>,
): readonly DoubtWithKind<'stuck'>[] {
  return parameters.flatMap((parameter) => {
    const of = series[parameter]
    if (!of) return []
    return runsWhere(
      minute,
      rows,
      (row) => hasValue(of, row),
      (row, before) => of.values[row] === of.values[before],
    )
      .filter(isLong(leastMinutes))
      .map(({ start, end, from, until }) => ({
        kind: 'stuck' as const,
        device: rows.device,
        parameter,
        from,
        until,
        figures: { minutes: until - from, value: of.values[start]!, readings: end - start },
      }))
  })
}

/** Periods in which the values of a parameter are impossible. */
export function implausibleTimes(
  { minute, series }: Readings,
  rows: DeviceRows,
  { ranges }: NonNullable<DoubtRules['implausible']>,
): readonly DoubtWithKind<'implausible'>[] {
  return (Object.keys(ranges) as Parameter[]).flatMap((parameter) => {
    const [of, [least, most]] = [series[parameter], ranges[parameter]!]
    if (!of) return []
    const { values } = of
    const isOutside = (row: number) => (values[row]! < least || values[row]! > most) && hasValue(of, row)
    return runsWhere(minute, rows, isOutside).map((run) => {
      const [lowest, highest] = extremes(values, run)
      const figures = { least, most, lowest, highest, readings: run.end - run.start }
      return { kind: 'implausible' as const, device: rows.device, parameter, from: run.from, until: run.until, figures }
    })
  })
}

/**
 * Periods in which a part is above its whole, such as PM2.5 above PM10. The doubt is filed under the part, although
 * either may be wrong.
 */
export function wrongOrders(
  { minute, series }: Readings,
  rows: DeviceRows,
  { pairs, share, leastMinutes }: NonNullable<DoubtRules['order']>,
): readonly DoubtWithKind<'order'>[] {
  return pairs.flatMap(([part, whole]) => {
    const [of, all] = [series[part], series[whole]]
    if (!of || !all) return []
    const isAbove = (row: number) =>
      of.values[row]! > all.values[row]! * (1 + share) && hasValue(of, row) && hasValue(all, row)
    return runsWhere(minute, rows, isAbove)
      .filter(isLong(leastMinutes))
      .map((run) => ({
        kind: 'order' as const,
        device: rows.device,
        parameter: part,
        from: run.from,
        until: run.until,
        figures: {
          minutes: run.until - run.from,
          whole,
          mean: meanIn(of.values, run),
          ofWhole: meanIn(all.values, run),
        },
      }))
  })
}

/** Periods in which a parameter is at the upper end of the measuring range, or flagged as over range. */
export function overRangeTimes(
  { minute, series }: Readings,
  rows: DeviceRows,
  { tops, leastMinutes }: NonNullable<DoubtRules['overRange']>,
): readonly DoubtWithKind<'overRange'>[] {
  return (Object.keys(tops) as Parameter[]).flatMap((parameter) => {
    const [of, top] = [series[parameter], tops[parameter]!]
    if (!of) return []
    const isOver = (row: number) => of.flags[row] === OVER_RANGE || (of.values[row]! >= top && hasValue(of, row))
    return runsWhere(minute, rows, isOver)
      .filter(isLong(leastMinutes))
      .map((run) => ({
        kind: 'overRange' as const,
        device: rows.device,
        parameter,
        from: run.from,
        until: run.until,
        figures: { minutes: run.until - run.from, top, highest: extremes(of.values, run)[1] },
      }))
  })
}
