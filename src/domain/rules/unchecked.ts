import type { IsoDay } from '@/domain/calendar'
import type { Clause } from './clause'
import { isAdvisory, type Rule } from './rule'
import { notOver } from './rule-change'

/** Whether no figure stands beside any of what a clause asks. */
export const isUnmeasured = ({ targets, figures = [] }: Pick<Clause, 'targets' | 'figures'>): boolean =>
  figures.length === 0 && targets.every(({ measure }) => measure === undefined)

/** Whether nothing checks on a day what a clause asks: no requirement that is not over is of it, and none of its targets and figures is measured. */
export const isUnchecked = ({ number, targets, figures = [] }: Clause, rules: readonly Rule[], day: IsoDay): boolean =>
  !notOver(rules, day).some((rule) => rule.clause === number && !isAdvisory(rule)) && isUnmeasured({ targets, figures })
