import type { Stamp } from './interval'
import { joinReadings } from './join-readings'
import type { Parameter } from './parameter'
import { hasData, pickReadings, type Readings, type Series } from './readings'
import { soleHours } from './sole-hours'
import type { OtherTimes, ParameterTimes, TimesAround } from './times-around'
import { withSpans } from './value-intervals'

/** A row that is repeated at other times for its values of some parameters, which stand for `span` minutes. */
interface RepeatedRow extends OtherTimes {
  readonly row: number
  readonly span: number
  readonly parameters: ReadonlySet<Parameter>
}

/**
 * Repeats later readings of a longer interval at the times of the shorter one that `earlier` has then for the same
 * device and parameter. An hourly value stands for its whole hour: where it corrects readings of 5 minutes, it must
 * replace all twelve of them, not only the one with the same time. `later` must be in order. Returns `later` itself if
 * nothing is repeated. `areHours`: values at full hours that show no interval stand for their hours.
 */
export function spreadReadings(
  later: Readings,
  earlier: readonly TimesAround[],
  stamp: Stamp,
  areHours = false,
): Readings {
  const known = withSpans(later, stamp, new Set(areHours ? soleHours(later, stamp) : []))
  const repeated = repeatedRows(known, earlier)
  if (repeated.length === 0) return later
  const own = shortened(known, repeated)
  const rows = Uint32Array.from(repeated.flatMap(({ row, times }) => times.map(() => row)))
  const minute = Int32Array.from(repeated.flatMap(({ times }) => times))
  const again = { ...pickReadings(own, rows), minute }
  let at = 0
  for (const { row, span, parameters, times } of repeated)
    for (const end = at + times.length; at < end; at++)
      for (const [parameter, { spans }] of Object.entries(known.series) as [Parameter, Series][]) {
        if (parameters.has(parameter) && spans![row] === span) continue
        again.series[parameter]!.values[at] = Number.NaN
        again.series[parameter]!.flags[at] = 0
      }
  // A value at its own time stands, not one that is repeated there.
  return joinReadings([again, own]).readings
}

/** The parameters of readings that have the same times in each of the earlier ones, which have some of them. */
function parametersAlike(known: Readings, earlier: readonly TimesAround[]) {
  const found: { parameters: Parameter[]; around: readonly ParameterTimes[] }[] = []
  for (const parameter of Object.keys(known.series) as Parameter[]) {
    const around = earlier.flatMap((each) => each.timesOf(parameter) ?? [])
    const alike = found.find(
      (each) => each.around.length === around.length && each.around.every((times, i) => times === around[i]),
    )
    if (alike) alike.parameters.push(parameter)
    else if (around.length > 0) found.push({ parameters: [parameter], around })
  }
  return found
}

/** The rows that must be repeated; once for each interval that values of the row stand for, and for each other times. */
function repeatedRows(known: Readings, earlier: readonly TimesAround[]): readonly RepeatedRow[] {
  const { devices, device, minute, series } = known
  const repeated: RepeatedRow[] = []
  for (const { parameters, around } of parametersAlike(known, earlier)) {
    const [own, all] = [new Set(parameters), parameters.map((each) => series[each]!)]
    for (let row = 0; row < minute.length; row++) {
      const spans: number[] = []
      for (const of of all) {
        const span = of.spans![row]!
        if (span > 0 && !spans.includes(span) && hasData(of, row)) spans.push(span)
      }
      for (const span of spans) {
        const found = around.map((each) => each.of(devices[device[row]!]!, minute[row]!, span))
        const there = found.filter(({ times }) => times.length > 0)
        if (there.length === 0) continue
        const times = [...new Set(there.flatMap((of) => of.times))]
        // Of readings every 5 and every 15 minutes, the former have all of the times.
        const even = there.find((of) => of.times.length === times.length && of.step > 0)
        repeated.push({ row, span, parameters: own, times, step: even?.step ?? 0 })
      }
    }
  }
  return repeated
}

/** The readings where each value that is repeated stands for the time up to the next of its repetitions. */
function shortened(known: Readings, repeated: readonly RepeatedRow[]): Readings {
  const all = Object.entries(known.series) as [Parameter, Series][]
  const series: Partial<Record<Parameter, Series>> = {}
  for (const [parameter, own] of all) {
    const spans = own.spans!.slice()
    for (const { row, span, parameters, step } of repeated)
      if (parameters.has(parameter) && own.spans![row] === span) spans[row] = step
    series[parameter] = { ...own, spans }
  }
  return { ...known, series }
}
