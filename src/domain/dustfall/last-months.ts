import { addMonths } from '@/domain/calendar'
import type { MonthReport } from './month-report'

const MONTHS_OF_YEAR = 12

/**
 * The reports of the twelve calendar months up to and including the last one, oldest first; months without data are
 * missing.
 */
export function lastMonths(reports: readonly MonthReport[], last: MonthReport): MonthReport[] {
  const first = addMonths(last.month, 1 - MONTHS_OF_YEAR)
  return reports.filter(({ month }) => month >= first && month <= last.month)
}
