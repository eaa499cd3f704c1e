import type { Clause } from '@/domain/rules/clause'
import { DUSTFALL_UNIT } from './units'

/** The most dustfall that a plan allows for (不高于 N 吨/月·平方公里), and its clause; null where it names none. */
export function limitOfPlan(clauses: readonly Clause[]): { readonly clause: number; readonly value: number } | null {
  for (const { number, targets } of clauses) {
    const target = targets.find(({ comparison, unit }) => comparison === '≤' && unit === DUSTFALL_UNIT)
    if (target) return { clause: number, value: target.value }
  }
  return null
}
