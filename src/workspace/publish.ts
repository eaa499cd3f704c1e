import type { Month } from '@/domain/calendar'
import type { EarlierMonth } from '@/domain/dustfall/county-month'
import type { PointMonth } from '@/domain/dustfall/point-month'
import { mergeTables } from '@/domain/intake/merge'
import type { DataClass } from '@/domain/sources/kinds/data-class'
import { textColumn } from '@/domain/table/build-column'
import type { Table } from '@/domain/table/column'
import { keptEarlierText, keptLimitsText } from '@/io/package/kept-earlier'
import { keptPointsText } from '@/io/package/kept-points'
import { monthsIn } from './months-in'
import { type NextPackage, saidOf, type ThereNow, tablesNow, tablesOfNext, writeTable } from './next-package'

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
    /** The months before as they are published with it, the last one first. */
    readonly earlier?: readonly EarlierMonth[]
    /** The limit that they are published with. */
    readonly dustfallLimit?: number
  }[]
  /** Title of a table of its own, and where its figures come from. */
  readonly title: string
  readonly source: string
}

const ROLE = 'dustfall-published'

/** The published table that has a month, or what was published from here before; null where there is none. */
function publishedTable(all: readonly ThereNow[], month: Month, source: string): ThereNow | null {
  const isFromHere = ({ descriptor }: ThereNow) => saidOf(descriptor).source === source
  return all.findLast((each) => monthsIn(each.table).includes(month)) ?? all.findLast(isFromHere) ?? null
}

/** How real figures of a month are: made-up weighings don't become real by being published. */
async function classOfFigures(month: Month, next: NextPackage): Promise<DataClass | null> {
  const samples = await tablesNow('dustfall-samples', tablesOfNext(next))
  const classes = samples
    .filter(({ table }) => monthsIn(table).includes(month))
    .map(({ descriptor }) => descriptor.chentu.class)
  return classes.find((each) => each === 'illustrative') ?? classes[0] ?? null
}

/** A path that no file of the package has. */
function freePath({ files }: NextPackage): string {
  for (let i = 1; ; i++) {
    const path = i === 1 ? `${ROLE}.csv` : `${ROLE}-${i}.csv`
    if (!files.has(path)) return path
  }
}

/**
 * Writes published figures into the package, in the place of those of the same county and month. A table that is there goes on
 * saying where it comes from; figures of another class stand in a table of their own, after it.
 */
export async function writePublication(
  next: NextPackage,
  { month, figures, title, source }: Publication,
): Promise<void> {
  const added: Table = {
    length: figures.length,
    columns: {
      county: textColumn(figures.map(({ county }) => county)),
      month: textColumn(figures.map(() => month)),
      value: { type: 'number', values: Float64Array.from(figures, ({ value }) => value ?? Number.NaN) },
      publication: textColumn(figures.map(({ publication }) => publication)),
      points: textColumn(figures.map(({ points }) => keptPointsText(points ?? []))),
      earlier: textColumn(figures.map(({ earlier }) => keptEarlierText(earlier))),
      earlierLimits: textColumn(figures.map(({ earlier }) => keptLimitsText(earlier))),
      limit: { type: 'number', values: Float64Array.from(figures, ({ dustfallLimit }) => dustfallLimit ?? Number.NaN) },
    },
  }
  const all = await tablesNow(ROLE, tablesOfNext(next))
  const dataClass = await classOfFigures(month, next)
  const ofClass = all.filter(({ descriptor }) => dataClass === null || descriptor.chentu.class === dataClass)
  const there = publishedTable(ofClass, month, source)
  const given = new Set(Object.keys(added.columns))
  const table = there ? mergeTables(there.table, added, ['county', 'month'], given, 'keep').table : added
  const said = there
    ? saidOf(there.descriptor)
    : { path: freePath(next), title, dataClass: dataClass ?? 'real', source }
  writeTable(next, { role: ROLE, ...said, table })
}
