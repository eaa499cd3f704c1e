import { addMonths, type Month } from '@/domain/calendar'
import { countyLimit } from './limit-of'
import type { MonthReport } from './month-report'
import type { PointMonth } from './point-month'
import { roundHalfEven } from './rounding'

/** A month of a series; null if there is no counted value. */
export interface SeriesMonth {
  readonly month: Month
  readonly value: number | null
}

/** The `count` months that end with `last`, oldest first. */
const monthsUntil = (last: Month, count: number) =>
  Array.from({ length: count }, (_, i) => addMonths(last, i - count + 1))

/**
 * The last months of a point up to and including `last`: counted values, t/(km²·30d) to 0.1, as maps and lists show
 * them.
 */
export function pointSeries(reports: readonly MonthReport[], point: string, last: Month, count: number): SeriesMonth[] {
  return monthsUntil(last, count).map((month) => {
    const found = pointMonthOf(reports, point, month)
    return { month, value: found?.counted ? roundHalfEven(found.value) : null }
  })
}

/** The last months of a county up to and including `last`, as in the ranking. */
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
 * The limits of a county in its last months, one per month. A month without a report takes the limit of the next month
 * with one, else of the last; empty only if there are no reports.
 */
export function limitSeries(reports: readonly MonthReport[], county: string, last: Month, count: number): number[] {
  return monthsUntil(last, count).flatMap((month) => {
    const report = reports.find((each) => each.month >= month) ?? reports.at(-1)
    return report ? [countyLimit(report, county)] : []
  })
}

/** A point's data in a month; undefined if there is none. */
export function pointMonthOf(reports: readonly MonthReport[], point: string, month: Month): PointMonth | undefined {
  const report = reports.find((each) => each.month === month)
  return report?.rows.flatMap(({ figure }) => figure.points).find((each) => each.point === point)
}
