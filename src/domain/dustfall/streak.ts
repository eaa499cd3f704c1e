import { addMonths, type Month } from '@/domain/calendar'
import type { MonthReport } from './month-report'

/** Consecutive months in which a county's figure was over the limit. */
export interface Streak {
  readonly months: number
  /** The month before the first one has no figure, so the streak may be longer. */
  readonly atLeast: boolean
}

/** The consecutive months over the limit, up to and including `month`. */
export function overStreak(reports: readonly MonthReport[], county: string, month: Month): Streak {
  const byMonth = new Map(reports.map((report) => [report.month, report]))
  const rowAt = (at: Month) => byMonth.get(at)?.rows.find((each) => each.county === county)
  let [months, at] = [0, month]
  while (rowAt(at)?.over) {
    months++
    at = addMonths(at, -1)
  }
  return { months, atLeast: months > 0 && (rowAt(at)?.figure.value ?? null) === null }
}
