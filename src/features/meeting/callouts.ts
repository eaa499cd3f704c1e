import type { MonthReport, RankedCounty } from '@/domain/dustfall/month-report'

/** What is worth a word beside the map: the largest figure, and the largest changes against last year. */
export interface Callout {
  readonly of: 'highest' | 'worse' | 'better'
  /** The county, or those that share the place. */
  readonly rows: readonly RankedCounty[]
}

/** The rows with the largest of a number, those that tie together; none where no row has it. */
function most(rows: readonly RankedCounty[], of: (row: RankedCounty) => number | null): readonly RankedCounty[] {
  const known = rows.filter((row) => of(row) !== null)
  const largest = Math.max(...known.map((row) => of(row)!))
  return known.filter((row) => of(row) === largest)
}

/** Up to three; what the data does not have is left out. */
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
