import type { Exceedance } from './exceedances'
import type { Minute } from './readings'

/** Exceedances of one limit that follow on one another, all as alarms or none. */
export interface ExceedanceRun {
  /** [from, until) */
  readonly from: Minute
  readonly until: Minute
  readonly count: number
  readonly isAlarm: boolean
  /** That with the largest compared value; of alarms that with the largest value. */
  readonly highest: Exceedance
}

/** Exceedances of one device, by limit and time as they are found, put together where they follow on one another. */
export function exceedanceRuns(found: readonly Exceedance[]): readonly ExceedanceRun[] {
  const runs: ExceedanceRun[] = []
  for (const each of found) {
    const last = runs.at(-1)
    const goesOn = last?.until === each.from && last.isAlarm === each.isAlarm && last.highest.limit === each.limit
    if (!goesOn) {
      runs.push({ from: each.from, until: each.until, count: 1, isAlarm: each.isAlarm, highest: each })
      continue
    }
    const by = each.isAlarm ? 'value' : 'compared'
    const highest = each[by] > last.highest[by] ? each : last.highest
    runs[runs.length - 1] = { ...last, until: each.until, count: last.count + 1, highest }
  }
  return runs
}
