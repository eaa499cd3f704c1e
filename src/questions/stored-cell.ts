import { countyName } from '@/domain/sources/county'
import { type KindResource, rowOf } from '@/domain/sources/inventory'
import type { Field } from '@/domain/sources/kinds/field'
import { storedField } from '@/domain/sources/kinds/stored-field'
import { cellText } from '@/domain/sources/reading/read-cell'
import { valueAt } from '@/domain/table/column'
import type { EvaluatedPackage } from './evaluated-package'
import type { OpenedPackage } from './opened-package'

/** A cell of the table that may be written over. */
export interface StoredCell {
  readonly field: Field
  /** As a file would have it. */
  readonly text: string
}

/** The text of a cell of a kind's table as a file would have it: a county by its name. */
export function storedText({ pack }: Pick<OpenedPackage, 'pack'>, { table }: KindResource, name: string, row: number) {
  const value = valueAt(table, name, row)
  if (name === 'county' && typeof value === 'string') return countyName(pack, value)
  return cellText(table.columns[name]?.type ?? 'text', value)
}

/**
 * The cell of a source in the file behind a column; `overlaid` where what is shown comes from elsewhere, from a team's visit, a
 * survey or readings, so that another cell would change nothing, be it the same for now; null where the column stands for no cell.
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
