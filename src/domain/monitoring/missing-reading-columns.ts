import type { SheetHead } from '@/domain/intake/recognise/sheet'
import { holdsNumbers } from './device-columns'
import { type ExportHints, readingsHeader, rowsBelow, timeColumn } from './export-form'

/** What a table of readings needs: a time, a device, a value. */
export type MissingReadingColumn = 'time' | 'device' | 'value'

/** The columns that a table lacks, though the user declared it a table of readings; at least one. */
export function missingReadingColumns(
  sheet: SheetHead,
  header: ExportHints['header'],
): readonly MissingReadingColumn[] {
  const found = readingsHeader(sheet, header ? { header } : {})
  const time = timeColumn(sheet, found)
  const rows = rowsBelow(sheet, found)
  const hasValues = found.names.some((_, column) => column !== time && holdsNumbers(rows, column))
  const lacking: MissingReadingColumn[] = [
    ...(time === null ? ['time' as const] : []),
    ...(hasValues ? [] : ['value' as const]),
  ]
  // If it has times and numbers, only the device can be missing.
  return lacking.length > 0 ? lacking : ['device']
}
