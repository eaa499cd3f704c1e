import { type DeviceRange, deviceRanges } from './device-ranges'
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
  const found = shortestSpans(readings)
  if (!found.includes(0)) return found
  const around = intervalOfRows(readings, stamp)
  for (let row = 0; row < found.length; row++) if (found[row] === 0) found[row] = around[row]!
  return found
}

/** The shortest interval that the values of each row tell; 0 if none does. */
export function shortestSpans(readings: Readings): Uint8Array {
  const found = new Uint8Array(readings.minute.length)
  for (const of of seriesOf(readings)) {
    if (!of.spans) continue
    for (let row = 0; row < found.length; row++) {
      const span = of.spans[row]!
      if (span > 0 && (found[row] === 0 || span < found[row]!) && hasData(of, row)) found[row] = span
    }
  }
  return found
}

/** From this share of gaps on that are longer than the interval of their rows, a parameter may have an interval of its own. */
const LONGER_SHARE = 0.05
/** So many of them in succession may show one, too. */
const LONGER_RUN = 6

/** The rows of a device, [start, end), that have data of a parameter, if it may have an interval of its own; else null. */
function rowsApart(
  minute: Int32Array,
  own: Series,
  ofRows: Uint8Array,
  { start, end }: Pick<DeviceRange, 'start' | 'end'>,
): Uint32Array | null {
  let [count, longer, run, longest, before] = [0, 0, 0, 0, -1]
  let isTold = true
  for (let row = start; row < end; row++) {
    if (!hasData(own, row)) continue
    isTold &&= (own.spans?.[row] ?? 0) > 0
    const isLonger = before >= 0 && minute[row]! - minute[before]! > ofRows[before]!
    run = isLonger ? run + 1 : 0
    longest = Math.max(longest, run)
    if (isLonger) longer++
    count++
    before = row
  }
  if (isTold || count === end - start || (longest < LONGER_RUN && longer < count * LONGER_SHARE)) return null
  const rows = new Uint32Array(count)
  for (let row = start, at = 0; row < end; row++) if (hasData(own, row)) rows[at++] = row
  return rows
}

/**
 * The intervals of rows as they hold for a parameter: where another parameter's value tells that of its row, as an hour's
 * mean among momentary values, a value that tells none takes the one of the times around it. Returns `ofRows` itself if
 * nothing differs from it.
 */
function besideTold(readings: Readings, own: Series, ofRows: Uint8Array, stamp: Stamp): Uint8Array {
  const others = seriesOf(readings).filter((of) => of !== own && of.spans)
  if (others.length === 0) return ofRows
  let around: Uint8Array | null = null
  let found: Uint8Array | null = null
  for (let row = 0; row < ofRows.length; row++) {
    if ((own.spans?.[row] ?? 0) > 0 || !hasData(own, row)) continue
    if (!others.some((of) => of.spans![row]! > 0 && hasData(of, row))) continue
    around ??= intervalOfRows(readings, stamp)
    if (around[row] === ofRows[row]) continue
    found ??= ofRows.slice()
    found[row] = around[row]!
  }
  return found ?? ofRows
}

/**
 * The interval that each value of a parameter stands for: a device may report noise by the minute and dust by the hour.
 * It is the one that its file shows. Else, where a device has the parameter in only some of its rows, it is the one that
 * these rows show by themselves, be it by equal gaps in succession or by all of them; elsewhere that of the row, so that a
 * few values left of a faulty sensor don't pass for hours. Returns `ofRows` itself if nothing differs from it.
 */
export function intervalsOfValues(readings: Readings, own: Series, ofRows: Uint8Array, stamp: Stamp): Uint8Array {
  const { minute } = readings
  const beside = besideTold(readings, own, ofRows, stamp)
  let found: Uint8Array | null = null
  const put = (row: number, interval: number) => {
    if (interval === (found ?? beside)[row]) return
    found ??= beside.slice()
    found[row] = interval
  }
  for (const { code, ...range } of deviceRanges(readings)) {
    const rows = rowsApart(minute, own, beside, range)
    if (!rows) continue
    const times = { devices: [code], device: new Uint32Array(rows.length) }
    const shown = intervalOfRows({ ...times, minute: Int32Array.from(rows, (row) => minute[row]!) }, stamp, true)
    for (const [at, interval] of shown.entries()) if (interval > 0) put(rows[at]!, interval)
  }
  const { spans } = own
  if (spans)
    for (let row = 0; row < spans.length; row++) if (spans[row]! > 0 && hasData(own, row)) put(row, spans[row]!)
  return found ?? beside
}

/**
 * Readings of one file whose values each tell what they stand for: joined with those of other files, the times around
 * them may show another interval. `hourly`: rows that stand for their hour although they show no interval.
 */
export function withSpans(readings: Readings, stamp: Stamp, hourly: ReadonlySet<number> = new Set()): Readings {
  const ofRows = intervalsOfReadings(readings, stamp)
  const { minute } = readings
  const usual = onlyInterval(ofRows)
  let phases: ReadonlySet<number> | null = null
  // A single value among those of other devices is one of them only at their times, and if its file told nothing of it.
  const usualOf = (own: Series, row: number) => {
    if (usual === 0 || own.spans) return 0
    phases ??= new Set(minute.filter((_, at) => ofRows[at]! > 0).map((at) => at % usual))
    return phases.has(minute[row]! % usual) ? usual : 0
  }
  const spansOf = (own: Series) => {
    const intervals = intervalsOfValues(readings, own, ofRows, stamp)
    // Of most files all are known: a million rows need no copy for each parameter.
    if (!intervals.includes(0)) return intervals
    return intervals.map(
      (interval, row) => interval || own.spans?.[row] || usualOf(own, row) || (hourly.has(row) ? HOUR : 0),
    )
  }
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
