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

/** Where the first text of a file is looked for. */
export async function firstText(file: File): Promise<string> {
  const head = file.slice(0, HEAD_BYTES)
  const { encoding } = await findEncoding(head)
  for await (const { text } of decoded(head, encoding)) return text
  return ''
}

/** Whether the first texts of a workbook could be these headings: it is read whole only then. */
async function mayHold(file: File, headings: readonly RegExp[]): Promise<boolean> {
  const archive = await Archive.open(file)
  const isOfTexts = (name: string) => name === 'xl/sharedStrings.xml' || /^xl\/worksheets\/sheet1?\.xml$/.test(name)
  const parts = await archive.read(isOfTexts)
  const texts = [...parts.values()].flatMap((bytes) => {
    const xml = new TextDecoder().decode(bytes.subarray(0, HEAD_BYTES))
    return [...xml.matchAll(/<t(?: [^>]*)?>([^<]*)<\/t>/g)].slice(0, TEXTS).map(([, text]) => text!)
  })
  return headings.every((heading) => texts.some((text) => heading.test(text)))
}

/** Whether a file begins with some signs. */
export const begins = async (file: File, text: string) => (await file.slice(0, text.length).text()) === text

/** A file of tables that devices' data may have been exported to; null where it is none, or a workbook without such headings. */
export async function openExport(file: File, headings: readonly RegExp[]): Promise<TableFile | null> {
  if (await begins(file, 'PK')) {
    if (!/\.xls[xm]$/i.test(file.name) || !(await mayHold(file, headings))) return null
  } else if (!/\.(?:csv|tsv|txt|xls)$/i.test(file.name)) return null
  const answer = await openFile(file)
  return 'file' in answer ? answer.file : null
}
