import type uPlot from 'uplot'
import { SHANGHAI_MINUTES } from '@/domain/monitoring/local-time'
import type { Minute } from '@/domain/monitoring/readings'
import type { MonitorSeries, OwnHours } from '@/questions/monitors/monitor-series'

/** A Date whose local time equals the time in Asia/Shanghai, whatever the browser's time zone. */
export function shanghaiDate(seconds: number): Date {
  const date = new Date(seconds * 1000)
  return new Date(date.getTime() + (SHANGHAI_MINUTES + date.getTimezoneOffset()) * 60_000)
}

export const secondsOf = (minute: Minute) => minute * 60

const withGaps = (values: Float32Array) => Array.from(values, (value) => (Number.isNaN(value) ? null : value))

/**
 * The chart's columns: times in seconds, the device, its county, its city, and a constant line
 * per limit; null is a gap.
 */
export function chartData(series: OwnHours | MonitorSeries): uPlot.AlignedData {
  const { from, values, limits } = series
  const beside =
    'county' in series
      ? [series.county, series.city].map(({ values }) => withGaps(values))
      : [values, values].map(nothing)
  return [
    Array.from(values, (_, hour) => secondsOf(from + hour * 60)),
    withGaps(values),
    ...beside,
    ...limits.map(({ value }) => Array.from(values, () => value)),
  ]
}

const nothing = (values: Float32Array) => Array.from(values, () => null)
