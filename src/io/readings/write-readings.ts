import { FLAGS, PARAMETERS } from '@/domain/monitoring/parameter'
import type { Readings } from '@/domain/monitoring/readings'
import type { DataClass } from '@/domain/sources/kinds/data-class'
import { numbers, type ParquetColumn } from '@/io/parquet/write-parquet'
import { flagName } from './readings-columns'
import { writeRows } from './write-rows'

/**
 * Readings as Apache Parquet: `device`, `time`, and for each parameter its value (null if none) and its flag; a
 * parameter with only the normal flag has no flag column. The readings must be sorted.
 */
export function writeReadings(readings: Readings, dataClass: DataClass = 'real'): ArrayBuffer {
  const there = PARAMETERS.filter((each) => readings.series[each])
  const columns = there.flatMap((parameter): ParquetColumn[] => {
    const { values, flags } = readings.series[parameter]!
    const value: ParquetColumn = { name: parameter, of: 'number', isKey: false, data: numbers(values) }
    if (flags.every((flag) => flag === 0)) return [value]
    const said = Array.from(flags, (flag) => FLAGS[flag]!)
    return [value, { name: flagName(parameter), of: 'text', isKey: false, data: said }]
  })
  return writeRows(readings, columns, there, dataClass)
}
