import type { CellValue } from 'hucre/xlsx'
import { printable } from '@/io/papers/printable'
import type { SheetFile, TableFile } from './table-file'

/** A row that could not be imported completely. */
export interface BadRow {
  readonly row: number
  readonly cells: readonly string[]
  readonly reason: string
}

/**
 * Mark in the heading of the last column, before the name of the file; identifies the workbook when it is imported again.
 */
const MARK = '#chentu:'
/** Between the names of a file and of its sheet, neither of which may contain it on Windows and in Excel. */
const SHEET = '*'

/** Where bad rows came from. */
export interface RowsOrigin {
  readonly file: string
  /** Name of the sheet, if the file has several. */
  readonly sheet: string | null
}

/** The bad rows of a table as a workbook: original headings, the reason, and the row number. */
export async function writeBadRows(
  { file, sheet }: RowsOrigin,
  names: readonly string[],
  bad: readonly BadRow[],
  words: { readonly reason: string; readonly rowNumber: string },
): Promise<Blob> {
  const { writeXlsx } = await import('hucre/xlsx')
  const header: CellValue[] = printable([
    ...names,
    words.reason,
    `${words.rowNumber} ${MARK}${file}${sheet === null ? '' : SHEET + sheet}`,
  ])
  const rows = printable(bad).map(({ row, cells, reason }): CellValue[] => [
    ...names.map((_, column) => cells[column] ?? ''),
    reason,
    row,
  ])
  const bytes = await writeXlsx({
    sheets: [
      {
        name: words.reason.slice(0, 31),
        columns: header.map((_, column) => ({ width: column === names.length ? 48 : 16 })),
        rows: [header, ...rows],
        freezePane: { rows: 1 },
      },
    ],
  })
  return new Blob([bytes as Uint8Array<ArrayBuffer>], {
    type: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  })
}

const markOf = (sheet: SheetFile): string | undefined => sheet.head.rows[0]?.find((cell) => cell.includes(MARK))

/** What a corrected workbook of bad rows did. */
export interface CorrectedRows {
  /** Rows in it that differ from those before. */
  readonly changed: number
  readonly rows: number
  /** Whether its headings were changed, which has no effect. */
  readonly changedHeadings: boolean
}

/** The content of a corrected workbook. */
export interface FixedRows extends RowsOrigin {
  /** Its headings. */
  readonly names: readonly string[]
  /** Cells of each row, by the number of the row that they replace. */
  readonly edits: ReadonlyMap<number, readonly string[]>
}

/**
 * The rows of a corrected workbook of bad rows; null for any other file. Only the head of the sheet is read: nobody
 * corrects thousands of rows by hand.
 */
export function fixedRowsOf({ sheets }: Pick<TableFile, 'sheets'>): FixedRows | null {
  const sheet = sheets.find((each) => markOf(each) !== undefined)
  if (!sheet) return null
  const [header = [], ...rows] = sheet.head.rows
  const mark = markOf(sheet)!
  const column = header.indexOf(mark)
  const edits = new Map<number, readonly string[]>()
  for (const cells of rows) {
    const row = Number(cells[column])
    if (Number.isInteger(row) && row > 0) edits.set(row, cells.slice(0, column - 1))
  }
  const [file = '', origin] = mark.slice(mark.indexOf(MARK) + MARK.length).split(SHEET)
  return { file, sheet: origin ?? null, names: header.slice(0, column - 1), edits }
}
