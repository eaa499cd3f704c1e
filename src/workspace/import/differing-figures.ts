import type { Month } from '@/domain/calendar'
import { type CountyMonth, countyMonth } from '@/domain/dustfall/county-month'
import { type PointMonth, pointMonth } from '@/domain/dustfall/point-month'
import { isShownEqual, tenth, unrounded } from '@/domain/dustfall/rounding'
import { type Table, textAt, valueAt } from '@/domain/table/column'
import { readDustfallSamples } from '@/io/package/regional-tables'
import { appendTo, type PackageKnowledge } from '@/workspace/package-knowledge'
import type { ReadItem } from './import-item'

/** A published figure that is not the mean of the county's points, one of the two stored; figures as text, t/(km²·30d). */
export interface DifferingFigure {
  readonly county: string
  readonly month: Month
  /** As the office wrote it. */
  readonly published: string
  /** The mean of the points, to 0.1. */
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
  const storedOf = storedFigures(knowledge)
  return Array.from({ length: table.length }, (_, row) => row).flatMap((row): DifferingFigure[] => {
    const [county, month, value] = [
      textAt(table, 'county', row),
      textAt(table, 'month', row),
      valueAt(table, 'value', row),
    ]
    const stored = storedOf(county, month)
    const mean = stored?.now.value ?? null
    if (typeof value !== 'number' || mean === null || isShownEqual(value, mean)) return []
    if (stored?.origin === 'published' && isShownEqual(stored.value, value)) return []
    const published = textAt(table, 'givenText', row) || unrounded(value)
    return [{ county: knowledge.countyName(county), month, published, mean: tenth(mean) }]
  })
}

/**
 * The published figures already stored that differ from the means that their counties' points will have with a table of
 * samples. A mean that the stored points already have changes nothing.
 */
export function differingMeans({ taken }: Pick<ReadItem, 'taken'>, knowledge: PackageKnowledge): DifferingFigure[] {
  if (knowledge.newestMonth === null) return []
  const storedOf = storedFigures(knowledge)
  return [...pointsByCounty(taken, knowledge)].flatMap(([key, points]): DifferingFigure[] => {
    const [county, month] = key.split(' ') as [string, Month]
    const stored = storedOf(county, month)
    if (stored?.origin !== 'published' || stored.value === null) return []
    const own = new Set(points.map(({ point }) => point))
    const others = stored.now.points.filter(({ point }) => !own.has(point))
    const { value } = countyMonth(county, month, [...points, ...others])
    if (value === null || isShownEqual(stored.value, value) || isShownEqual(stored.now.value, value)) return []
    const published = stored.writtenAs ?? unrounded(stored.value)
    return [{ county: knowledge.countyName(county), month, published, mean: tenth(value) }]
  })
}

/** Number of stored published figures that a file of published figures changes, and that nobody has locked. */
export function unlockedChanges(table: Table, knowledge: PackageKnowledge): number {
  if (knowledge.newestMonth === null) return 0
  const storedOf = storedFigures(knowledge)
  return Array.from({ length: table.length }, (_, row) => row).filter((row) => {
    const stored = storedOf(textAt(table, 'county', row), textAt(table, 'month', row))
    const value = valueAt(table, 'value', row)
    if (stored?.origin !== 'published' || stored.value === null || typeof value !== 'number') return false
    const isLocked = stored.publication !== '' || stored.earlier !== undefined || stored.dustfallLimit !== undefined
    return !isLocked && stored.value !== value
  }).length
}

/** Returns a function that finds the stored figure of a ranked county in a month. */
function storedFigures({ opened }: PackageKnowledge): (county: string, month: Month) => CountyMonth | undefined {
  const reports = new Map(opened.reports.map((report) => [report.month, report]))
  return (county, month) => reports.get(month)?.rows.find((each) => each.county === county)?.figure
}

/** The months of the points in a file, by code of the county and month. */
function pointsByCounty({ table, points }: ReadItem['taken'], { opened }: PackageKnowledge): Map<string, PointMonth[]> {
  const countyOf = new Map(points.map(({ code, county }) => [code, county]))
  const found = new Map<string, PointMonth[]>()
  for (const record of readDustfallSamples(table, '', new Set(countyOf.keys()), []))
    appendTo(
      found,
      `${countyOf.get(record.point)} ${record.month}`,
      pointMonth(record, opened.pack.dustfall.belowDetectionShare),
    )
  return found
}
