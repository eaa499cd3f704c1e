import type { Hours } from '@/domain/monitoring/hour-means'
import { FLAGS, PARAMETERS } from '@/domain/monitoring/parameter'
import type { DataClass } from '@/domain/sources/kinds/data-class'
import { numbers, type ParquetColumn } from '@/io/parquet/write-parquet'
import { flagName, minutesName } from './readings-columns'
import { writeRows } from './write-rows'

/**
 * Hourly means as Apache Parquet: `device`, `time` (start of the hour), and for each parameter its mean (null if none),
 * the minutes with valid readings, and the flag of readings that do not count.
 */
export function writeHours(hours: Hours, dataClass: DataClass = 'real'): ArrayBuffer {
  const there = PARAMETERS.filter((each) => hours.series[each])
  const columns = there.flatMap((parameter): ParquetColumn[] => {
    const { values, minutes, flags } = hours.series[parameter]!
    return [
      { name: parameter, of: 'number', isKey: false, data: numbers(values) },
      { name: minutesName(parameter), of: 'whole', isKey: false, data: Array.from(minutes) },
      { name: flagName(parameter), of: 'text', isKey: false, data: Array.from(flags, (flag) => FLAGS[flag]!) },
    ]
  })
  return writeRows(hours, columns, there, dataClass)
}
