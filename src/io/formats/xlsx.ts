import type { Sheet } from 'hucre/xlsx'
import type { HeldTable } from './table-file'
import { isPercentFormat, percentText, sheetTable, type WorkbookCell } from './workbook'
import { type Archive, storedArchive } from './zip'

/** The parts of a workbook that contain cells; pictures, charts and macros are not unpacked. */
const PARTS = /^(?:\[Content_Types\]\.xml|_rels\/|xl\/(?:_rels\/|[^/]+\.xml$|worksheets\/))/

/**
 * The formats of cells are read only up to this many bytes of sheets, about 300,000 cells: a library's object for each
 * cell of a larger workbook would take too much memory. Its percentages stay fractions, which are read the same.
 */
export const MAX_STYLED_BYTES = 16 << 20

/** Whether cells of a workbook can be percentages, by its formats; 9 and 10 are those of Excel. */
function hasPercentages(styles: string): boolean {
  const used = /<(?:\w+:)?cellXfs\b[\s\S]*?<\/(?:\w+:)?cellXfs>/.exec(styles)?.[0] ?? ''
  return /numFmtId="(?:9|10)"/.test(used) || /formatCode="[^"]*%/.test(styles)
}

/** Whether the formats of the cells of a workbook are needed, and can be read. */
function needsFormats(parts: ReadonlyMap<string, Uint8Array>): boolean {
  let bytes = 0
  for (const [name, { length }] of parts) if (name.startsWith('xl/worksheets/')) bytes += length
  return bytes <= MAX_STYLED_BYTES && hasPercentages(new TextDecoder().decode(parts.get('xl/styles.xml')))
}

/** The sheets of a workbook; hidden ones are marked. @throws hucre's errors for a broken or encrypted workbook. */
export async function readXlsx(archive: Archive, file: string): Promise<HeldTable[]> {
  const { readXlsx: read } = await import('hucre/xlsx')
  const parts = await archive.read((name) => PARTS.test(name))
  const { sheets } = await read(storedArchive(parts), { dateSystem: 'auto', readStyles: needsFormats(parts) })
  return sheets.map((sheet) => hucreTable(sheet, file))
}

/** The rows of a sheet, with its percentages as the spreadsheet shows them where formats were read. */
function shownRows({ rows, cells }: Sheet): readonly (readonly WorkbookCell[])[] {
  const shown: WorkbookCell[][] = rows
  for (const [at, { style }] of cells ?? []) {
    if (style?.numFmt === undefined || !isPercentFormat(style.numFmt)) continue
    const [row = -1, column = -1] = at.split(',').map(Number)
    const value = shown[row]?.[column]
    if (typeof value === 'number') shown[row]![column] = percentText(value)
  }
  return shown
}

/** Converts a sheet read by hucre to a table. */
export function hucreTable(sheet: Sheet, file: string, hidden = sheet.hidden === true || sheet.veryHidden === true) {
  return sheetTable(
    {
      name: sheet.name,
      rows: shownRows(sheet),
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
