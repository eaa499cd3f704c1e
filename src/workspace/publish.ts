import type { Month } from '@/domain/calendar'
import { mergeTables } from '@/domain/intake/merge'
import { textColumn } from '@/domain/table/build-column'
import { type Table, textAt } from '@/domain/table/column'
import { type NextPackage, tablesNow, tablesOfNext, writeTable } from './next-package'

/** Figures of one month as they are made public; they stand from then on, whatever their points lead to. */
export interface Publication {
  readonly month: Month
  readonly figures: readonly {
    readonly county: string
    readonly value: number
    /** Day of publication, and what was corrected on which day and why. */
    readonly publication: string
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
      value: { type: 'number', values: Float64Array.from(figures, ({ value }) => value) },
      publication: textColumn(figures.map(({ publication }) => publication)),
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
