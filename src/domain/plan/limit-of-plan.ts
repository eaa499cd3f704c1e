import type { Month } from '@/domain/calendar'
import type { Clause } from '@/domain/rules/clause'
import { isDustfallLimit } from './dustfall-target'
import { plainForm } from './plan-text'

/** The dustfall limit of a plan (不高于 N 吨/月·平方公里), and its clause; null if it names none. */
export function limitOfPlan(clauses: readonly Clause[]): { readonly clause: number; readonly value: number } | null {
  for (const { number, targets } of clauses) {
    const target = targets.find(isDustfallLimit)
    if (target) return { clause: number, value: target.value }
  }
  return null
}

const FROM = /(?:(20\d\d)年)?(\d{1,2})月(?:份|1日)?(?:起|开始)/

/** A possible first month of a limit, and why. */
export interface LimitStart {
  readonly month: Month
  readonly why: 'year' | 'words' | 'issue'
}

/**
 * Possible first months of a plan's limit, in order: the first of its year, the one that its clause names (自5月起), and
 * the month of its issue. Only a person can decide between them.
 */
export function possibleLimitStarts(words: string, year: number, issued: string): readonly LimitStart[] {
  const said = FROM.exec(plainForm(words))
  const month = (of: number, number: number): Month => `${of}-${String(number).padStart(2, '0')}`
  const number = Number(said?.[2])
  const begins: LimitStart[] = [
    { month: month(year, 1), why: 'year' },
    ...(said && number >= 1 && number <= 12
      ? [{ month: month(Number(said[1] ?? year), number), why: 'words' as const }]
      : []),
    ...(issued.startsWith(`${year}-`) ? [{ month: issued.slice(0, 7), why: 'issue' as const }] : []),
  ]
  return begins
    .filter((each, i) => begins.findIndex((other) => other.month === each.month) === i)
    .sort((a, b) => (a.month < b.month ? -1 : 1))
}
