import { isRunningNumber } from '@/domain/intake/recognise/running-number'
import { EXTRA } from '@/domain/sources/reading/read-table'
import { joinTexts, textColumn } from '@/domain/table/build-column'
import {
  ABSENT_DAY,
  ABSENT_FLAG,
  type Column,
  isEmpty,
  type Table,
  textAt,
  textsInOrder,
  type Value,
  valueAt,
} from '@/domain/table/column'

/** A row in both tables, and the fields in which it differs. */
export interface ChangedRow {
  readonly key: string
  readonly name: string
  readonly fields: readonly { readonly field: string; readonly before: Value; readonly after: Value }[]
}

/** Differences between a new table and the existing one. */
export interface Difference {
  readonly added: number
  readonly changed: number
  readonly same: number
  readonly gone: number
  /** Cells that are blank in rows of the file, with a value in the existing table. */
  readonly blanks: number
  /** Columns of the file that the existing table does not have, and that say something; not compared row by row. */
  readonly addedColumns: readonly string[]
  /** The first rows of each, for display. */
  readonly addedRows: readonly { readonly key: string; readonly name: string }[]
  readonly changedRows: readonly ChangedRow[]
  readonly goneRows: readonly { readonly key: string; readonly name: string }[]
}

/** What happens to rows missing from the new table: removed, or kept as they were. */
export type GoneRows = 'remove' | 'keep'

/** What happens to values for which the new table has a blank cell: kept as they were, or emptied. */
export type Blanks = 'keep' | 'empty'

/** The blank cells of a new table, and what happens to the values there. */
export interface BlankCells {
  /** Whether a cell without a value was blank: one that says — or can't be read is not. */
  readonly isBlank: (column: string, row: number) => boolean
  readonly chosen: Blanks
}

export interface MergedTable {
  readonly table: Table
  readonly difference: Difference
}

const LISTED = 1000

/** Fields that keep their old value if the file's row has none. */
const STAYS = new Set(['lon', 'lat', 'county'])

/** A column that only numbers the rows is no fact about them. */
const isCompared = (name: string) => !(name.startsWith(EXTRA) && isRunningNumber(name))

/** Order of columns: fields, then further columns of the file. */
const fieldsFirst = (a: string, b: string) => Number(a.startsWith(EXTRA)) - Number(b.startsWith(EXTRA))

/** The key of each row of a table. */
export function keysOf(table: Table, key: readonly string[]): string[] {
  const [only, ...more] = key.map((name) => keyTexts(table, name))
  if (!only) return new Array<string>(table.length).fill('')
  return Array.from({ length: table.length }, (_, row) =>
    more.reduce((text, of) => `${text}\u0000${of(row)}`, only(row)),
  )
}

/** Returns a reader for a column's part of the keys, in row order. */
function keyTexts(table: Table, name: string): (row: number) => string {
  const column = table.columns[name]
  if (column?.type === 'text' || column?.type === 'packed') return textsInOrder(column)
  return (row) => String(valueAt(table, name, row) ?? '')
}

/**
 * Replaces an existing table by a new one, matching rows by key. A column that the new table does not have keeps the
 * old values; one that it has replaces them, where its cells are blank as `blanks` says (emptied without it).
 * `filledColumns` are the fields for which the new file had a column. `gone` says what happens to rows missing from the
 * new table; those that other new tables have (`elsewhere`, by key) are not missing. A column that numbers the rows is
 * no change of a row, nor are other words for the county in which it counts already: `countyOf` a new row.
 */
