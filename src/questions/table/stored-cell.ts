import { countyName } from '@/domain/sources/county'
import { type KindResource, rowOf } from '@/domain/sources/inventory'
import type { Field } from '@/domain/sources/kinds/field'
import { storedField } from '@/domain/sources/kinds/stored-field'
import { cellText } from '@/domain/sources/reading/read-cell'
import { valueAt } from '@/domain/table/column'
import type { EvaluatedPackage } from '@/questions/evaluated-package'
import type { OpenedPackage } from '@/questions/opened-package'

/** A cell of the table that the user may overwrite. */
export interface StoredCell {
  readonly field: Field
  /** The text as a file would contain it. */
  readonly text: string
}

/** Text of a cell as a file would contain it; a county by its name. */
export function storedText({ pack }: Pick<OpenedPackage, 'pack'>, { table }: KindResource, name: string, row: number) {
  const value = valueAt(table, name, row)
  if (name === 'county' && typeof value === 'string') return countyName(pack, value)
  return cellText(table.columns[name]?.type ?? 'text', value)
}

/**
 * The stored cell behind a column of a source. 'overlaid' if the shown value comes from a team's check, a survey or
 * readings, so that changing the cell would have no effect; null if the column has no stored cell.
 */
export function storedCell(
  { opened, tables }: EvaluatedPackage,
  source: number,
  column: string,
): StoredCell | 'overlaid' | null {
  const { kind, row } = rowOf(opened.inventory, source)
  const field = storedField(kind.schema, column)
  if (field === null) return null
  const onDay = tables[opened.inventory.kinds.findIndex(({ file }) => file === kind.file)]
  if (onDay?.set.some((cells) => cells.get(field.name)?.[row] === 1)) return 'overlaid'
  return { field, text: storedText(opened, kind, field.name, row) }
}
