import { type RuleFindings, tableOf } from '@/domain/rules/findings'
import { fieldsOf } from '@/domain/rules/rule'
import { STATUS } from '@/domain/rules/status'
import { isShareToVerify, trackedPercent } from '@/domain/rules/tracked'
import { ABSENT_FLAG } from '@/domain/table/column'
import type { EvaluatedPackage } from './evaluated-package'

/**
 * Tells the rows of a rule of which nobody knows whether they keep it, since readings of their monitors, or tracks of trucks, fall
 * short by a setting that nobody confirmed: the plan does not say that they break it, and a person has to look. Null where neither
 * tells anything of the rule, or of those of its `items` that are asked about.
 */
export function isToVerify(
  { tables, opened }: Pick<EvaluatedPackage, 'tables' | 'opened'>,
  { rule, first, status }: Pick<RuleFindings, 'rule' | 'first' | 'status'>,
  items: readonly string[] = [],
): ((row: number) => boolean) | null {
  const of = tableOf(tables, { first, status })
  if (!of) return null
  const { check } = opened.pack.rules[rule]!
  const cells = (items.length > 0 ? items : fieldsOf(check)).flatMap((name) => {
    const [set, column] = [of.measuredSet?.get(name), of.table.columns[name]]
    return set && column?.type === 'flag' ? [{ set, values: column.values }] : []
  })
  const percent = trackedPercent(of, check)
  if (cells.length === 0 && percent === null) return null
  const isByTracks = (row: number) => {
    const share = of.tracked?.get(row)
    return share !== undefined && percent !== null && isShareToVerify(share, percent)
  }
  return (row) =>
    status[row] === STATUS.unknown &&
    (cells.some(({ set, values }) => set[row] === 1 && values[row] === ABSENT_FLAG) || isByTracks(row))
}
