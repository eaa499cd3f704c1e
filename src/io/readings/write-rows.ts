import { PARAMETER_FACTS, type Parameter } from '@/domain/monitoring/parameter'
import type { Readings } from '@/domain/monitoring/readings'
import type { DataClass } from '@/domain/sources/kinds/data-class'
import { classFacts } from '@/io/parquet/class-in-file'
import { type ParquetColumn, writeParquet } from '@/io/parquet/write-parquet'
import { DEVICE, FORM, FORM_KEY, TIME } from './readings-columns'

const MS_PER_MINUTE = 60_000n

function millisecondsOf(minute: Int32Array): BigInt64Array {
  const at = new BigInt64Array(minute.length)
  for (let row = 0; row < minute.length; row++) at[row] = BigInt(minute[row]!) * MS_PER_MINUTE
  return at
}

/** The device code of each row. */
function codesOf({ devices, device }: Pick<Readings, 'devices' | 'device'>): string[] {
  const codes = new Array<string>(device.length)
  for (let row = 0; row < device.length; row++) codes[row] = devices[device[row]!]!
  return codes
}

/**
 * Rows by device and time as Apache Parquet: `device`, `time`, and the given columns. Rows must be sorted, so that a
 * device can be found by the statistics of row groups and pages.
 */
export function writeRows(
  { devices, device, minute }: Pick<Readings, 'devices' | 'device' | 'minute'>,
  rest: readonly ParquetColumn[],
  parameters: readonly Parameter[],
  dataClass: DataClass,
): ArrayBuffer {
  const columns: ParquetColumn[] = [
    { name: DEVICE, of: 'text', data: codesOf({ devices, device }), isKey: true },
    { name: TIME, of: 'time', data: millisecondsOf(minute), isKey: true },
    ...rest,
  ]
  const units = parameters.map((each) => [`chentu.unit.${each}`, PARAMETER_FACTS[each].unit])
  return writeParquet('readings', columns, {
    ...{ [FORM_KEY]: String(FORM), ...classFacts(dataClass) },
    ...Object.fromEntries(units),
  })
}
