import type { Month } from '@/domain/calendar'
import { type CountyMonth, countyMonth } from '@/domain/dustfall/county-month'
import { type PointMonth, pointMonth } from '@/domain/dustfall/point-month'
import { isShownEqual, tenth, unrounded } from '@/domain/dustfall/rounding'
import type { TargetRole } from '@/domain/intake/recognise/target'
import { type Table, textAt, valueAt } from '@/domain/table/column'
import { readDustfallSamples } from '@/io/package/regional-tables'
import { memoOf } from '@/questions/memo'
import { appendTo, type PackageKnowledge } from '@/workspace/package-knowledge'
import type { ReadItem } from './import-item'

/** A published figure that is not the mean of the county's points; figures as text, t/(km²·30d). */
export interface DifferingFigure {
  readonly county: string
  readonly month: Month
  /** As the office wrote it. */
  readonly published: string
  /** The mean of the points, to 0.1. */
  readonly mean: string
}

/**
 * The published figures of a file that would stand in place of another mean of the points, of those that are stored or
 * imported `beside` it, which a person should know before importing. A figure that the package already has as published
 * changes nothing; made-up points, which real figures replace, are not compared.
 */
export function differingFigures({ taken: { table }, knowledge }: ReadItem, beside: readonly ReadItem[]) {
  const storedOf = storedFigures(knowledge)
  const pointsOf = pointsOfFiles(beside)
  return Array.from({ length: table.length }, (_, row) => row).flatMap((row): DifferingFigure[] => {
    const [county, month, value] = [
      textAt(table, 'county', row),
      textAt(table, 'month', row),
      valueAt(table, 'value', row),
    ]
    const stored = storedOf(county, month)
    const mean = meanWith(pointsOf.get(keyOf(county, month)) ?? [], county, month, stored)
    if (typeof value !== 'number' || mean === null || isShownEqual(value, mean)) return []
    if (stored?.origin === 'published' && isShownEqual(stored.value, value)) return []
    return [{ county: knowledge.countyName(county), month, published: writtenIn(table, row, value), mean: tenth(mean) }]
  })
}

/**
 * The published figures that differ from the means that their counties' points will have with a table of samples: those
 * that are stored, or imported `beside` it. A mean that the stored points already have changes nothing.
 */
export function differingMeans(item: ReadItem, beside: readonly ReadItem[]): DifferingFigure[] {
  const { knowledge } = item
  const storedOf = storedFigures(knowledge)
  const files = [item, ...beside].sort((a, b) => a.id - b.id)
  const [pointsOf, publishedOf] = [pointsOfFiles(files), publishedInFiles(beside)]
  return [...pointsByCounty(item).keys()].flatMap((key): DifferingFigure[] => {
    const [county, month] = key.split(' ') as [string, Month]
    const stored = storedOf(county, month)
    const figure = publishedOf.get(key) ?? publishedIn(stored)
    const mean = meanWith(pointsOf.get(key)!, county, month, stored)
    if (figure === null || mean === null || isShownEqual(figure.value, mean)) return []
    const isSame = isShownEqual(publishedIn(stored)?.value ?? null, figure.value)
    if (isSame && isShownEqual(stored!.now.value, mean)) return []
    return [{ county: knowledge.countyName(county), month, published: figure.written, mean: tenth(mean) }]
  })
}

const keyOf = (county: string, month: string) => `${county} ${month}`

/** A published figure as it counts and as the office wrote it. */
interface Published {
  readonly value: number
  readonly written: string
}

function publishedIn(stored: CountyMonth | undefined): Published | null {
  if (stored?.origin !== 'published' || stored.value === null) return null
  return { value: stored.value, written: stored.writtenAs ?? unrounded(stored.value) }
}

const writtenIn = (table: Table, row: number, value: number) => textAt(table, 'givenText', row) || unrounded(value)

const isOfRole =
  (role: TargetRole) =>
  ({ recognised }: ReadItem) =>
    recognised.plan.role === role

/** The published figures of files, by county and month; of several files, the last counts. */
function publishedInFiles(files: readonly ReadItem[]): ReadonlyMap<string, Published> {
  return new Map(
    files.filter(isOfRole('dustfall-published')).flatMap(({ taken: { table } }) =>
      Array.from({ length: table.length }, (_, row) => row).flatMap((row): [string, Published][] => {
        const value = valueAt(table, 'value', row)
        if (typeof value !== 'number') return []
        const key = keyOf(textAt(table, 'county', row), textAt(table, 'month', row))
        return [[key, { value, written: writtenIn(table, row, value) }]]
      }),
    ),
  )
}

/** The mean of a county's points with those of files in place of the stored ones; null without any. */
function meanWith(
  points: readonly PointMonth[],
  county: string,
  month: Month,
  stored: CountyMonth | undefined,
): number | null {
  if (points.length === 0) return stored?.now.value ?? null
  const own = new Set(points.map(({ point }) => point))
  const others = stored?.now.points.filter(({ point }) => !own.has(point)) ?? []
  return countyMonth(county, month, [...points, ...others]).value
}

/** Number of stored published figures that a file of published figures changes, and that nobody has locked. */
export function unlockedChanges(table: Table, knowledge: PackageKnowledge): number {
  if (knowledge.newestMonth === null) return 0
  const storedOf = storedFigures(knowledge)
  return Array.from({ length: table.length }, (_, row) => row).filter((row) => {
    const stored = storedOf(textAt(table, 'county', row), textAt(table, 'month', row))
    const value = valueAt(table, 'value', row)
    if (stored?.origin !== 'published' || stored.value === null || typeof value !== 'number') return false
    return !isLocked(stored) && stored.value !== value
  }).length
}

/** Whether anything was kept with a figure when it was published: a note, its points, the months before, the limit. */
const isLocked = ({ publication, points, now, earlier, dustfallLimit }: CountyMonth): boolean =>
  publication !== '' || points !== now.points || earlier !== undefined || dustfallLimit !== undefined

/** Returns a function that finds the stored figure of a ranked county in a month, if it is real. */
function storedFigures({
  opened,
  newestMonth,
}: PackageKnowledge): (county: string, month: Month) => CountyMonth | undefined {
  if (newestMonth === null) return () => undefined
  const reports = new Map(opened.reports.map((report) => [report.month, report]))
  return (county, month) => reports.get(month)?.rows.find((each) => each.county === county)?.figure
}

/** The months of the points in a file, by code of the county and month. */
const pointsByCounty = memoOf(({ taken: { table, points }, knowledge }: ReadItem): Map<string, PointMonth[]> => {
  const countyOf = new Map(points.map(({ code, county }) => [code, county]))
  const { belowDetectionShare } = knowledge.opened.pack.dustfall
  const found = new Map<string, PointMonth[]>()
  for (const record of readDustfallSamples(table, '', new Set(countyOf.keys()), []))
    appendTo(found, keyOf(countyOf.get(record.point)!, record.month), pointMonth(record, belowDetectionShare))
  return found
})

/** The points of several files, by county and month; what a later file says of a point counts. */
function pointsOfFiles(files: readonly ReadItem[]): ReadonlyMap<string, readonly PointMonth[]> {
  const found = new Map<string, Map<string, PointMonth>>()
  for (const file of files.filter(isOfRole('dustfall-samples')))
    for (const [key, points] of pointsByCounty(file)) {
      const ofKey = found.get(key) ?? new Map<string, PointMonth>()
      for (const point of points) ofKey.set(point.point, point)
      found.set(key, ofKey)
    }
  return new Map([...found].map(([key, points]) => [key, [...points.values()]]))
}
