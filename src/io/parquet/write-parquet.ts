import type { SchemaElement } from 'hyparquet'
import { ByteWriter, type ColumnSource, parquetWrite } from 'hyparquet-writer'

/** Rows per group: unneeded groups are not read, and a month of some hundred devices has only a few groups. */
const GROUP_ROWS = 65_536
/** Minimum number of bytes of a column read at once. */
const PAGE_BYTES = 32_768
/**
 * Makes each group a single page, for files mostly read by whole groups: joining values of several pages takes longer
 * than reading them.
 */
export const WHOLE_GROUPS = 1 << 20

/** Times are milliseconds in UTC, as other programs expect; texts are UTF-8. */
const TYPES = {
  time: { type: 'INT64', converted_type: 'TIMESTAMP_MILLIS' },
  text: { type: 'BYTE_ARRAY', converted_type: 'UTF8' },
  number: { type: 'FLOAT' },
  degrees: { type: 'DOUBLE' },
  whole: { type: 'INT32' },
} as const satisfies Record<string, Partial<SchemaElement>>

export interface ParquetColumn extends ColumnSource {
  readonly of: keyof typeof TYPES
  /** Rows are sorted by the key columns and looked up by them; a key has a value in every row. */
  readonly isKey: boolean
}

/** NaN becomes null, since other programs treat NaN as a number. Without any NaN the typed array is returned as is. */
export const numbers = (values: Float32Array): ColumnSource['data'] =>
  values.some(Number.isNaN) ? Array.from(values, (value) => (Number.isNaN(value) ? null : value)) : values

/** Whether a column has a value in every row: a typed array has no nulls. */
const hasAll = ({ data }: ParquetColumn): boolean => ArrayBuffer.isView(data)

/** Writes rows as Apache Parquet with `facts` as key-value metadata. */
export function writeParquet(
  name: string,
  columns: readonly ParquetColumn[],
  facts: Readonly<Record<string, string>>,
  pageBytes = PAGE_BYTES,
): ArrayBuffer {
  const writer = new ByteWriter()
  parquetWrite({
    writer,
    columnData: columns.map((column) => ({
      ...column,
      columnIndex: column.isKey,
      // Rows are found by their keys; of other columns, readers only ask whether they have any value.
      statistics: column.isKey || !hasAll(column),
      // Times at equal steps then take nearly no room; as they are, they took most of a file.
      ...(column.of === 'time' && { encoding: 'DELTA_BINARY_PACKED' as const }),
    })),
    schema: [
      { name, num_children: columns.length },
      ...columns.map(
        (column): SchemaElement => ({
          name: column.name,
          ...TYPES[column.of],
          // A column with a value in every row is read twice as fast, since no definition levels are needed.
          repetition_type: column.isKey || hasAll(column) ? 'REQUIRED' : 'OPTIONAL',
        }),
      ),
    ],
    rowGroupSize: GROUP_ROWS,
    pageSize: pageBytes,
    // Monitor codes have up to 24 characters: truncated, one would match many.
    statisticsTruncateLength: Number.POSITIVE_INFINITY,
    kvMetadata: Object.entries(facts).map(([key, value]) => ({ key, value })),
    createdBy: 'Chentu',
  })
  return writer.getBuffer()
}
