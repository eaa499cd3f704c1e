import { parseDay } from '@/domain/calendar'
import type { Field } from '@/domain/sources/kinds/field'
import type { Kind } from '@/domain/sources/kinds/kind'
import { MEANINGS, type Meaning } from '@/domain/sources/kinds/meaning'
import { textColumn } from '@/domain/table/build-column'
import { ABSENT_DAY, ABSENT_FLAG, type Column, type Table } from '@/domain/table/column'

/** Columns by name with their values; null is absent, days are ISO dates. */
interface ColumnValues {
  readonly texts?: Readonly<Record<string, readonly string[]>>
  readonly numbers?: Readonly<Record<string, readonly (number | null)[]>>
  readonly flags?: Readonly<Record<string, readonly (boolean | null)[]>>
  readonly days?: Readonly<Record<string, readonly (string | null)[]>>
}

/** A table of a few rows for tests. */
export function tableOf({ texts = {}, numbers = {}, flags = {}, days = {} }: ColumnValues): Table {
  const columns: Record<string, Column> = {}
  let length = 0
  const put = <T>(all: Readonly<Record<string, readonly T[]>>, make: (values: readonly T[]) => Column) => {
    for (const [name, values] of Object.entries(all)) {
      columns[name] = make(values)
      length = values.length
    }
  }
  put(texts, textColumn)
  put(numbers, (values) => ({ type: 'number', values: Float64Array.from(values, (value) => value ?? Number.NaN) }))
  put(flags, (values) => ({
    type: 'flag',
    values: Uint8Array.from(values, (value) => (value === null ? ABSENT_FLAG : Number(value))),
  }))
  put(days, (values) => ({
    type: 'day',
    values: Int32Array.from(values, (value) => (value === null ? ABSENT_DAY : parseDay(value))),
  }))
  return { length, columns }
}

/** A kind whose fields are the columns of a table; a column named like a meaning has that meaning. */
export function kindOfTable(table: Table, more: Partial<Kind> = {}): Kind {
  const fields = Object.entries(table.columns).map(
    ([name, { type }]): Field => ({
      name,
      title: { zh: name, en: name },
      headings: [name],
      type: type === 'packed' ? 'text' : type,
      ...(Object.hasOwn(MEANINGS, name) ? { means: name as Meaning } : {}),
    }),
  )
  return {
    id: 'yard',
    title: { zh: '场地', en: 'Yards' },
    place: 'point',
    symbol: { shape: 'square' },
    words: [],
    findable: false,
    ring: false,
    shown: true,
    fields,
    ...more,
  }
}
