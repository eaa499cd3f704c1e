import type { Means } from '@/domain/monitoring/background'
import { dayBegin, localDay, localHour } from '@/domain/monitoring/local-time'
import type { Parameter } from '@/domain/monitoring/parameter'
import type { DoubtRules } from '@/domain/monitoring/settings'
import type { DoubtWithKind } from './doubt'
import { NeighbourValues } from './neighbours'
import { medianOf } from './sliding-window'

type Rule = NonNullable<DoubtRules['drift']>

/**
 * The minimum assumed deviation among neighbours, as the logarithm of a ratio. Without it, a few neighbours that happen
 * to be equal would make every other value an outlier.
 */
const MIN_DEVIATION = 0.05

/**
 * Finds devices whose quiet hours differ from those of their neighbours for days. Works raise dust only by day; a
 * faulty sensor is off at night too.
 */
export function drifts(
  hours: Means,
  neighbours: readonly Uint32Array[],
  rule: Rule,
): readonly DoubtWithKind<'drift'>[] {
  return rule.parameters.flatMap((parameter) => driftsOf(parameter, hours, neighbours, rule))
}

/**
 * Logarithms of the median of each day's quiet hours, indexed by device, then day; NaN if less than half of the hours
 * is known.
 */
function quietLevels({ devices, device, minute, series }: Means, parameter: Parameter, [from, until]: Rule['hours']) {
  const values = series[parameter]?.values ?? new Float32Array()
  let [first, last] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY]
  for (const at of minute) {
    if (at < first) first = at
    if (at > last) last = at
  }
  const begin = Number.isFinite(first) ? localDay(first) : 0
  const days = Number.isFinite(first) ? localDay(last) - begin + 1 : 0
  const levels = new Float64Array(devices.length * days).fill(Number.NaN)
  const quiet = new Float64Array(24)
  let count = 0
  for (let row = 0; row < values.length; row++) {
    const [day, hour] = [localDay(minute[row]!), localHour(minute[row]!)]
    if (hour >= from && hour < until && values[row]! > 0) quiet[count++] = values[row]!
    const isLast = row + 1 === values.length || device[row + 1] !== device[row] || localDay(minute[row + 1]!) !== day
    if (!isLast) continue
    if (2 * count >= until - from) {
      quiet.subarray(0, count).sort()
      levels[device[row]! * days + day - begin] = Math.log(medianOf(quiet, count))
    }
    count = 0
  }
  return { levels, begin, days }
}

interface Apart {
  readonly day: number
  /** The logarithm of the factor. */
  readonly by: number
  readonly deviations: number
  readonly count: number
}

function driftsOf(
  parameter: Parameter,
  hours: Means,
  neighbours: readonly Uint32Array[],
  { neighbours: most, leastNeighbours, threshold, leastFactor, leastDays, hours: quiet }: Rule,
): DoubtWithKind<'drift'>[] {
  const { levels, begin, days } = quietLevels(hours, parameter, quiet)
  const about = new NeighbourValues(most)
  const found: DoubtWithKind<'drift'>[] = []
  const least = Math.log(leastFactor)
  for (const [code, device] of hours.devices.entries()) {
    const near = neighbours[code]!.subarray(0, most)
    let run: Apart[] = []
    const close = () => {
      if (run.length >= leastDays) {
        const middle = run[run.length >> 1]!
        found.push({
          kind: 'drift',
          device,
          parameter,
          from: dayBegin(run[0]!.day),
          until: dayBegin(run.at(-1)!.day + 1),
          figures: {
            days: run.length,
            factor: Math.exp(middle.by),
            deviations: Math.abs(middle.deviations),
            neighbours: Math.min(...run.map(({ count }) => count)),
          },
        })
      }
      run = []
    }
    for (let day = 0; day < days; day++) {
      const own = levels[code * days + day]!
      // A day without a level neither extends nor ends a run.
      if (Number.isNaN(own)) continue
      const { median, deviation, count } = about.middle(near, (other) => levels[other * days + day]!)
      const by = own - median
      const deviations = by / Math.max(deviation, MIN_DEVIATION)
      const isApart = count >= leastNeighbours && Math.abs(deviations) > threshold && Math.abs(by) >= least
      if (!isApart || (run.length > 0 && Math.sign(run[0]!.by) !== Math.sign(by))) close()
      if (isApart) run.push({ day: begin + day, by, deviations, count })
    }
    close()
  }
  return found
}
