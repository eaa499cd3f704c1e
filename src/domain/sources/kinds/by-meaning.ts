import { type Column, type Table, textOf } from '@/domain/table/column'
import { fieldNameByMeaning, type Kind } from './kind'
import type { Meaning } from './meaning'

/** A table of sources of one kind. */
export interface TableOfKind {
  readonly schema: Pick<Kind, 'fields'>
  readonly table: Table
}

/** The column with a meaning; undefined if the kind has no such field. */
export function columnByMeaning({ schema, table }: TableOfKind, meaning: Meaning): Column | undefined {
  const name = fieldNameByMeaning(schema, meaning)
  return name === undefined ? undefined : table.columns[name]
}

/** Text of a row in the column with a meaning; '' if the kind has no such field or the cell is empty. */
export function textByMeaning(kind: TableOfKind, meaning: Meaning, row: number): string {
  return textOf(columnByMeaning(kind, meaning), row)
}
