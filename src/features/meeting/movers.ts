import { addMonths } from '@/domain/calendar'
import { isMarked, isMarkedRow } from '@/domain/dustfall/figure-marks'
import { isOverIn, limitOf } from '@/domain/dustfall/limit-of'
import type { MonthReport, RankedCounty } from '@/domain/dustfall/month-report'
import { overStreak, type Streak } from '@/domain/dustfall/streak'
import { restOfYear, type YearTarget } from '@/domain/dustfall/year-target'

const MONTHS_OF_YEAR = 12
/** Behind every rank: of two without one the difference must be a number. */
const LAST = Number.MAX_SAFE_INTEGER

/** The months of a year that follow one of it. */
export const monthsLeft = (month: string): number => MONTHS_OF_YEAR - Number(month.slice(5))

/** How a county stands to the year before, and to the year's end. */
export interface Mover {
  readonly row: RankedCounty
  readonly streak: Streak
  readonly target: YearTarget
  readonly accumulatedOver: boolean
  /** The figure of this month, and that of the year before, is a corrected or differing one. */
  readonly marked: boolean
  readonly lastYearMarked: boolean
}

/** All counties of a month, the greatest fall against last year first; those without one stand last, in the ranking's order. */
export function moversOf(report: MonthReport, reports: readonly MonthReport[]): readonly Mover[] {
  const { month } = report
  const yearAgo = reports.find((each) => each.month === addMonths(month, -MONTHS_OF_YEAR))
  return [...report.rows]
    .sort((a, b) => (a.improvementRank ?? LAST) - (b.improvementRank ?? LAST))
    .map((row) => ({
      row,
      streak: overStreak(reports, row.county, month),
      target: restOfYear(
        row.accumulatedOf.map(({ value }) => value),
        month,
        limitOf(reports, report, row.county, 'accumulated'),
      ),
      accumulatedOver: isOverIn(reports, report, row, 'accumulated'),
      marked: isMarkedRow(row),
      lastYearMarked: isMarked(yearAgo?.rows.find(({ county }) => county === row.county)?.figure),
    }))
}
