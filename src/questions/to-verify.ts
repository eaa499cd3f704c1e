import type { RuleFindings } from '@/domain/rules/findings'
import { fieldsOf } from '@/domain/rules/rule'
import { STATUS } from '@/domain/rules/status'
import { ABSENT_FLAG } from '@/domain/table/column'
import type { EvaluatedPackage } from './evaluated-package'

/**
 * Tells the rows of a rule of which nobody knows whether they keep it, since readings of their monitors fall short of a setting that
 * nobody confirmed: the plan does not say that they break it, and a person has to look. Null where readings tell nothing of the rule.
 */
export function isToVerify(
  { tables, opened }: Pick<EvaluatedPackage, 'tables' | 'opened'>,
  { rule, first, status }: Pick<RuleFindings, 'rule' | 'first' | 'status'>,
): ((row: number) => boolean) | null {
  const of = tables.find((each) => each.first === first)
  const cells = fieldsOf(opened.pack.rules[rule]!.check).flatMap((name) => {
    const [set, column] = [of?.measuredSet?.get(name), of?.table.columns[name]]
    return set && column?.type === 'flag' ? [{ set, values: column.values }] : []
  })
  if (cells.length === 0) return null
  return (row) =>
    status[row] === STATUS.unknown && cells.some(({ set, values }) => set[row] === 1 && values[row] === ABSENT_FLAG)
}
