import type { Difference } from '@/domain/intake/merge'
import { isMonthly } from './blockers'
import type { ImportItem } from './import-item'

/** Separator of the parts of a key. */
const PARTS = ' · '

/** Differences of a table of dustfall with names of counties and points in place of their codes; others unchanged. */
export function namedDifference(difference: Difference, { recognised, knowledge }: ImportItem): Difference {
  const { role } = recognised.plan
  if (!isMonthly(role)) return difference
  const nameOf = (code: string) =>
    role === 'dustfall-published'
      ? knowledge.countyName(code)
      : (knowledge.pointsOf(code).find((point) => point.code === code)?.name ?? code)
  const named = <Row extends { readonly key: string }>(rows: readonly Row[]): Row[] =>
    rows.map((row) => {
      const [code = '', ...rest] = row.key.split(PARTS)
      return { ...row, key: [nameOf(code), ...rest].join(PARTS) }
    })
  return {
    ...difference,
    addedRows: named(difference.addedRows),
    changedRows: named(difference.changedRows),
    goneRows: named(difference.goneRows),
  }
}
