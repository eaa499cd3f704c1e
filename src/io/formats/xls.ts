import type { CellObject, ParsingOptions, WorkBook, WorkSheet } from '@e965/xlsx'
import { EncryptedFileError } from './file-errors'
import type { HeldTable } from './table-file'
import { isPercentFormat, percentText, sheetTable, type WorkbookCell } from './workbook'

/** Loads the library for old formats with the first such file. */
async function library() {
  // Named imports, so that unused parts are left out of the build.
  const { SSF, read, set_cptable: setCodePages } = await import('@e965/xlsx')
  // The library's own code page tables are half a megabyte; every browser engine has them built in.
  setCodePages({ utils: { decode, encode: () => '' } })
  return { SSF, read }
}

/** Windows code pages by their web encoding names. */
const CODE_PAGES: Readonly<Record<number, string>> = {
  874: 'windows-874',
  932: 'shift_jis',
  936: 'gb18030',
  949: 'euc-kr',
  950: 'big5',
  1200: 'utf-16le',
  1201: 'utf-16be',
  10008: 'gb18030',
  54936: 'gb18030',
  65001: 'utf-8',
}

function decode(codePage: number, bytes: ArrayLike<number> | string): string {
  const plain =
    typeof bytes === 'string' ? Uint8Array.from(bytes, (unit) => unit.charCodeAt(0)) : Uint8Array.from(bytes)
  const windows = codePage >= 1250 && codePage <= 1258 ? `windows-${codePage}` : 'windows-1252'
  return new TextDecoder(CODE_PAGES[codePage] ?? windows).decode(plain)
}

/** Parsing options: stored values, and their formats. */
const WANTED: ParsingOptions = {
  dense: true,
  cellNF: true,
  cellText: false,
  cellHTML: false,
  cellFormula: false,
  // A file without a stated code page comes from a Chinese Windows.
  codepage: 936,
}

/** The sheets of an .xls (BIFF5 or BIFF8) or .et. @throws EncryptedFileError, or the library's errors for a broken one. */
export async function readXls(bytes: Uint8Array, file: string): Promise<HeldTable[]> {
  // With `cellStyles` the library reports hidden columns.
  return tables(file, (read) => read(bytes, { ...WANTED, cellStyles: true, type: 'array' }))
}

/** The tables of an HTML page, or the sheets of an XML spreadsheet of 2003, both saved as .xls. */
export async function readMarkupXls(text: string, file: string): Promise<HeldTable[]> {
  // `raw`: texts in a page are taken as shown, without guessing types. `cellStyles` stays off: with it the library
  // would create every cell covered by a merge, and a kilobyte of markup can cover millions.
  return tables(file, (read) => read(text, { ...WANTED, type: 'string', raw: true }))
}

async function tables(
  file: string,
  open: (read: (data: unknown, options: ParsingOptions) => WorkBook) => WorkBook,
): Promise<HeldTable[]> {
  const { read, SSF } = await library()
  let book: WorkBook
  try {
    book = open(read)
  } catch (error) {
    if (error instanceof Error && /password|encrypt/i.test(error.message)) throw new EncryptedFileError()
    throw error
  }
  const late = book.Workbook?.WBProps?.date1904 === true
  const isDay = (format: string | number | undefined) => format !== undefined && SSF.is_date(String(format))
  return book.SheetNames.map((name, i) => {
    const sheet: WorkSheet = book.Sheets[name]!
    return sheetTable(
      {
        name,
        rows: Array.from(sheet['!data'] ?? [], (cells) =>
          Array.from(cells ?? [], (cell) => cellValue(cell, isDay, late)),
        ),
        merges: (sheet['!merges'] ?? []).map(({ s, e }) => ({
          startRow: s.r,
          startColumn: s.c,
          endRow: e.r,
          endColumn: e.c,
        })),
        hiddenColumns: (sheet['!cols'] ?? []).flatMap((column, at) => (column?.hidden ? [at] : [])),
        hidden: (book.Workbook?.Sheets?.[i]?.Hidden ?? 0) > 0,
      },
      file,
    )
  })
}

/** Excel errors by their byte code. */
const ERRORS: Readonly<Record<number, string>> = {
  0: '#NULL!',
  7: '#DIV/0!',
  15: '#VALUE!',
  23: '#REF!',
  29: '#NAME?',
  36: '#NUM!',
  42: '#N/A',
}

function cellValue(
  cell: CellObject | undefined,
  isDay: (format: string | number | undefined) => boolean,
  late: boolean,
): WorkbookCell {
  if (!cell) return null
  const { t: type, v: value } = cell
  if (type === 'e') return ERRORS[Number(value)] ?? '#N/A'
  if (type === 'n' && typeof value === 'number' && isDay(cell.z)) return dayOf(value, late)
  if (type === 'n' && typeof value === 'number' && isPercentFormat(String(cell.z ?? ''))) return percentText(value)
  return type === 'z' ? null : value
}

const MS_PER_DAY = 86_400_000
/**
 * Day 0 of Excel's calendars; the 1900 calendar has a fictitious 29 February 1900, hence the shift for days before 1
 * March 1900.
 */
const EPOCH_1900 = Date.UTC(1899, 11, 30)
const EPOCH_1904 = Date.UTC(1904, 0, 1)
const FEBRUARY_29 = 60

function dayOf(serial: number, late: boolean): Date {
  const epoch = late ? EPOCH_1904 : EPOCH_1900 + (serial < FEBRUARY_29 ? MS_PER_DAY : 0)
  // Rounded to whole seconds: a time of day is an inexact fraction.
  return new Date(epoch + Math.round(serial * 86_400) * 1000)
}
