import { type RuleFindings, tableOfFindings } from '@/domain/rules/findings'
import { fieldsOf } from '@/domain/rules/rule'
import { STATUS } from '@/domain/rules/status'
import { isShareToVerify, trackedPercent } from '@/domain/rules/tracked'
import { ABSENT_FLAG } from '@/domain/table/column'
import type { EvaluatedPackage } from '@/questions/evaluated-package'

/**
 * Tests whether a row is unknown because readings of its monitors, or tracks of trucks, miss a threshold that nobody
 * confirmed: it does not count as a breach, and a person has to look. Null if neither affects the rule, or its
 * requested `items`.
 */
export function isToVerify(
  { tables, opened }: Pick<EvaluatedPackage, 'tables' | 'opened'>,
  { rule, first, status }: Pick<RuleFindings, 'rule' | 'first' | 'status'>,
  items: readonly string[] = [],
): ((row: number) => boolean) | null {
  const of = tableOfFindings(tables, { first, status })
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
