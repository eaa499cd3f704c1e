import type { MonthReport, RankedCounty } from '@/domain/dustfall/month-report'
import { isShownEqual } from '@/domain/dustfall/rounding'

/** A callout beside the map: the largest figure, or the largest change from last year. */
export interface Callout {
  readonly of: 'highest' | 'worse' | 'better'
  /** The county, or several in a tie. */
  readonly rows: readonly RankedCounty[]
}

/** The rows with the largest number, including ties; empty if no row has one. */
function most(rows: readonly RankedCounty[], of: (row: RankedCounty) => number | null): readonly RankedCounty[] {
  const known = rows.filter((row) => of(row) !== null)
  const largest = Math.max(...known.map((row) => of(row)!))
  return known.filter((row) => isShownEqual(of(row), largest))
}

/** Up to three callouts; those without data are left out. */
export function calloutsOf({ rows }: MonthReport): readonly Callout[] {
  const rise = (row: RankedCounty) => (row.yearOnYear !== null && row.yearOnYear > 0 ? row.yearOnYear : null)
  const fall = (row: RankedCounty) => (row.yearOnYear !== null && row.yearOnYear < 0 ? -row.yearOnYear : null)
  const all: readonly Callout[] = [
    { of: 'highest', rows: most(rows, ({ figure }) => figure.value) },
    { of: 'worse', rows: most(rows, rise) },
    { of: 'better', rows: most(rows, fall) },
  ]
  return all.filter((callout) => callout.rows.length > 0)
}
