import { addMonths, type Month } from '@/domain/calendar'
import { countyLimit } from './limit-of'
import type { MonthReport } from './month-report'
import type { PointMonth } from './point-month'
import { roundHalfEven } from './rounding'

/** A month of a series; null where nothing counts. */
export interface SeriesMonth {
  readonly month: Month
  readonly value: number | null
}

/** The `count` months that end with `last`, oldest first. */
const monthsUntil = (last: Month, count: number) =>
  Array.from({ length: count }, (_, i) => addMonths(last, i - count + 1))

/** The last months of a point up to and with `last`: its value where it counts, t/(km²·30d) to 0.1 as a map or a list shows it. */
export function pointSeries(reports: readonly MonthReport[], point: string, last: Month, count: number): SeriesMonth[] {
  return monthsUntil(last, count).map((month) => {
    const found = pointMonthOf(reports, point, month)
    return { month, value: found?.counted ? roundHalfEven(found.value) : null }
  })
}

/** The last months of a county up to and with `last`, as they stand in the ranking. */
export function countySeries(
  reports: readonly MonthReport[],
  county: string,
  last: Month,
  count: number,
): SeriesMonth[] {
  return monthsUntil(last, count).map((month) => {
    const report = reports.find((each) => each.month === month)
    return { month, value: report?.rows.find((row) => row.county === county)?.figure.value ?? null }
  })
}

/**
 * What a county's last months are judged by, one for each month. A month of which nothing is known stands as the next one of which
 * something is, else as the last; empty only where there are no reports.
 */
export function limitSeries(reports: readonly MonthReport[], county: string, last: Month, count: number): number[] {
  return monthsUntil(last, count).flatMap((month) => {
    const report = reports.find((each) => each.month >= month) ?? reports.at(-1)
    return report ? [countyLimit(report, county)] : []
  })
}

/** What is known of a point's month; undefined where nothing is. */
export function pointMonthOf(reports: readonly MonthReport[], point: string, month: Month): PointMonth | undefined {
  const report = reports.find((each) => each.month === month)
  return report?.rows.flatMap(({ figure }) => figure.points).find((each) => each.point === point)
}
