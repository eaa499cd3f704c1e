import type { SheetHead } from '@/domain/intake/recognise/sheet'
import { holdsNumbers } from './device-columns'
import { headerOfDevices, rowsBelow, type SaidOfExport, timeColumn } from './export-form'

/** What a table needs to be one of readings: when, of which device, how much. */
export type LackingOfReadings = 'time' | 'device' | 'value'

/** Which columns a table lacks to be read as one of readings, though a person says that it is one; one at least. */
export function lackingOfReadings(sheet: SheetHead, header: SaidOfExport['header']): readonly LackingOfReadings[] {
  const found = headerOfDevices(sheet, header ? { header } : {})
  const time = timeColumn(sheet, found)
  const rows = rowsBelow(sheet, found)
  const hasValues = found.names.some((_, column) => column !== time && holdsNumbers(rows, column))
  const lacking: LackingOfReadings[] = [
    ...(time === null ? ['time' as const] : []),
    ...(hasValues ? [] : ['value' as const]),
  ]
  // With times and numbers nothing but whose they are is missing.
  return lacking.length > 0 ? lacking : ['device']
}
