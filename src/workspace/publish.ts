import type { Month } from '@/domain/calendar'
import type { PointMonth } from '@/domain/dustfall/point-month'
import { mergeTables } from '@/domain/intake/merge'
import { textColumn } from '@/domain/table/build-column'
import { type Table, textAt } from '@/domain/table/column'
import { keptPointsText } from '@/io/package/kept-points'
import { type NextPackage, tablesNow, tablesOfNext, writeTable } from './next-package'

/** Figures of one month as they are made public; they stand from then on, whatever their points lead to. */
export interface Publication {
  readonly month: Month
  readonly figures: readonly {
    readonly county: string
    /** Null: a month without a valid figure. */
    readonly value: number | null
    /** Day of publication, and what was corrected on which day and why. */
    readonly publication: string
    /** The points of the day, kept with the figure. */
    readonly points?: readonly PointMonth[]
  }[]
  /** Title of the table, and where its figures come from. */
  readonly title: string
  readonly source: string
}

/** The published table that has a month, or the first; null where there is none. */
async function publishedTable(month: Month, next: NextPackage) {
  const all = await tablesNow('dustfall-published', tablesOfNext(next))
  const has = ({ table }: { table: Table }) =>
    Array.from({ length: table.length }, (_, row) => textAt(table, 'month', row)).includes(month)
  return all.find(has) ?? all[0] ?? null
}

/** Writes published figures into the package, in the place of those of the same county and month. */
export async function writePublication(
  next: NextPackage,
  { month, figures, title, source }: Publication,
): Promise<void> {
  const role = 'dustfall-published'
  const there = await publishedTable(month, next)
  const added: Table = {
    length: figures.length,
    columns: {
      county: textColumn(figures.map(({ county }) => county)),
      month: textColumn(figures.map(() => month)),
      value: { type: 'number', values: Float64Array.from(figures, ({ value }) => value ?? Number.NaN) },
      publication: textColumn(figures.map(({ publication }) => publication)),
      points: textColumn(figures.map(({ points }) => keptPointsText(points ?? []))),
    },
  }
  const given = new Set(Object.keys(added.columns))
  const table = there ? mergeTables(there.table, added, ['county', 'month'], given, 'keep').table : added
  const path = there?.descriptor.path ?? `${role}.csv`
  // Made-up weighings don't become real by being published.
  const samples = next.descriptor.resources.find(({ chentu }) => chentu.role === 'dustfall-samples')
  const dataClass = there?.descriptor.chentu.class ?? samples?.chentu.class ?? 'real'
  writeTable(next, { role, path, title, dataClass, source, table })
}
