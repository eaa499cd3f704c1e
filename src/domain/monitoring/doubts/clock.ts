import type { Means } from '@/domain/monitoring/background'
import { dayBegin, localDay } from '@/domain/monitoring/local-time'
import type { DoubtRules } from '@/domain/monitoring/settings'
import type { DoubtWithKind } from './doubt'
import { NeighbourValues } from './neighbours'

type Rule = NonNullable<DoubtRules['clock']>

const HOURS = 24

/** Finds devices whose curve follows that of their neighbours only if their clock is shifted by hours. */
export function wrongClocks(
  { devices, device, minute, series }: Means,
  neighbours: readonly Uint32Array[],
  rule: Rule,
): readonly DoubtWithKind<'clock'>[] {
  const values = series[rule.parameter]?.values
  if (!values || minute.length === 0) return []
  let [first, last] = [minute[0]!, minute[0]!]
  for (const at of minute) {
    if (at < first) first = at
    if (at > last) last = at
  }
  const begin = localDay(first)
  const days = localDay(last) - begin + 1
  const length = days * HOURS
  const start = dayBegin(begin)
  const all = new Float64Array(devices.length * length).fill(Number.NaN)
  for (let row = 0; row < minute.length; row++)
    all[device[row]! * length + Math.floor((minute[row]! - start) / 60)] = values[row]!
  const about = new NeighbourValues(rule.neighbours)
  return devices.flatMap((name, code) => {
    const near = neighbours[code]!.subarray(0, rule.neighbours)
    if (near.length < rule.leastNeighbours) return []
    const reference = new Float64Array(length).fill(Number.NaN)
    for (let hour = 0; hour < length; hour++) {
      const { median, count } = about.middle(near, (other) => all[other * length + hour]!)
      if (count >= rule.leastNeighbours) reference[hour] = median
    }
    const own = all.subarray(code * length, (code + 1) * length)
    return offTimes(own, reference, days, rule).map(({ from, until, hours, left }) => ({
      kind: 'clock' as const,
      device: name,
      parameter: null,
      from: dayBegin(begin + from),
      until: dayBegin(begin + until),
      figures: { days: until - from, hours, left, neighbours: near.length },
    }))
  })
}

/** A shift in hours, and the share of the squared differences that it leaves. */
interface Move {
  readonly hours: number
  readonly left: number
}

interface Off extends Move {
  /** Days counted from the first one, [from, until). */
  readonly from: number
  readonly until: number
}

/**
 * The days whose surrounding window fits best when shifted; consecutive days with the same direction form one run.
 * Small shifts are looked for among the days that are not near a larger one.
 */
function offTimes(own: Float64Array, reference: Float64Array, days: number, rule: Rule): readonly Off[] {
  const half = Math.floor(rule.days / 2)
  const large = runsOf(days, (day) =>
    bestMove(own, reference, Math.max(0, day - half) * HOURS, Math.min(days, day + half + 1) * HOURS, rule),
  )
  const { small } = rule
  if (!small || days < small.days) return large
  // Larger moves are tried too: whatever fits best there is no small shift.
  const fit = { leastHours: 1, mostHours: rule.leastHours, mostLeft: small.mostLeft }
  const near = runsOf(days, (day) => {
    // The window has its full length at both ends of the data too.
    const from = Math.min(Math.max(0, day - Math.floor(small.days / 2)), days - small.days)
    const until = from + small.days
    if (large.some((each) => each.from < until && each.until > from)) return null
    if (own.subarray(day * HOURS, (day + 1) * HOURS).every(Number.isNaN)) return null
    const best = bestMove(own, reference, from * HOURS, until * HOURS, fit)
    return best && Math.abs(best.hours) < rule.leastHours ? best : null
  })
  return [...large, ...near].sort((a, b) => a.from - b.from)
}

function runsOf(days: number, moveOn: (day: number) => Move | null): readonly Off[] {
  const found: Off[] = []
  for (let day = 0; day < days; day++) {
    const best = moveOn(day)
    if (!best) continue
    const last = found.at(-1)
    const goesOn = last && last.until === day && Math.sign(last.hours) === Math.sign(best.hours)
    // The best fit within a run gives the shift.
    if (goesOn) found[found.length - 1] = { ...(best.left < last.left ? best : last), from: last.from, until: day + 1 }
    else found.push({ ...best, from: day, until: day + 1 })
  }
  return found
}

/**
 * The shift in hours at which the curves fit best, with the share of squared differences left; null if the shift is too
 * small or the fit not enough better.
 */
function bestMove(
  own: Float64Array,
  reference: Float64Array,
  from: number,
  until: number,
  { leastHours, mostHours, mostLeft }: Pick<Rule, 'leastHours' | 'mostHours' | 'mostLeft'>,
): Move | null {
  const unmoved = squares(own, reference, from, until, 0)
  let [hours, least] = [0, unmoved]
  for (let move = -mostHours; move <= mostHours; move++) {
    const rest = squares(own, reference, from, until, move)
    if (rest < least) {
      least = rest
      hours = move
    }
  }
  const left = least / unmoved
  return Math.abs(hours) >= leastHours && left <= mostLeft ? { hours, left } : null
}

/**
 * The variance of the differences between a curve and the reference, for a curve that lags by `move` hours; NaN if too
 * few hours are known.
 */
function squares(own: Float64Array, reference: Float64Array, from: number, until: number, move: number): number {
  let [count, sum, sumOfSquares] = [0, 0, 0]
  for (let hour = from; hour < until; hour++) {
    const difference = own[hour]! - reference[hour - move]!
    // NaN beyond either end, or if a value is missing.
    if (Number.isNaN(difference)) continue
    count++
    sum += difference
    sumOfSquares += difference * difference
  }
  return count < (until - from) / 2 ? Number.NaN : sumOfSquares / count - (sum / count) ** 2
}
