import { type DeviceRange, deviceRanges, rowsWithin } from './device-ranges'
import type { HourRule } from './hours'
import { MINUTES_PER_DAY } from './local-time'
import { counts, FLAGS, type Parameter } from './parameter'
import { hasData, type Minute, pickReadings, type Readings, type Series } from './readings'
import { uncovered } from './uncovered'
import { withSpans } from './value-intervals'

const HOUR = 60

/** Later readings beside earlier ones of longer intervals. */
export interface SettledReadings {
  readonly readings: Readings
  /**
   * Earlier values up to a day from them that are stored without what they stand for: beside shorter ones, the times of
   * the day no longer show it.
   */
  readonly restated: Readings
  /** Values left out since the earlier one of their whole period stands. */
  readonly leftOut: LeftOut
  /** How many earlier values the later ones take the place of, although they have other times. */
  readonly superseded: number
}

/** How many values were left out, and of which devices. */
export interface LeftOut {
  readonly values: number
  readonly devices: readonly string[]
}

const isValid = ({ values, flags }: Series, row: number) => !Number.isNaN(values[row]!) && counts(FLAGS[flags[row]!]!)

/**
 * Leaves out later values of a shorter interval where they, with those there already, are too few for the mean of a
 * period for which there is an earlier value: an hour's value is never replaced by some minutes of it. Where they
 * suffice, they count in its place. Both must be in order, `later` with spans.
 */
export function settleReadings(later: Readings, earlier: Readings, { stamp, leastMinutes }: HourRule): SettledReadings {
  const known = withSpans(earlier, stamp)
  const ranges = new Map(deviceRanges(later).map((each) => [each.code, each]))
  const series: Partial<Record<Parameter, Series>> = { ...later.series }
  const isLeft = new Uint8Array(later.minute.length)
  const devices = new Set<string>()
  let [values, superseded] = [0, 0]
  const restated = new Set<number>()
  for (const { code, start, end } of deviceRanges(known)) {
    const range = ranges.get(code)
    if (!range) continue
    for (const [parameter, whole] of Object.entries(known.series) as [Parameter, Series][]) {
      for (let row = start; row < end; row++) {
        const own = series[parameter]
        const span = whole.spans![row]!
        if (span === 0 || !isValid(whole, row)) continue
        const at = known.minute[row]!
        const begin = stamp === 'begin' ? at : at - span + 1
        if ((earlier.series[parameter]!.spans?.[row] ?? 0) === 0) {
          const near = rowsWithin(later.minute, range, begin - MINUTES_PER_DAY, begin + MINUTES_PER_DAY)
          if (near.start < near.end) restated.add(row)
        }
        const within = rowsWithin(later.minute, range, begin, begin + span)
        if (!own || within.start === within.end) continue
        const finer = finerRows(own, later.minute, within, { at, span })
        if (finer.length === 0) continue
        const told = new Set(finer.map((each) => later.minute[each]!))
        const partsOf = (of: Series, minute: Int32Array, rows: readonly number[]): readonly Part[] =>
          rows.map((each) => ({ at: minute[each]!, span: of.spans![each]!, isValid: isValid(of, each) }))
        // A later value stands for shorter ones of its time, too: see spreadReadings.
        const isWithin = (time: Minute, of: number) => {
          const from = stamp === 'begin' ? later.minute[of]! : later.minute[of]! - own.spans![of]! + 1
          return time >= from && time < from + own.spans![of]!
        }
        // Shorter values that are there already, as of a file that these ones correct.
        const there = rowsWithin(known.minute, { start, end }, begin, begin + span)
        const shorter = rowsOf(there).filter((each) => whole.spans![each]! < span && hasData(whole, each))
        const others = shorter.filter((each) => {
          const time = known.minute[each]!
          return !told.has(time) && !finer.some((of) => isWithin(time, of))
        })
        const suffice = (parts: readonly Part[]) =>
          countedMinutes(parts, { at, span }, stamp) * HOUR >= leastMinutes * span
        const kept = (rows: readonly number[]) => partsOf(whole, known.minute, rows)
        if (suffice([...partsOf(own, later.minute, finer), ...kept(others)])) {
          if (!suffice(kept(shorter)) && !told.has(at)) superseded++
          continue
        }
        const changed = series[parameter] === later.series[parameter] ? copyOf(own) : series[parameter]!
        series[parameter] = changed
        for (const each of finer) {
          changed.values[each] = Number.NaN
          changed.flags[each] = 0
          isLeft[each] = 1
        }
        values += finer.length
        devices.add(code)
      }
    }
  }
  const all = Object.values(series)
  const isThere = (row: number) => isLeft[row] === 0 || all.some((of) => hasData(of, row))
  const settled = { ...later, series }
  return {
    readings: values === 0 ? later : pickReadings(settled, Uint32Array.from(isLeft.keys()).filter(isThere)),
    restated: pickReadings(known, Uint32Array.from(restated).sort()),
    leftOut: { values, devices: [...devices] },
    superseded,
  }
}

const rowsOf = ({ start, end }: Pick<DeviceRange, 'start' | 'end'>) =>
  Array.from({ length: end - start }, (_, at) => start + at)

/** A value within a longer period. */
interface Part {
  readonly at: Minute
  readonly span: number
  readonly isValid: boolean
}

/** How many minutes of a value's period its parts make known, as they would in the mean of that period. */
function countedMinutes(parts: readonly Part[], whole: Pick<Part, 'at' | 'span'>, stamp: HourRule['stamp']): number {
  const beginOf = ({ at, span }: Pick<Part, 'at' | 'span'>) => (stamp === 'begin' ? at : at - span)
  const periods = {
    intervals: Uint8Array.from(parts, ({ span }) => span),
    beginOf: (row: number) => beginOf(parts[row]!),
  }
  const [from, until] = [beginOf(whole), beginOf(whole) + whole.span]
  const counts = uncovered({ start: 0, end: parts.length }, periods, [from, until], (row) => parts[row]!.span > 0)
  return parts.reduce((sum, { span, isValid }, row) => sum + (isValid && counts(row) ? span : 0), 0)
}

/** The values of a shorter interval; none if there is one of the whole period, too. */
function finerRows(
  own: Series,
  minute: Int32Array,
  { start, end }: Pick<DeviceRange, 'start' | 'end'>,
  whole: { readonly at: Minute; readonly span: number },
): readonly number[] {
  const finer: number[] = []
  for (let row = start; row < end; row++) {
    if (!hasData(own, row)) continue
    const span = own.spans![row]!
    // Alone at the time of the whole, a value corrects it.
    if (span >= whole.span || (span === 0 && minute[row] === whole.at)) return []
    finer.push(row)
  }
  return finer
}

const copyOf = ({ values, flags, spans }: Series): Series => ({
  ...{ values: values.slice(), flags: flags.slice() },
  ...(spans && { spans }),
})
