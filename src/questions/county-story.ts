import { addMonths, type Month, parseDay } from '@/domain/calendar'
import { findingsOf } from '@/domain/rules/findings'
import { STATUS } from '@/domain/rules/status'
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
  /** Roads whose silt grade is known and below 优: name and grade. */
  readonly roads: readonly { readonly name: string; readonly grade: string }[]
  /** Enterprises by grade. */
  readonly grades: ReadonlyMap<string, number>
}

const BEST_SILT = '优'

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
  const roads: { name: string; grade: string }[] = []
  const grades = new Map<string, number>()
  for (const { kind, table } of judged.tables) {
    for (let row = 0; row < table.length; row++) {
      if (textAt(table, 'county', row) !== county) continue
      if (kind === 'enterprise') {
        const grade = textAt(table, 'grade', row)
        grades.set(grade, (grades.get(grade) ?? 0) + 1)
      }
      const silt = kind === 'road' ? textAt(table, 'siltGrade', row) : ''
      if (silt !== '' && silt !== BEST_SILT) roads.push({ name: textAt(table, 'name', row), grade: silt })
    }
  }
  return { overdue, failing, total, newly, worst, roads, grades }
}
