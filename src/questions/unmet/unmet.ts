import type { DayNumber } from '@/domain/calendar'
import { STATUS } from '@/domain/rules/status'
import { type FilteredFinding, type FilteredFindings, filteredFindingsOf } from '@/questions/filtered-findings'
import { leadsOfSource } from '@/questions/plan/leads'

/** What a source does not meet, limited to what is asked. */
export interface UnmetFindings {
  /** Overdue and failing findings, worst first; for a source without any, its other findings. */
  readonly findings: readonly FilteredFinding[]
  /** First day of the worst finding; null if nobody recorded it. */
  readonly since: DayNumber | null
  /** Due day of the worst finding; null if there is none. */
  readonly due: DayNumber | null
  /** The departments that lead these findings, those of the worst first. */
  readonly leads: readonly string[]
}

/** What a source does not meet, for lists, tables and files. */
export function unmetFindings(filtered: FilteredFindings, source: number): UnmetFindings {
  const found = filteredFindingsOf(filtered, source)
  const worst = found[0]?.status ?? STATUS.fine
  const findings = found.filter(({ status }) => status >= Math.min(worst, STATUS.failing))
  return {
    findings,
    since: found[0]?.since ?? null,
    due: found[0]?.due ?? null,
    leads: [...new Set(findings.flatMap(({ rule }) => leadsOfSource(filtered.evaluated.opened, rule, source)))],
  }
}
