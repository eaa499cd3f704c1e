import { FLAGS, PARAMETERS } from '@/domain/monitoring/parameter'
import type { Readings } from '@/domain/monitoring/readings'
import type { DataClass } from '@/domain/sources/kinds/data-class'
import { numbers, type ParquetColumn } from '@/io/parquet/write-parquet'
import { flagName, spanName } from './readings-columns'
import { writeRows } from './write-rows'

/**
 * Readings as Apache Parquet: `device`, `time`, and for each parameter its value (null if none), its flag and the minutes
 * that it stands for; a parameter with only the normal flag has no flag column. The readings must be sorted.
 */
export function writeReadings(readings: Readings, dataClass: DataClass = 'real'): ArrayBuffer {
  const there = PARAMETERS.filter((each) => readings.series[each])
  const columns = there.flatMap((parameter): ParquetColumn[] => {
    const { values, flags, spans } = readings.series[parameter]!
    const columns: ParquetColumn[] = [{ name: parameter, of: 'number', isKey: false, data: numbers(values) }]
    if (flags.some((flag) => flag > 0)) {
      const said = Array.from(flags, (flag) => FLAGS[flag]!)
      columns.push({ name: flagName(parameter), of: 'text', isKey: false, data: said })
    }
    if (spans?.some((span) => span > 0))
      columns.push({ name: spanName(parameter), of: 'whole', isKey: false, data: Int32Array.from(spans) })
    return columns
  })
  return writeRows(readings, columns, there, dataClass)
}
