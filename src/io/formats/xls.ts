import type { CellObject, ParsingOptions, WorkBook, WorkSheet } from '@e965/xlsx'
import { EncryptedFileError } from './file-errors'
import type { HeldTable } from './table-file'
import { sheetTable, type WorkbookCell } from './workbook'

/** The library of the old formats comes with the first of such files. */
async function library() {
  // Named one by one, so that what is not used is not built in.
  const { CFB, SSF, read, set_cptable: setCodePages } = await import('@e965/xlsx')
  // Its own tables of code pages are half a megabyte; every engine has them.
  setCodePages({ utils: { decode, encode: () => '' } })
  return { CFB, SSF, read }
}

/** Windows' code pages by the names that the web gives them. */
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

/** What is wanted of a workbook: values as they are stored, and their formats. */
const WANTED: ParsingOptions = {
  dense: true,
  cellNF: true,
  cellText: false,
  cellHTML: false,
  cellFormula: false,
  // A file that does not say its code page comes from a Chinese Windows.
  codepage: 936,
}

/** What kind of document an old container of Microsoft's holds, told by its streams. */
export async function kindOfContainer(bytes: Uint8Array): Promise<'workbook' | 'encrypted' | 'document' | 'other'> {
  const { CFB } = await library()
  const names = new Set(CFB.read(bytes, { type: 'array' }).FileIndex.map(({ name }: { name: string }) => name))
  if (names.has('EncryptedPackage') || names.has('EncryptionInfo')) return 'encrypted'
  if (names.has('Workbook') || names.has('Book') || names.has('WORKBOOK') || names.has('BOOK')) return 'workbook'
  return names.has('WordDocument') ? 'document' : 'other'
}

/** The sheets of an .xls (BIFF5 or BIFF8) or .et. @throws EncryptedFileError, or the library's errors for a broken one. */
export async function readXls(bytes: Uint8Array, file: string): Promise<HeldTable[]> {
  // With styles it tells which columns are hidden.
  return tables(file, (read) => read(bytes, { ...WANTED, cellStyles: true, type: 'array' }))
}

/** The tables of an HTML page, or the sheets of an XML spreadsheet of 2003, both saved as .xls. */
export async function readMarkupXls(text: string, file: string): Promise<HeldTable[]> {
  // What stands in a page is what is shown: it is not to be guessed at. With styles, every cell that a merged one covers
  // would be made: a kilobyte can cover millions.
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

/** Errors by the byte that stands for them. */
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
  return type === 'z' ? null : value
}

const MS_PER_DAY = 86_400_000
/** Day 0 of Excel's calendars, before 1 March 1900 by the one that has a 29 February 1900. */
const EPOCH_1900 = Date.UTC(1899, 11, 30)
const EPOCH_1904 = Date.UTC(1904, 0, 1)
const FEBRUARY_29 = 60

function dayOf(serial: number, late: boolean): Date {
  const epoch = late ? EPOCH_1904 : EPOCH_1900 + (serial < FEBRUARY_29 ? MS_PER_DAY : 0)
  // Whole seconds: a time of day is a fraction that does not come out even.
  return new Date(epoch + Math.round(serial * 86_400) * 1000)
}
