import type { Month } from '@/domain/calendar'
import type { EarlierMonth } from '@/domain/dustfall/county-month'
import type { PointMonth } from '@/domain/dustfall/point-month'
import { mergeTables } from '@/domain/intake/merge'
import type { DataClass } from '@/domain/sources/kinds/data-class'
import { textColumn } from '@/domain/table/build-column'
import type { Table } from '@/domain/table/column'
import { keptEarlierText, keptLimitsText } from '@/io/package/kept-earlier'
import { keptPointsText } from '@/io/package/kept-points'
import { sourcesText } from '@/io/package/sources'
import { monthsIn } from '@/workspace/import/months-in'
import { keptReasons } from './kept-reasons'
import {
  descriptionOf,
  type ExistingTable,
  existingTables,
  type PackageDraft,
  tablesOfNext,
  writeTable,
} from './package-draft'

/** Figures of one month to be published. They stand from then on, whatever the values of their points would give. */
export interface Publication {
  readonly month: Month
  readonly figures: readonly {
    readonly county: string
    /** Null: a month without a valid figure. */
    readonly value: number | null
    /** As it was published, if that was below the detection limit. */
    readonly writtenAs?: string
    /** Day of publication; corrections with their days and reasons. */
    readonly publication: string
    /** Point values on the day of publication, kept with the figure. */
    readonly points?: readonly PointMonth[]
    /** Earlier months as published together with it, latest first. */
    readonly earlier?: readonly EarlierMonth[]
    /** The limit with which they are published. */
    readonly dustfallLimit?: number
  }[]
  /** Title and source of the table, if a new one is needed. */
  readonly title: string
  readonly source: string
}

const ROLE = 'dustfall-published'
const KEY = ['county', 'month']

/** The published table that contains a month, else the one last published by this app; null if there is none. */
function publishedTable(all: readonly ExistingTable[], month: Month, source: string): ExistingTable | null {
  const isFromHere = ({ descriptor }: ExistingTable) => sourcesText(descriptor) === source
  return all.findLast((each) => monthsIn(each.table).includes(month)) ?? all.findLast(isFromHere) ?? null
}

/** Data class of a month's figures: publishing made-up samples does not make them real. */
async function classOfFigures(month: Month, next: PackageDraft): Promise<DataClass | null> {
  const samples = await existingTables('dustfall-samples', tablesOfNext(next))
  const classes = samples
    .filter(({ table }) => monthsIn(table).includes(month))
    .map(({ descriptor }) => descriptor.chentu.class)
  return classes.find((each) => each === 'illustrative') ?? classes[0] ?? null
}

/** A path not used by any file of the package. */
function freePath({ files }: PackageDraft): string {
  for (let i = 1; ; i++) {
    const path = i === 1 ? `${ROLE}.csv` : `${ROLE}-${i}.csv`
    if (!files.has(path)) return path
  }
}

/** Published figures merged into a table of them. */
function mergedWith(stored: Table, added: Table): Table {
  const reason = 'reason' in stored.columns ? { reason: keptReasons(stored, added, KEY) } : {}
  const columns = { ...added.columns, ...reason }
  return mergeTables(stored, { ...added, columns }, KEY, new Set(Object.keys(columns)), 'keep').table
}

/**
 * Writes published figures into the package, replacing those of the same county and month. An existing table keeps
 * its source; figures of another data class go into a separate table after it.
 */
export async function writePublication(
  next: PackageDraft,
  { month, figures, title, source }: Publication,
): Promise<void> {
  const added: Table = {
    length: figures.length,
    columns: {
      county: textColumn(figures.map(({ county }) => county)),
      month: textColumn(figures.map(() => month)),
      value: { type: 'number', values: Float64Array.from(figures, ({ value }) => value ?? Number.NaN) },
      // Blank for others, so that a corrected figure does not keep the text of the one that it replaces.
      givenText: textColumn(figures.map(({ writtenAs = '' }) => writtenAs)),
      publication: textColumn(figures.map(({ publication }) => publication)),
      points: textColumn(figures.map(({ points }) => keptPointsText(points ?? []))),
      earlier: textColumn(figures.map(({ earlier }) => keptEarlierText(earlier))),
      earlierLimits: textColumn(figures.map(({ earlier }) => keptLimitsText(earlier))),
      limit: { type: 'number', values: Float64Array.from(figures, ({ dustfallLimit }) => dustfallLimit ?? Number.NaN) },
    },
  }
  const all = await existingTables(ROLE, tablesOfNext(next))
  const dataClass = await classOfFigures(month, next)
  const ofClass = all.filter(({ descriptor }) => dataClass === null || descriptor.chentu.class === dataClass)
  const there = publishedTable(ofClass, month, source)
  const table = there ? mergedWith(there.table, added) : added
  const said = there
    ? descriptionOf(there.descriptor)
    : { path: freePath(next), title, dataClass: dataClass ?? 'real', sources: [{ title: source }] }
  writeTable(next, { role: ROLE, ...said, table })
}
