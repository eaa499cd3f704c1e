import { FLAGS, PARAMETERS } from '@/domain/monitoring/parameter'
import { hasData, type Readings } from '@/domain/monitoring/readings'
import { shortestSpans } from '@/domain/monitoring/value-intervals'
import type { DataClass } from '@/domain/sources/kinds/data-class'
import { numbers, type ParquetColumn } from '@/io/parquet/write-parquet'
import { flagName, SPAN, spanName } from './readings-columns'
import { writeRows } from './write-rows'

/**
 * Readings as Apache Parquet: `device`, `time`, and for each parameter its value (null if none), its flag and the minutes
 * that it stands for; a parameter with only the normal flag has no flag column. The readings must be sorted.
 */
export function writeReadings(readings: Readings, dataClass: DataClass = 'real'): ArrayBuffer {
  const there = PARAMETERS.filter((each) => readings.series[each])
  const ofRows = shortestSpans(readings)
  const columns = there.flatMap((parameter): ParquetColumn[] => {
    const { values, flags, spans } = readings.series[parameter]!
    const columns: ParquetColumn[] = [{ name: parameter, of: 'number', isKey: false, data: numbers(values) }]
    if (flags.some((flag) => flag > 0)) {
      const said = Array.from(flags, (flag) => FLAGS[flag]!)
      columns.push({ name: flagName(parameter), of: 'text', isKey: false, data: said })
    }
    if (spans?.some((span, row) => span !== ofRows[row] && hasData({ values, flags }, row)))
      columns.push({ name: spanName(parameter), of: 'whole', isKey: false, data: Int32Array.from(spans) })
    return columns
  })
  const isKnown = ofRows.some((span) => span > 0)
  const common: ParquetColumn = { name: SPAN, of: 'whole', isKey: false, data: Int32Array.from(ofRows) }
  return writeRows(readings, isKnown ? [common, ...columns] : columns, there, dataClass)
}
