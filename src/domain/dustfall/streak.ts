import type { Month } from '@/domain/calendar'
import { addMonths } from '@/domain/calendar'
import type { MonthReport } from './month-report'

/** Months in a row, up to and with one, in which a county's figure was over the limit; a month without a figure ends it. */
export function overStreak(reports: readonly MonthReport[], county: string, month: Month): number {
  const byMonth = new Map(reports.map((report) => [report.month, report]))
  let length = 0
  for (let at = month; ; at = addMonths(at, -1)) {
    const row = byMonth.get(at)?.rows.find((each) => each.county === county)
    if (!row?.over) return length
    length++
  }
}
