import type { DayNumber } from '@/domain/calendar'
import { STATUS } from '@/domain/rules/status'
import { type AskedFinding, type AskedOf, askedFindingsOf } from './asked-findings'
import { leadsOfSource } from './leads'

/** What a source does not meet, as far as it is asked about. */
export interface Unmet {
  /** What is overdue or fails, worst first; of a source without problems what makes it stand as it does. */
  readonly findings: readonly AskedFinding[]
  /** First day of the worst of them; null where nobody recorded it. */
  readonly since: DayNumber | null
  /** The day by which that one had to be met; null where nothing says one. */
  readonly due: DayNumber | null
  /** The departments that lead what is not met, those of the worst first. */
  readonly leads: readonly string[]
}

/** What a source does not meet, as lists, tables and files say it. */
export function unmetOf(of: AskedOf, source: number): Unmet {
  const found = askedFindingsOf(of, source)
  const worst = found[0]?.status ?? STATUS.fine
  const findings = found.filter(({ status }) => status >= Math.min(worst, STATUS.failing))
  return {
    findings,
    since: found[0]?.since ?? null,
    due: found[0]?.due ?? null,
    leads: [...new Set(findings.flatMap(({ rule }) => leadsOfSource(of.evaluated.opened, rule, source)))],
  }
}
