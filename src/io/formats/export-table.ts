import { decoded, findEncoding } from './encoding'
import { HEAD_TEXT_BYTES, openFile } from './open-file'
import type { SheetFile, TableFile } from './table-file'
import { Archive } from './zip'

/** Progress while an export of devices is read. */
export interface ExportProgress {
  readonly rows: number
  readonly consumed: number
}

const HEAD_BYTES = 1 << 16
/** Number of texts to inspect before a workbook is read: its headings are among the first. */
const TEXTS = 400

/** A text of a workbook: shared, inline, or the value of a string cell. */
const TEXT = /<t(?: [^>]*)?>([^<]*)<\/t>|<c [^>]*\bt="str"[^>]*>(?:<f[^>]*>[^<]*<\/f>)?<v>([^<]*)<\/v>/g

/** The first piece of a file's text. */
export async function firstText(file: File): Promise<string> {
  const head = file.slice(0, HEAD_BYTES)
  const { encoding } = await findEncoding(head)
  for await (const { text } of decoded(head, encoding)) return text
  return ''
}

/** Signs that a workbook may be an export, checked before it is read whole. */
export interface ExportSigns {
  /** All of these must be among its first texts. */
  readonly headings: readonly RegExp[]
  /** Also accept a workbook without them if most of its first cells are numbers. */
  readonly orNumbers?: boolean
}

/** Whether a workbook has these signs. */
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

/** Whether most non-empty cells of a sheet are numbers; text cells have an explicit type. */
function isOfNumbers(xml: string): boolean {
  const cells = [...xml.matchAll(/<c( [^>]*)?>(?:<f|<v|<is)/g)]
  const numbers = cells.filter(([, attributes = '']) => !/ t="(?!n")/.test(attributes))
  return numbers.length * 2 > cells.length
}

/** Whether a file begins with these characters. */
export const startsWith = async (file: File, text: string) => (await file.slice(0, text.length).text()) === text

const LINE_END = 0x0a

/**
 * Whether the first rows of a text may be those of an export. If not, the rest, possibly a million rows, need not be
 * scanned for its encoding. True if it cannot be determined.
 */
async function mayBeText(file: File, isOf: (sheet: SheetFile) => boolean): Promise<boolean> {
  if (file.size <= HEAD_TEXT_BYTES) return true
  const bytes = new Uint8Array(await file.slice(0, HEAD_TEXT_BYTES).arrayBuffer())
  const answer = await openFile(new File([bytes.subarray(0, bytes.lastIndexOf(LINE_END) + 1)], file.name))
  if (!('file' in answer) || answer.file.format !== 'csv') return true
  return answer.file.sheets.some(isOf)
}

/** How to recognise an export: signs of a workbook, and a test for a text's table. */
export interface ExportMarks {
  readonly signs: ExportSigns
  isOf(sheet: SheetFile): boolean
}

/**
 * Opens a file that may be an export of devices; null if it does not match `marks`. With `marks` null, any table file
 * is opened.
 */
export async function openExport(file: File, marks: ExportMarks | null): Promise<TableFile | null> {
  if (await startsWith(file, 'PK')) {
    if (!/\.xls[xm]$/i.test(file.name) || (marks && !(await mayHold(file, marks.signs)))) return null
  } else if (!/\.(?:csv|tsv|txt|xls)$/i.test(file.name)) return null
  else if (marks && !(await mayBeText(file, marks.isOf))) return null
  const answer = await openFile(file)
  return 'file' in answer ? answer.file : null
}
