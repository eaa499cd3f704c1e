import type { ChangedRow, Difference } from '@/domain/intake/merge'
import { isMonthly } from './blockers'
import type { ImportItem } from './import-item'

/** Separator of the parts of a key. */
const PARTS = ' · '

/** Rows of a table of dustfall with names of counties and points in place of their codes; others unchanged. */
export function namedRows<Row extends { readonly key: string }>(
  rows: readonly Row[],
  { recognised, knowledge }: ImportItem,
): readonly Row[] {
  const { role } = recognised.plan
  if (!isMonthly(role)) return rows
  const nameOf = (code: string) =>
    role === 'dustfall-published'
      ? knowledge.countyName(code)
      : (knowledge.pointsOf(code).find((point) => point.code === code)?.name ?? code)
  return rows.map((row) => {
    const [code = '', ...rest] = row.key.split(PARTS)
    return { ...row, key: [nameOf(code), ...rest].join(PARTS) }
  })
}

/** Changed rows as in {@link namedRows}, with counties by name. */
export function namedChanges(rows: readonly ChangedRow[], item: ImportItem): readonly ChangedRow[] {
  const { countyName } = item.knowledge
  const named = (value: ChangedRow['fields'][number]['before']) =>
    typeof value === 'string' ? countyName(value) : value
  return namedRows(rows, item).map((row) => ({
    ...row,
    fields: row.fields.map((each) =>
      each.field === 'county' ? { ...each, before: named(each.before), after: named(each.after) } : each,
    ),
  }))
}

/** Differences with names in place of codes. */
export const namedDifference = (difference: Difference, item: ImportItem): Difference => ({
  ...difference,
  addedRows: namedRows(difference.addedRows, item),
  changedRows: namedChanges(difference.changedRows, item),
  goneRows: namedRows(difference.goneRows, item),
})
