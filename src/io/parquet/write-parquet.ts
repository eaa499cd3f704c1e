import type { SchemaElement } from 'hyparquet'
import { ByteWriter, type ColumnSource, parquetWrite } from 'hyparquet-writer'

/** So many rows a group: what of it is not needed is not read, and a month of some hundred devices has few groups. */
const GROUP_ROWS = 65_536
/** About so many bytes of a column are read at least. */
const PAGE_BYTES = 32_768
/** A group is one page, and its values need not be put together from several, which takes longer than to read them: for what is mostly read by groups. */
export const WHOLE_GROUPS = 1 << 20

/** A time is milliseconds in UTC, as other programs read it; texts are UTF-8. */
const TYPES = {
  time: { type: 'INT64', converted_type: 'TIMESTAMP_MILLIS' },
  text: { type: 'BYTE_ARRAY', converted_type: 'UTF8' },
  number: { type: 'FLOAT' },
  degrees: { type: 'DOUBLE' },
  whole: { type: 'INT32' },
} as const satisfies Record<string, Partial<SchemaElement>>

export interface ParquetColumn extends ColumnSource {
  readonly of: keyof typeof TYPES
  /** Rows are in the order of the keys, and are found by them; a key has a value in every row. */
  readonly isKey: boolean
}

/** A value that is none is null: to other programs NaN is a number. Where each is one, none is made an object. */
export const numbers = (values: Float32Array): ColumnSource['data'] =>
  values.some(Number.isNaN) ? Array.from(values, (value) => (Number.isNaN(value) ? null : value)) : values

/** Rows as a file of Apache Parquet that says of itself what `facts` has, by key. */
export function writeParquet(
  name: string,
  columns: readonly ParquetColumn[],
  facts: Readonly<Record<string, string>>,
  pageBytes = PAGE_BYTES,
): ArrayBuffer {
  const writer = new ByteWriter()
  parquetWrite({
    writer,
    columnData: columns.map((column) => (column.isKey ? { ...column, columnIndex: true } : column)),
    schema: [
      { name, num_children: columns.length },
      ...columns.map(
        (column): SchemaElement => ({
          name: column.name,
          ...TYPES[column.of],
          // What has a value in every row is read without a look at which rows have one, in half the time.
          repetition_type: column.isKey || ArrayBuffer.isView(column.data) ? 'REQUIRED' : 'OPTIONAL',
        }),
      ),
    ],
    rowGroupSize: GROUP_ROWS,
    pageSize: pageBytes,
    // The codes of monitors have up to 24 signs: cut off, one would stand for many.
    statisticsTruncateLength: Number.POSITIVE_INFINITY,
    kvMetadata: Object.entries(facts).map(([key, value]) => ({ key, value })),
    createdBy: 'Chentu',
  })
  return writer.getBuffer()
}
