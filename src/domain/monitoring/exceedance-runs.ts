import type { Exceedance } from './exceedances'
import type { Minute } from './readings'

/** What means are looked at for: that they lie above the limit, far above the background, or above the limit only with the background. An hour may be more than one. */
export type ExceedanceMark = 'over' | 'alarm' | 'explained'

/** Exceedances of one limit that follow on one another and bear the same mark. */
export interface ExceedanceRun {
  /** [from, until) */
  readonly from: Minute
  readonly until: Minute
  readonly count: number
  /** That with the largest compared value; of alarms, and of what the background explains, that with the largest value. */
  readonly highest: Exceedance
}

const HAS: Readonly<Record<ExceedanceMark, (each: Exceedance) => boolean>> = {
  over: ({ isOver }) => isOver,
  alarm: ({ isAlarm }) => isAlarm,
  explained: ({ isOver, value, allowedUpTo }) => !isOver && value > allowedUpTo,
}

/** Those of the exceedances of one device, by limit and time as they are found, that bear a mark, put together where they follow on one another. */
export function exceedanceRuns(found: readonly Exceedance[], mark: ExceedanceMark): readonly ExceedanceRun[] {
  const by = mark === 'over' ? 'compared' : 'value'
  const runs: ExceedanceRun[] = []
  for (const each of found) {
    if (!HAS[mark](each)) continue
    const last = runs.at(-1)
    if (last?.until !== each.from || last.highest.limit !== each.limit) {
      runs.push({ from: each.from, until: each.until, count: 1, highest: each })
      continue
    }
    const highest = each[by] > last.highest[by] ? each : last.highest
    runs[runs.length - 1] = { ...last, until: each.until, count: last.count + 1, highest }
  }
  return runs
}
