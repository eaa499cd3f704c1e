import type { SchemaElement } from 'hyparquet'
import { ByteWriter, type ColumnSource, parquetWrite } from 'hyparquet-writer'
import { PARAMETER_FACTS, type Parameter } from '@/domain/monitoring/parameter'
import type { Readings } from '@/domain/monitoring/readings'
import { DEVICE, FORM, FORM_KEY, TIME } from './readings-columns'

/** So many rows a group: what of it is not needed is not read, and a month of some hundred devices has few groups. */
const GROUP_ROWS = 65_536
/** About so many bytes of a column are read at least. */
const PAGE_BYTES = 32_768
const MS_PER_MINUTE = 60_000n

/** A time is milliseconds in UTC, as other programs read it; texts are UTF-8. */
const TYPES = {
  time: { type: 'INT64', converted_type: 'TIMESTAMP_MILLIS' },
  text: { type: 'BYTE_ARRAY', converted_type: 'UTF8' },
  number: { type: 'FLOAT' },
  whole: { type: 'INT32' },
} as const satisfies Record<string, Partial<SchemaElement>>

/** A column beside those of device and time. */
export interface Column extends ColumnSource {
  readonly of: keyof typeof TYPES
  readonly isKey: boolean
}

/** A value that is none is null: to other programs NaN is a number. Where each is one, none is made an object. */
export const numbers = (values: Float32Array): ColumnSource['data'] =>
  values.some(Number.isNaN) ? Array.from(values, (value) => (Number.isNaN(value) ? null : value)) : values

function millisecondsOf(minute: Int32Array): BigInt64Array {
  const at = new BigInt64Array(minute.length)
  for (let row = 0; row < minute.length; row++) at[row] = BigInt(minute[row]!) * MS_PER_MINUTE
  return at
}

/**
 * Rows by device and time as a file of Apache Parquet: `device`, `time`, and the columns given. They must be in order, so that a
 * device is found by what the file says of its groups and pages.
 */
export function writeRows(
  { devices, device, minute }: Pick<Readings, 'devices' | 'device' | 'minute'>,
  rest: readonly Column[],
  parameters: readonly Parameter[],
): ArrayBuffer {
  const key = { isKey: true, columnIndex: true }
  const columns: Column[] = [
    { name: DEVICE, of: 'text', data: Array.from(device, (code) => devices[code]!), ...key },
    { name: TIME, of: 'time', data: millisecondsOf(minute), ...key },
    ...rest,
  ]
  const writer = new ByteWriter()
  parquetWrite({
    writer,
    columnData: columns,
    schema: [
      { name: 'readings', num_children: columns.length },
      ...columns.map(
        ({ name, of, isKey }): SchemaElement => ({
          name,
          ...TYPES[of],
          repetition_type: isKey ? 'REQUIRED' : 'OPTIONAL',
        }),
      ),
    ],
    rowGroupSize: GROUP_ROWS,
    pageSize: PAGE_BYTES,
    // The codes of monitors have up to 24 signs: cut off, one would stand for many.
    statisticsTruncateLength: Number.POSITIVE_INFINITY,
    kvMetadata: [
      { key: FORM_KEY, value: String(FORM) },
      ...parameters.map((each) => ({
        key: `chentu.unit.${each}`,
        value: PARAMETER_FACTS[each].unit,
      })),
    ],
    createdBy: 'Chentu',
  })
  return writer.getBuffer()
}
