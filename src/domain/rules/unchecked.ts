import type { IsoDay } from '@/domain/calendar'
import type { Clause } from './clause'
import { isAdvisory, type Rule } from './rule'
import { notOver } from './rule-change'

/** Whether nothing checks on a day what a clause asks: no requirement that is not over is of it, and none of its targets is measured. */
export const isUnchecked = ({ number, targets }: Clause, rules: readonly Rule[], day: IsoDay): boolean =>
  !notOver(rules, day).some((rule) => rule.clause === number && !isAdvisory(rule)) &&
  targets.every(({ measure }) => measure === undefined)
