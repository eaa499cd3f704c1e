import { decoded, findEncoding } from './encoding'
import { openFile } from './open-file'
import type { TableFile } from './table-file'
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

/** A file of tables that devices' data may have been exported to; null where it is none, or a workbook without signs of it. `signs` null: whatever it is. */
export async function openExport(file: File, signs: ExportSigns | null): Promise<TableFile | null> {
  if (await begins(file, 'PK')) {
    if (!/\.xls[xm]$/i.test(file.name) || (signs && !(await mayHold(file, signs)))) return null
  } else if (!/\.(?:csv|tsv|txt|xls)$/i.test(file.name)) return null
  const answer = await openFile(file)
  return 'file' in answer ? answer.file : null
}
