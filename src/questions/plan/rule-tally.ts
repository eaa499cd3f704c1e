import type { RuleFindings } from '@/domain/rules/findings'
import { STATUS, STATUS_NAMES } from '@/domain/rules/status'
import { emptyTally, type Tally } from '@/domain/rules/tally'
import type { EvaluatedPackage } from '@/questions/evaluated-package'
import { isToVerify } from '@/questions/source/to-verify'

/** Tally of the rows that these rules apply to, over all their tables. */
export function tallyOf(
  evaluated: Pick<EvaluatedPackage, 'tables' | 'opened'>,
  findings: readonly RuleFindings[],
): Tally {
  const tally = emptyTally()
  for (const each of findings) {
    const toVerify = isToVerify(evaluated, each)
    each.status.forEach((standing, row) => {
      if (standing !== STATUS.fine || each.covers(row)) tally[toVerify?.(row) ? 'toVerify' : STATUS_NAMES[standing]!]++
    })
  }
  return tally
}
