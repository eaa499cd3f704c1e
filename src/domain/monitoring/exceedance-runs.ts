import type { Exceedance } from './exceedances'
import type { Minute } from './readings'

/**
 * What a mean is marked for: above the limit, far above the background, or above the limit only before the background
 * is subtracted. An hour may have several marks.
 */
export type ExceedanceMark = 'over' | 'alarm' | 'explained'

/** Consecutive exceedances of one limit with the same mark. */
export interface ExceedanceRun {
  /** [from, until) */
  readonly from: Minute
  readonly until: Minute
  readonly count: number
  /** In how many of them the limit's rule subtracts a background that is unknown, so that nothing was subtracted. */
  readonly alone: number
  /** The exceedance with the largest measured value. */
  readonly highest: Exceedance
  /**
   * The one with the largest compared value, which may be of another hour: more background may be subtracted from a
   * higher value.
   */
  readonly decisive: Exceedance
}

const HAS: Readonly<Record<ExceedanceMark, (each: Exceedance) => boolean>> = {
  over: ({ isOver }) => isOver,
  alarm: ({ isAlarm }) => isAlarm,
  explained: ({ isOver, value, allowedUpTo }) => !isOver && value > allowedUpTo,
}

/** Of equal measured values, the one with more left after the background. */
const isHigher = (each: Exceedance, than: Exceedance): boolean =>
  each.value > than.value || (each.value === than.value && each.compared > than.compared)

/** Joins consecutive exceedances of one device that have the mark. They must be ordered by limit and time. */
export function exceedanceRuns(found: readonly Exceedance[], mark: ExceedanceMark): readonly ExceedanceRun[] {
  const runs: ExceedanceRun[] = []
  for (const each of found) {
    if (!HAS[mark](each)) continue
    const alone = each.limit.background && each.background === null ? 1 : 0
    const last = runs.at(-1)
    if (last?.until !== each.from || last.highest.limit !== each.limit) {
      runs.push({ from: each.from, until: each.until, count: 1, alone, highest: each, decisive: each })
      continue
    }
    runs[runs.length - 1] = {
      ...last,
      ...{ until: each.until, count: last.count + 1, alone: last.alone + alone },
      highest: isHigher(each, last.highest) ? each : last.highest,
      decisive: each.compared > last.decisive.compared ? each : last.decisive,
    }
  }
  return runs
}

const HOUR = 60

/** The starts of the hours in runs of one device, in order; an hour in several runs (above several limits) counts once. */
export function hoursOfRuns(runs: readonly Pick<ExceedanceRun, 'from' | 'until'>[]): readonly Minute[] {
  const hours = new Set<Minute>()
  for (const { from, until } of runs) for (let at = from; at < until; at += HOUR) hours.add(at)
  return [...hours].sort((a, b) => a - b)
}

/**
 * The runs of one device without those that lie within another of the same parameter: if an hour is above several
 * limits, one of the runs is enough. Of equal periods, the first is kept.
 */
export function outermostRuns(runs: readonly ExceedanceRun[]): readonly ExceedanceRun[] {
  const isWithin = (run: ExceedanceRun, other: ExceedanceRun) =>
    other.highest.limit.parameter === run.highest.limit.parameter && other.from <= run.from && run.until <= other.until
  return runs.filter(
    (run, at) =>
      !runs.some((other, place) => place !== at && isWithin(run, other) && (!isWithin(other, run) || place < at)),
  )
}
