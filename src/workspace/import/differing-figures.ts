import type { Month } from '@/domain/calendar'
import { isShownEqual, tenth, unrounded } from '@/domain/dustfall/rounding'
import { type Table, textAt, valueAt } from '@/domain/table/column'
import type { PackageKnowledge } from '@/workspace/package-knowledge'

/** A published figure of a file that is not the mean of the county's stored points; figures as text, t/(km²·30d). */
export interface DifferingFigure {
  readonly county: string
  readonly month: Month
  /** As the file gives it. */
  readonly published: string
  /** The mean of the stored points, to 0.1. */
  readonly mean: string
}

/**
 * The published figures of a file that would stand in place of another mean of the points already stored, which a person
 * should know before importing. A figure that the package already has as published changes nothing; made-up points,
 * which real figures replace, are not compared.
 */
export function differingFigures(table: Table, knowledge: PackageKnowledge): DifferingFigure[] {
  // Null if there are no real figures.
  if (knowledge.newestMonth === null) return []
  const reports = new Map(knowledge.opened.reports.map((report) => [report.month, report]))
  return Array.from({ length: table.length }, (_, row) => row).flatMap((row): DifferingFigure[] => {
    const [county, month, value] = [
      textAt(table, 'county', row),
      textAt(table, 'month', row),
      valueAt(table, 'value', row),
    ]
    const stored = reports.get(month)?.rows.find((each) => each.county === county)?.figure
    const mean = stored?.now.value ?? null
    if (typeof value !== 'number' || mean === null || isShownEqual(value, mean)) return []
    if (stored?.origin === 'published' && isShownEqual(stored.value, value)) return []
    const published = textAt(table, 'givenText', row) || unrounded(value)
    return [{ county: knowledge.countyName(county), month, published, mean: tenth(mean) }]
  })
}
