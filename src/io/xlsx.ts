import type { CellValue, Sheet } from 'hucre/xlsx'
import { HEAD_ROWS } from '@/domain/intake/sheet'
import { heldSheet, type SheetFile } from './table-file'

const MIDNIGHT = 'T00:00:00.000Z'

/** A cell as the text that the intake reads: days as ISO days, numbers without rounding noise, yes and no in words. */
function cellText(value: CellValue): string {
  if (value === null || value === undefined) return ''
  if (value instanceof Date) {
    if (Number.isNaN(value.getTime())) return ''
    const text = value.toISOString()
    return text.endsWith(MIDNIGHT) ? text.slice(0, 10) : text.slice(0, 19).replace('T', ' ')
  }
  if (typeof value === 'boolean') return value ? '是' : '否'
  // Excel shows 15 digits; the 16th and 17th are what 0.1 + 0.2 leaves.
  if (typeof value === 'number') return String(Number(value.toPrecision(15)))
  return value.replace(/_x000D_/g, '').replace(/\r\n?/g, '\n')
}

/**
 * Rows as a spreadsheet shows them. A cell merged downwards speaks for all its rows (one county beside its sites);
 * merged across it speaks once.
 */
function rowsOf(sheet: Sheet): string[][] {
  const rows = sheet.rows.map((cells) => cells.map(cellText))
  for (const { startRow, endRow, startCol } of sheet.merges ?? []) {
    const text = rows[startRow]?.[startCol] ?? ''
    for (let row = startRow + 1; row <= endRow; row++) {
      const cells = rows[row]
      if (cells && text !== '') {
        while (cells.length <= startCol) cells.push('')
        cells[startCol] = text
      }
    }
  }
  return rows
}

/** The sheets of a workbook; hidden ones are marked. @throws hucre's errors for a broken or encrypted workbook. */
export async function readXlsx(bytes: Uint8Array): Promise<SheetFile[]> {
  const { readXlsx: read } = await import('hucre/xlsx')
  const { sheets } = await read(bytes, { dateSystem: 'auto' })
  return sheets.map((sheet) =>
    heldSheet(
      rowsOf(sheet),
      {
        head: {
          name: sheet.name,
          merges: (sheet.merges ?? []).map(({ startRow, startCol, endRow, endCol }) => ({
            startRow,
            startColumn: startCol,
            endRow,
            endColumn: endCol,
          })),
          hiddenColumns: (sheet.columns ?? []).flatMap(({ hidden }, column) => (hidden ? [column] : [])),
        },
        hidden: sheet.hidden === true || sheet.veryHidden === true,
        lines: null,
        crs: '',
      },
      HEAD_ROWS,
    ),
  )
}
