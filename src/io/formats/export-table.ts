import { decoded, findEncoding } from './encoding'
import { HEAD_TEXT_BYTES, openFile } from './open-file'
import type { SheetFile, TableFile } from './table-file'
import { Archive } from './zip'

/** What is said while an export of devices is read. */
export interface ExportProgress {
  readonly rows: number
  readonly consumed: number
}

const HEAD_BYTES = 1 << 16
/** Words of a workbook that are looked at before it is read: its headings stand among the first. */
const TEXTS = 400

/** A text of a workbook: shared or in its cell, or the value of a cell that is said to be one. */
const TEXT = /<t(?: [^>]*)?>([^<]*)<\/t>|<c [^>]*\bt="str"[^>]*>(?:<f[^>]*>[^<]*<\/f>)?<v>([^<]*)<\/v>/g

/** Where the first text of a file is looked for. */
export async function firstText(file: File): Promise<string> {
  const head = file.slice(0, HEAD_BYTES)
  const { encoding } = await findEncoding(head)
  for await (const { text } of decoded(head, encoding)) return text
  return ''
}

/** What tells from the outside whether a workbook may be an export: it is read whole only then. */
export interface ExportSigns {
  /** All of which stand among its first texts. */
  readonly headings: readonly RegExp[]
  /** Whether it may have none of them where most of its first cells are numbers. */
  readonly orNumbers?: boolean
}

/** Whether a workbook has such signs. */
async function mayHold(file: File, { headings, orNumbers = false }: ExportSigns): Promise<boolean> {
  const archive = await Archive.open(file)
  const isOfTexts = (name: string) => name === 'xl/sharedStrings.xml' || /^xl\/worksheets\/sheet1?\.xml$/.test(name)
  const heads = [...(await archive.read(isOfTexts)).values()].map((bytes) =>
    new TextDecoder().decode(bytes.subarray(0, HEAD_BYTES)),
  )
  const texts = heads.flatMap((xml) =>
    [...xml.matchAll(TEXT)].slice(0, TEXTS).map(([, text, ofCell]) => text ?? ofCell!),
  )
  return headings.every((heading) => texts.some((text) => heading.test(text))) || (orNumbers && heads.some(isOfNumbers))
}

/** Whether most cells of a sheet that hold something hold numbers: those of texts say so by their type. */
function isOfNumbers(xml: string): boolean {
  const cells = [...xml.matchAll(/<c( [^>]*)?>(?:<f|<v|<is)/g)]
  const numbers = cells.filter(([, attributes = '']) => !/ t="(?!n")/.test(attributes))
  return numbers.length * 2 > cells.length
}

/** Whether a file begins with some signs. */
export const begins = async (file: File, text: string) => (await file.slice(0, text.length).text()) === text

const LINE_END = 0x0a

/**
 * Whether the first rows of a text may be those of an export: else the rest, which may have a million rows, need not be looked through
 * for its encoding. So where that can't be told.
 */
async function mayBeText(file: File, isOf: (sheet: SheetFile) => boolean): Promise<boolean> {
  if (file.size <= HEAD_TEXT_BYTES) return true
  const bytes = new Uint8Array(await file.slice(0, HEAD_TEXT_BYTES).arrayBuffer())
  const answer = await openFile(new File([bytes.subarray(0, bytes.lastIndexOf(LINE_END) + 1)], file.name))
  if (!('file' in answer) || answer.file.format !== 'csv') return true
  return answer.file.sheets.some(isOf)
}

/** What tells an export from other files: signs of a workbook, and whether a table of a text is of one. */
export interface ExportMarks {
  readonly signs: ExportSigns
  isOf(sheet: SheetFile): boolean
}

/** A file of tables that devices' data may have been exported to; null where it bears no marks of it. `marks` null: whatever it is. */
export async function openExport(file: File, marks: ExportMarks | null): Promise<TableFile | null> {
  if (await begins(file, 'PK')) {
    if (!/\.xls[xm]$/i.test(file.name) || (marks && !(await mayHold(file, marks.signs)))) return null
  } else if (!/\.(?:csv|tsv|txt|xls)$/i.test(file.name)) return null
  else if (marks && !(await mayBeText(file, marks.isOf))) return null
  const answer = await openFile(file)
  return 'file' in answer ? answer.file : null
}
