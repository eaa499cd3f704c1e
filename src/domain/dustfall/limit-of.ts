import { addMonths } from '@/domain/calendar'
import { exceedsLimit } from './limit'
import type { MonthReport, RankedCounty } from './month-report'

/** What of a county's row is held against a limit, and how many months before the row's month it is of. */
const MONTHS_BEFORE = { value: 0, lastMonth: 1, lastYear: 12, accumulated: 0 } as const
export type JudgedColumn = keyof typeof MONTHS_BEFORE

/** The limit of a county in a month; that of most counties, where it has no row there. */
export const countyLimit = ({ rows, dustfallLimit }: MonthReport, county: string): number =>
  rows.find((row) => row.county === county)?.dustfallLimit ?? dustfallLimit

/**
 * The limit of one column of a county's row: whoever judges a figure of it asks here. Each is judged by its own month, the mean of
 * the year so far by that of the row; so is a figure of a month that is not among `reports`.
 */
export function limitOf(
  reports: readonly MonthReport[],
  report: MonthReport,
  county: string,
  column: JudgedColumn,
): number {
  const before = MONTHS_BEFORE[column]
  const month = addMonths(report.month, -before)
  const of = before === 0 ? report : reports.find((each) => each.month === month)
  return countyLimit(of ?? report, county)
}

/** Whether one column of a county's row is over the limit. */
export function isOverIn(
  reports: readonly MonthReport[],
  report: MonthReport,
  row: RankedCounty,
  column: JudgedColumn,
): boolean {
  const value = column === 'value' ? row.figure.value : row[column]
  return value !== null && exceedsLimit(value, limitOf(reports, report, row.county, column))
}

/** Whether the city's mean is over the limit; null without one, and where the limits of a month do not agree on it. */
export function isCityOver({ city: { mean }, limits }: MonthReport): boolean | null {
  const said = new Set(mean === null ? [] : limits.map((each) => exceedsLimit(mean, each)))
  return said.size === 1 ? said.has(true) : null
}
