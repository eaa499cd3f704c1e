import type { Exceedance } from './exceedances'
import type { Minute } from './readings'

/** What exceedances are looked at for: that they lie above the limit, or far above the background. An hour may be both. */
export type ExceedanceMark = 'over' | 'alarm'

/** Exceedances of one limit that follow on one another and bear the same mark. */
export interface ExceedanceRun {
  /** [from, until) */
  readonly from: Minute
  readonly until: Minute
  readonly count: number
  /** That with the largest compared value; of alarms that with the largest value. */
  readonly highest: Exceedance
}

/** Those of the exceedances of one device, by limit and time as they are found, that bear a mark, put together where they follow on one another. */
export function exceedanceRuns(found: readonly Exceedance[], mark: ExceedanceMark): readonly ExceedanceRun[] {
  const by = mark === 'alarm' ? 'value' : 'compared'
  const runs: ExceedanceRun[] = []
  for (const each of found) {
    if (mark === 'alarm' ? !each.isAlarm : !each.isOver) continue
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
