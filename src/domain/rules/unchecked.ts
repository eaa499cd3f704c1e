import type { IsoDay } from '@/domain/calendar'
import type { Clause } from './clause'
import { isAdvisory, type Rule } from './rule'
import { rulesNotOver } from './rule-change'

/** Whether none of a clause's targets and figures is measured. */
export const isUnmeasured = ({ targets, figures = [] }: Pick<Clause, 'targets' | 'figures'>): boolean =>
  figures.length === 0 && targets.every(({ measure }) => measure === undefined)

/**
 * Whether nothing checks a clause on a day: it has no requirement that is not over, and none of its targets and figures
 * is measured.
 */
export const isUnchecked = ({ number, targets, figures = [] }: Clause, rules: readonly Rule[], day: IsoDay): boolean =>
  !rulesNotOver(rules, day).some((rule) => rule.clause === number && !isAdvisory(rule)) &&
  isUnmeasured({ targets, figures })
