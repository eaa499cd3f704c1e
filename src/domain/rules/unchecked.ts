import type { Clause } from './clause'
import { isAdvisory, type Rule } from './rule'

/** Whether nothing checks what a clause asks: no requirement is of it, and none of its targets is measured. */
export const isUnchecked = ({ number, targets }: Clause, rules: readonly Rule[]): boolean =>
  !rules.some((rule) => rule.clause === number && !isAdvisory(rule)) &&
  targets.every(({ measure }) => measure === undefined)
