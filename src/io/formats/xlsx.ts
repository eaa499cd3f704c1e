import type { Sheet } from 'hucre/xlsx'
import type { HeldTable } from './table-file'
import { sheetTable } from './workbook'
import type { Archive } from './zip'

/** The parts of a workbook that contain cells; pictures, charts and macros are not unpacked. */
const PARTS = /^(?:\[Content_Types\]\.xml|_rels\/|xl\/(?:_rels\/|[^/]+\.xml$|worksheets\/))/

/** The sheets of a workbook; hidden ones are marked. @throws hucre's errors for a broken or encrypted workbook. */
export async function readXlsx(archive: Archive, file: string): Promise<HeldTable[]> {
  const { readXlsx: read } = await import('hucre/xlsx')
  const { sheets } = await read(await archive.stored((name) => PARTS.test(name)), { dateSystem: 'auto' })
  return sheets.map((sheet) => hucreTable(sheet, file))
}

/** Converts a sheet read by hucre to a table. */
export function hucreTable(sheet: Sheet, file: string, hidden = sheet.hidden === true || sheet.veryHidden === true) {
  return sheetTable(
    {
      name: sheet.name,
      rows: sheet.rows,
      merges: (sheet.merges ?? []).map(({ startRow, startCol, endRow, endCol }) => ({
        startRow,
        startColumn: startCol,
        endRow,
        endColumn: endCol,
      })),
      hiddenColumns: (sheet.columns ?? []).flatMap(({ hidden }, column) => (hidden ? [column] : [])),
      hidden,
    },
    file,
  )
}