export function mergeTables(
  before: Table,
  after: Table,
  key: readonly string[],
  filledColumns: ReadonlySet<string>,
  gone: GoneRows,
  blanks: BlankCells | null = null,
  elsewhere: ReadonlySet<string> = new Set(),
  countyOf: (row: number) => Value = (row) => valueAt(after, 'county', row),
): MergedTable {
  const rowOf = new Map<string, number>()
  const keysBefore = keysOf(before, key)
  keysBefore.forEach((each, row) => {
    if (!rowOf.has(each)) rowOf.set(each, row)
  })
  const keys = keysOf(after, key)
  // Row of the old table for each new one, -1 for none.
  const old = Int32Array.from(keys, (each) => rowOf.get(each) ?? -1)
  const seen = new Uint8Array(before.length)
  for (const row of old) if (row >= 0) seen[row] = 1
  const unseen = Array.from({ length: before.length }, (_, row) => row).filter((row) => seen[row] === 0)
  const goneRows = unseen.filter((row) => !elsewhere.has(keysBefore[row]!))

  const names = [...new Set([...Object.keys(before.columns), ...Object.keys(after.columns)])]
  const compared = names
    .filter((name) => filledColumns.has(name) && name in before.columns && name in after.columns)
    .filter(isCompared)
    .sort(fieldsFirst)
  const addedColumns = Object.entries(after.columns)
    .filter(([name, column]) => filledColumns.has(name) && !(name in before.columns) && !isEmpty(column))
    .map(([name]) => name)
    .filter(isCompared)
    .sort(fieldsFirst)
  const keepsBlanks = blanks?.chosen === 'keep'
  const stays = (name: string, row: number) => STAYS.has(name) || (keepsBlanks && (blanks?.isBlank(name, row) ?? false))
  const label = (table: Table, row: number) => textAt(table, 'name', row)
  const shown = (each: string) => each.replaceAll('\u0000', ' · ')
  const addedRows: { key: string; name: string }[] = []
  const changedRows: ChangedRow[] = []
  const counts = { added: 0, changed: 0, same: 0, blanks: 0 }
  for (let row = 0; row < after.length; row++) {
    const was = old[row]!
    if (was < 0) {
      counts.added++
      if (addedRows.length < LISTED) addedRows.push({ key: shown(keys[row]!), name: label(after, row) })
      continue
    }
    const fields = compared.flatMap((field): ChangedRow['fields'] => {
      const [x, y] = [valueAt(before, field, was), field === 'county' ? countyOf(row) : valueAt(after, field, row)]
      if (x === y) return []
      if (y !== null) return [{ field, before: x, after: y }]
      if (!STAYS.has(field) && blanks?.isBlank(field, row)) counts.blanks++
      return stays(field, row) ? [] : [{ field, before: x, after: y }]
    })
    counts[fields.length > 0 ? 'changed' : 'same']++
    if (fields.length > 0 && changedRows.length < LISTED)
      changedRows.push({ key: shown(keys[row]!), name: label(after, row), fields })
  }
  const kept = gone === 'keep' ? unseen : unseen.filter((row) => elsewhere.has(keysBefore[row]!))
  const columns = Object.fromEntries(
    names.map((name) => [
      name,
      mergeColumn(before, after, name, filledColumns.has(name) || !(name in before.columns), {
        old,
        kept,
        stays,
        keepsBlanks,
      }),
    ]),
  )
  return {
    table: { length: after.length + kept.length, columns },
    difference: {
      ...counts,
      addedColumns,
      gone: goneRows.length,
      addedRows,
      changedRows,
      goneRows: goneRows.slice(0, LISTED).map((row) => ({
        key: key.map((name) => valueAt(before, name, row) ?? '').join(' · '),
        name: label(before, row),
      })),
    },
  }
}

/** The old row of each new one (-1 for none), the old rows that are kept, and which absent cells keep the old value. */
interface MergedRows {
  readonly old: Int32Array
  readonly kept: readonly number[]
  readonly stays: (column: string, row: number) => boolean
  readonly keepsBlanks: boolean
}

/**
 * One column of the merged table: from the new table if it has the column (`speaks`), otherwise from the old rows; then
 * the kept rows.
 */
function mergeColumn(
  before: Table,
  after: Table,
  name: string,
  speaks: boolean,
  { old, kept, stays, keepsBlanks }: MergedRows,
): Column {
  const [was, is] = [before.columns[name], after.columns[name]]
  const type = (speaks ? is : was)?.type ?? was?.type ?? is!.type
  if (type === 'text' || type === 'packed') {
    const rest = textColumn(kept.map((row) => textAt(before, name, row)))
    const known = (row: number) => (old[row]! < 0 ? '' : textAt(before, name, old[row]!))
    const isWhole = speaks && !keepsBlanks && !STAYS.has(name)
    const textOf = (row: number) => {
      const text = speaks ? textAt(after, name, row) : ''
      return text === '' && (!speaks || stays(name, row)) ? known(row) : text
    }
    const own = isWhole
      ? (is as Extract<Column, { type: 'text' | 'packed' }>)
      : textColumn(Array.from(old, (_, row) => textOf(row)))
    return kept.length === 0 ? own : joinTexts([own, rest])
  }
  const absent = type === 'flag' ? ABSENT_FLAG : type === 'day' ? ABSENT_DAY : Number.NaN
  const values = (column: Column | undefined, row: number): number =>
    column && row >= 0 && 'values' in column ? column.values[row]! : absent
  const length = old.length + kept.length
  const merged = Array.from({ length }, (_, row) => {
    if (row >= old.length) return values(was, kept[row - old.length]!)
    const own = speaks ? values(is, row) : absent
    return speaks && !(Object.is(own, absent) && stays(name, row)) ? own : values(was, old[row]!)
  })
  switch (type) {
    case 'flag':
      return { type, values: Uint8Array.from(merged) }
    case 'day':
      return { type, values: Int32Array.from(merged) }
    case 'number':
      return { type, values: Float64Array.from(merged) }
  }
}
