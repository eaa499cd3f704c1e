import { isAboutTable } from '@/domain/rules/findings'
import type { FoundColumn } from '@/domain/sources/kinds/reserved'
import { FINDING_DIMENSIONS, type Filters } from '@/domain/sources/view/filters'
import type { Column, NumberColumn } from '@/domain/table/column'
import type { EvaluatedPackage } from '@/questions/evaluated-package'
import { type FilteredFindings, filterFindings, narrowsFindings } from '@/questions/filtered-findings'
import { cacheLast, memoOf } from '@/questions/memo'
import { severityOf } from '@/questions/source-ranking'
import { UnmetDays } from '@/questions/unmet/unmet-days'
import { UnmetTexts } from '@/questions/unmet/unmet-texts'

/** Days overdue as a column; absent if nothing is overdue. */
export function overdueColumn(overdueDays: Int32Array, first: number, length: number): NumberColumn {
  const days = new Float64Array(overdueDays.subarray(first, first + length))
  return { type: 'number', values: days.map((count) => count || Number.NaN) }
}

/**
 * Columns made of all sources' findings, whether the filters leave the sources or not. Each column is filled table by
 * table on request and kept: filling one takes long for a million sources.
 */
export class FoundColumns {
  private days: UnmetDays | null = null
  private texts: UnmetTexts | null = null
  private overdueDays: Int32Array | null

  constructor(
    readonly of: FilteredFindings,
    filters: Filters,
  ) {
    this.overdueDays = narrowsFindings(filters) ? null : of.evaluated.overdueDays
  }

  /** A column of `length` sources from number `first` on: of one table, or of all. */
  column(name: FoundColumn, first: number, length: number): Column {
    switch (name) {
      case 'overdueDays':
        this.overdueDays ??= severityOf(this.of).overdueDays
        return overdueColumn(this.overdueDays, first, length)
      case 'unmetSince':
        return this.daysFound().column('since', first, length)
      case 'unmetDue':
        return this.daysFound().column('due', first, length)
      case 'unmet':
        return this.textsFound().column('requirements', first, length)
      case 'unmetLeads':
        return this.textsFound().column('leads', first, length)
    }
  }

  private daysFound(): UnmetDays {
    this.days ??= new UnmetDays(this.of)
    return this.days
  }

  private textsFound(): UnmetTexts {
    this.texts ??= new UnmetTexts(this.of)
    return this.texts
  }
}

/** The filter dimensions that change the findings of a source. */
const DECIDING = [...FINDING_DIMENSIONS, 'statuses'] as const
const askSame = (one: Filters, other: Filters) =>
  DECIDING.every((dimension) => JSON.stringify(one[dimension]) === JSON.stringify(other[dimension]))

/** The findings as columns, limited to what the filters ask; reused while only other dimensions change. */
export const foundColumns = cacheLast(
  (evaluated: EvaluatedPackage, filters: Filters) => new FoundColumns(filterFindings(evaluated, filters), filters),
  askSame,
)

/** By the first source number of each table: the columns that have any value in it. The others are not offered. */
export const filledFindingColumns = memoOf(({ tables, findings }: EvaluatedPackage) => {
  const ofTable = new Map<number, ReadonlySet<FoundColumn>>()
  for (const { first, table } of tables) {
    const own = findings.filter((each) => isAboutTable(each, first, table.length))
    const found = new Set<FoundColumn>(own.length > 0 ? ['overdueDays', 'unmet', 'unmetLeads'] : [])
    if (own.some(({ anySince }) => anySince)) found.add('unmetSince')
    if (own.some(({ anyDue }) => anyDue)) found.add('unmetDue')
    ofTable.set(first, found)
  }
  return ofTable
})
