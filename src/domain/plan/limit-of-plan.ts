import type { Month } from '@/domain/calendar'
import type { Clause } from '@/domain/rules/clause'
import { isDustfallLimit } from './dustfall-target'
import { plainForm } from './plan-text'

/** The most dustfall that a plan allows for (不高于 N 吨/月·平方公里), and its clause; null where it names none. */
export function limitOfPlan(clauses: readonly Clause[]): { readonly clause: number; readonly value: number } | null {
  for (const { number, targets } of clauses) {
    const target = targets.find(isDustfallLimit)
    if (target) return { clause: number, value: target.value }
  }
  return null
}

const FROM = /(?:(20\d\d)年)?(\d{1,2})月(?:份|1日)?(?:起|开始)/

/** A month from which on a limit may hold, and why. */
export interface LimitBegin {
  readonly month: Month
  readonly why: 'year' | 'words' | 'issue'
}

/**
 * The months from which a plan's limit may hold, in their order: the first of its year, the one that the words of its clause name
 * (自5月起), and that of its issue. Which of them it is nobody but a person can say.
 */
export function beginsOfLimit(words: string, year: number, issued: string): readonly LimitBegin[] {
  const said = FROM.exec(plainForm(words))
  const month = (of: number, number: number): Month => `${of}-${String(number).padStart(2, '0')}`
  const number = Number(said?.[2])
  const begins: LimitBegin[] = [
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
