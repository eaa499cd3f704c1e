import { addMonths } from '@/domain/calendar'
import { hasFootnoteMark, rowHasFootnoteMark } from '@/domain/dustfall/figure-marks'
import { isColumnOverLimit, limitOf } from '@/domain/dustfall/limit-of'
import type { MonthReport, RankedCounty } from '@/domain/dustfall/month-report'
import { overStreak, type Streak } from '@/domain/dustfall/streak'
import { restOfYear, type YearTarget } from '@/domain/dustfall/year-target'

const MONTHS_OF_YEAR = 12
/** Sorts after every rank; finite, since the difference of two counties without a rank must be a number. */
const LAST = Number.MAX_SAFE_INTEGER

/** Months of the year after the given one. */
export const monthsLeft = (month: string): number => MONTHS_OF_YEAR - Number(month.slice(5))

/** How a county compares with last year, and what the rest of the year may bring. */
export interface Mover {
  readonly row: RankedCounty
  readonly streak: Streak
  readonly target: YearTarget
  readonly accumulatedOver: boolean
  /** Whether the figure of this month, or of the same month last year, is corrected or differs from today's data. */
  readonly marked: boolean
  readonly lastYearMarked: boolean
}

/** All counties of a month, largest fall from last year first; those without a comparison last, in ranking order. */
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
      accumulatedOver: isColumnOverLimit(reports, report, row, 'accumulated'),
      marked: rowHasFootnoteMark(row),
      lastYearMarked: hasFootnoteMark(yearAgo?.rows.find(({ county }) => county === row.county)?.figure),
    }))
}
