import { addMonths } from '@/domain/calendar'
import { exceedsLimit } from './limit'
import type { MonthReport, RankedCounty } from './month-report'

/**
 * The columns of a county's row that are compared with a limit, and by how many months each lies before the row's
 * month.
 */
const MONTHS_BEFORE = { value: 0, lastMonth: 1, lastYear: 12, accumulated: 0 } as const
export type JudgedColumn = keyof typeof MONTHS_BEFORE

/** The limit of a county in a month; if it has no row, that of most counties. */
export const countyLimit = ({ rows, dustfallLimit }: MonthReport, county: string): number =>
  rows.find((row) => row.county === county)?.dustfallLimit ?? dustfallLimit

/**
 * The limit for one column of a county's row; all code that judges such a figure uses this function. Each figure has
 * the limit of its own month; the year-to-date mean, and figures of months not among `reports`, have that of the row.
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
export function isColumnOverLimit(
  reports: readonly MonthReport[],
  report: MonthReport,
  row: RankedCounty,
  column: JudgedColumn,
): boolean {
  const value = column === 'value' ? row.figure.value : row[column]
  return value !== null && exceedsLimit(value, limitOf(reports, report, row.county, column))
}

/**
 * Whether the city's mean is over the limit; null if there is no mean, or if it is over only some of the month's
 * limits.
 */
export function isCityOver({ city: { mean }, limits }: MonthReport): boolean | null {
  const said = new Set(mean === null ? [] : limits.map((each) => exceedsLimit(mean, each)))
  return said.size === 1 ? said.has(true) : null
}
