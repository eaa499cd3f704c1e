import { intervalOfRows, type Stamp } from './interval'
import type { Parameter } from './parameter'
import { hasData, type Readings, type Series } from './readings'

const HOUR = 60

const seriesOf = ({ series }: Pick<Readings, 'series'>) => Object.values(series) as Series[]

/** The parameters whose file shows what their values stand for: all that {@link intervalsOfReadings} needs. */
export const seriesWithSpans = ({ series }: Readings): Readings['series'] =>
  Object.fromEntries(Object.entries(series).filter(([, { spans }]) => spans))

/**
 * The interval in minutes that each row stands for; 0 if unknown. It is that of its shortest value whose file shows it,
 * else that of the times around it ({@link intervalOfRows}). Readings must be in order.
 */
export function intervalsOfReadings(readings: Readings, stamp: Stamp): Uint8Array {
  const found = intervalOfRows(readings, stamp)
  const known = seriesOf(readings).filter(({ spans }) => spans)
  if (known.length === 0) return found
  for (let row = 0; row < found.length; row++) {
    let shortest = 0
    for (const of of known) {
      const span = of.spans![row]!
      if (span > 0 && (shortest === 0 || span < shortest) && hasData(of, row)) shortest = span
    }
    if (shortest > 0) found[row] = shortest
  }
  return found
}

/**
 * The interval that each value of a parameter stands for: a device may report noise by the minute and dust by the hour.
 * It is the one that its file shows. Else, where a device has the parameter in only some of its rows, it is the one that
 * these rows show by themselves, be it by equal gaps in succession or by all of them; elsewhere that of the row, so that a
 * few values left of a faulty sensor don't pass for hours. Returns `ofRows` itself if nothing differs from it.
 */
export function intervalsOfValues(
  { devices, device, minute }: Readings,
  own: Series,
  ofRows: Uint8Array,
  stamp: Stamp,
): Uint8Array {
  let found: Uint8Array | null = null
  const put = (row: number, interval: number) => {
    if (interval === (found ?? ofRows)[row]) return
    found ??= ofRows.slice()
    found[row] = interval
  }
  for (let start = 0, end = 0; start < minute.length; start = end) {
    let count = 0
    for (; end < minute.length && device[end] === device[start]; end++) if (hasData(own, end)) count++
    if (count === 0 || count === end - start) continue
    const rows = new Uint32Array(count)
    for (let row = start, at = 0; row < end; row++) if (hasData(own, row)) rows[at++] = row
    const times = { devices: [devices[device[start]!]!], device: new Uint32Array(count) }
    const shown = intervalOfRows({ ...times, minute: Int32Array.from(rows, (row) => minute[row]!) }, stamp, true)
    for (const [at, interval] of shown.entries()) if (interval > 0) put(rows[at]!, interval)
  }
  if (own.spans) for (const [row, span] of own.spans.entries()) if (span > 0 && hasData(own, row)) put(row, span)
  return found ?? ofRows
}

/**
 * Readings of one file whose values each tell what they stand for: joined with those of other files, the times around
 * them may show another interval. `hourly`: rows that stand for their hour although they show no interval.
 */
export function withSpans(readings: Readings, stamp: Stamp, hourly: ReadonlySet<number> = new Set()): Readings {
  const ofRows = intervalsOfReadings(readings, stamp)
  const usual = onlyInterval(ofRows)
  const spansOf = (own: Series) =>
    intervalsOfValues(readings, own, ofRows, stamp).map(
      (interval, row) => interval || own.spans?.[row] || usual || (hourly.has(row) ? HOUR : 0),
    )
  const series = Object.entries(readings.series) as [Parameter, Series][]
  return {
    ...readings,
    series: Object.fromEntries(series.map(([each, own]) => [each, { ...own, spans: spansOf(own) }])),
  }
}

/** The only known interval of all rows; 0 if there are several, or none. */
export function onlyInterval(intervals: Uint8Array): number {
  let only = 0
  for (const interval of intervals) {
    if (interval === 0 || interval === only) continue
    if (only > 0) return 0
    only = interval
  }
  return only
}
