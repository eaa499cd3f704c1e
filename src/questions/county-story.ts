import { addMonths, type Month, parseDay } from '@/domain/calendar'
import { findingsOf } from '@/domain/rules/findings'
import { STATUS } from '@/domain/rules/status'
import type { KindId } from '@/domain/sources/kinds/kind'
import { surveyGrades } from '@/domain/sources/latest-surveys'
import { textAt } from '@/domain/table/column'
import type { EvaluatedPackage } from './evaluated-package'
import { countGrades } from './shown-grades'
import { type SourceSummary, summarise } from './source-summary'
import type { TableOnDay } from './tables-on-day'

/** What stands behind the figure of a county: its sources on the day, whatever the filters say. */
export interface CountyStory {
  readonly overdue: number
  readonly failing: number
  readonly total: number
  /** Sources with a failure first seen in the month. */
  readonly newly: number
  /** The worst of them. */
  readonly worst: readonly SourceSummary[]
  /** For each kind whose surveys are graded: its best grade, and the sources whose grade is known and below it. */
  readonly surveyed: readonly {
    readonly kind: KindId
    readonly best: string
    readonly below: readonly { readonly name: string; readonly grade: string }[]
  }[]
  /** For each kind with a ladder: its sources by grade. */
  readonly graded: readonly { readonly kind: KindId; readonly counts: ReadonlyMap<string, number> }[]
}

/** Works out what stands behind a county's month; the `count` worst sources in full. */
export function countyStory(evaluated: EvaluatedPackage, county: string, month: Month, count: number): CountyStory {
  const { sources } = evaluated.opened.inventory
  const [from, until] = [parseDay(`${month}-01`), parseDay(`${addMonths(month, 1)}-01`)]
  let [overdue, failing, total, newly] = [0, 0, 0, 0]
  const worst: SourceSummary[] = []
  // Worst first.
  for (const source of evaluated.order) {
    if (textAt(sources, 'county', source) !== county) continue
    total++
    const status = evaluated.status[source]!
    if (status === STATUS.overdue) overdue++
    else if (status === STATUS.failing) failing++
    else continue
    if (worst.length < count) worst.push(summarise(evaluated, source))
    const since = findingsOf(evaluated.findings, source).flatMap((finding) => finding.since ?? [])
    if (since.some((day) => day >= from && day < until)) newly++
  }
  return {
    overdue,
    failing,
    total,
    newly,
    worst,
    surveyed: evaluated.tables.flatMap((kind) => surveyedIn(kind, county)),
    graded: evaluated.tables
      .filter(({ schema }) => schema.ladder)
      .map((kind) => ({
        kind: kind.kind,
        counts: countGrades([kind], (source) => textAt(sources, 'county', source) === county),
      })),
  }
}

/** The best grade of a kind's surveys, and the sources of a county below it; nothing where they are not graded. */
function surveyedIn({ kind, schema, table }: TableOnDay, county: string): CountyStory['surveyed'] {
  const [best] = surveyGrades(schema)
  if (best === undefined) return []
  const grade = schema.surveys!.grading!.grade
  const rows = Array.from({ length: table.length }, (_, row) => row)
  const below = rows
    .filter((row) => textAt(table, 'county', row) === county)
    .map((row) => ({ name: textAt(table, 'name', row), grade: textAt(table, grade, row) }))
    .filter((each) => each.grade !== '' && each.grade !== best)
  return [{ kind, best, below }]
}
