import { addMonths, type Month, parseDay } from '@/domain/calendar'
import { findingsOf } from '@/domain/rules/findings'
import { STATUS } from '@/domain/rules/status'
import type { KindId } from '@/domain/sources/kinds/kind'
import { meantText } from '@/domain/sources/kinds/meant'
import { surveyGrades } from '@/domain/sources/latest-surveys'
import { textAt } from '@/domain/table/column'
import type { AnalysisFacts } from './analysis'
import { type SourceSummary, summarise } from './source-summary'

/** What stands behind the figure of a county: its sources on the judged day, whatever the filters say. */
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
export function countyStory(facts: AnalysisFacts, county: string, month: Month, count: number): CountyStory {
  const { inventory, judged } = facts
  const { sources } = inventory
  const [from, until] = [parseDay(`${month}-01`), parseDay(`${addMonths(month, 1)}-01`)]
  let [overdue, failing, total, newly] = [0, 0, 0, 0]
  const worst: SourceSummary[] = []
  // Worst first.
  for (const source of judged.order) {
    if (textAt(sources, 'county', source) !== county) continue
    total++
    const status = judged.status[source]!
    if (status === STATUS.overdue) overdue++
    else if (status === STATUS.failing) failing++
    else continue
    if (worst.length < count) worst.push(summarise(inventory, judged, source))
    const since = findingsOf(judged.findings, source).flatMap((finding) => finding.since ?? [])
    if (since.some((day) => day >= from && day < until)) newly++
  }
  const surveyed: CountyStory['surveyed'][number][] = []
  const graded: CountyStory['graded'][number][] = []
  for (const kind of judged.tables) {
    const { schema, table } = kind
    const rows = Array.from({ length: table.length }, (_, row) => row).filter(
      (row) => textAt(table, 'county', row) === county,
    )
    const [best] = surveyGrades(schema)
    if (best !== undefined) {
      const grades = rows.map((row) => ({
        name: textAt(table, 'name', row),
        grade: textAt(table, schema.surveys!.grading!.grade, row),
      }))
      surveyed.push({ kind: kind.kind, best, below: grades.filter(({ grade }) => grade !== '' && grade !== best) })
    }
    if (schema.ladder) {
      const counts = new Map<string, number>()
      for (const row of rows) {
        const grade = meantText(kind, 'grade', row)
        counts.set(grade, (counts.get(grade) ?? 0) + 1)
      }
      graded.push({ kind: kind.kind, counts })
    }
  }
  return { overdue, failing, total, newly, worst, surveyed, graded }
}
