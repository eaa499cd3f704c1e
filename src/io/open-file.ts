import { HEAD_ROWS } from '@/domain/intake/sheet'
import type { Problem, ProblemCode } from '@/domain/problem'
import { findDelimiter, readCsv } from './csv'
import { decoded, type Encoding, type EncodingFinding, findEncoding, wholeText } from './encoding'
import { featuresSheet, parseGeojson, parseMarkup, parseShapefile, RECORD_SEPARATOR } from './features-file'
import { bareCell } from './formula'
import { DESCRIPTOR } from './package-files'
import type { SheetFile, TableFile } from './table-file'
import { readXlsx } from './xlsx'
import { listZip, readZip, refuseBomb, TooLargeError } from './zip'

/** What somebody has chosen instead of what was found. */
export interface FileChoice {
  readonly encoding?: Encoding
  readonly delimiter?: string
}

/** Files that must be held whole (workbooks, markup, JSON) may not be larger; CSV may. */
const MOST_HELD_BYTES = 256 * 1024 * 1024
const HEAD_BYTES = 1 << 16

type Opening = { readonly file: TableFile } | { readonly problem: Problem }

const begins = (bytes: Uint8Array, ...head: number[]) => head.every((byte, i) => bytes[i] === byte)

/** Opens a file that somebody dropped, whatever it is. Nothing is thrown for what is wrong with it. */
export async function openFile(file: File, choice: FileChoice = {}, signal?: AbortSignal): Promise<Opening> {
  const fail = (code: ProblemCode, seen = ''): Opening => ({
    problem: { code, file: file.name, ...(seen ? { seen } : {}) },
  })
  try {
    if (file.size === 0) return fail('file-empty')
    const head = new Uint8Array(await file.slice(0, HEAD_BYTES).arrayBuffer())
    if (begins(head, 0x50, 0x4b)) return file.size > MOST_HELD_BYTES ? fail('file-too-large') : await openZip(file)
    if (begins(head, 0xd0, 0xcf, 0x11, 0xe0))
      return fail((await isEncrypted(file)) ? 'file-encrypted' : 'file-old-excel')
    if (isBinary(head)) return fail('file-kind-unknown', kindOf(file.name))
    return await openText(file, choice, signal)
  } catch (error) {
    if (signal?.aborted) throw error
    if (error instanceof TooLargeError) return fail('file-too-large', `${Math.round(error.bytes / 1e6)} MB`)
    if (error instanceof DOMException && /NotFound|NotReadable/.test(error.name)) return fail('file-vanished')
    if (error instanceof Error && error.name === 'EncryptedFileError') return fail('file-encrypted')
    return fail('file-unreadable', error instanceof Error ? error.message : String(error))
  }
}

const kindOf = (name: string) => (name.includes('.') ? `.${name.split('.').at(-1)}` : '')

/** An encrypted workbook is an old container that holds a stream of this name. */
async function isEncrypted(file: File): Promise<boolean> {
  const bytes = new Uint8Array(await file.slice(0, 1 << 20).arrayBuffer())
  return new TextDecoder('utf-16le').decode(bytes).includes('EncryptedPackage')
}

const BINARY_KINDS = [
  [0x25, 0x50, 0x44, 0x46],
  [0x89, 0x50, 0x4e, 0x47],
  [0xff, 0xd8, 0xff],
  [0x52, 0x61, 0x72],
] as const
/** Tab, line feed, carriage return and the record separator of a GeoJSON sequence. */
const TEXT_CONTROLS = new Set([9, 10, 13, 30])

/** Whether the bytes are no text: a known kind, or full of control characters that do not come from UTF-16. */
function isBinary(head: Uint8Array): boolean {
  if (BINARY_KINDS.some((kind) => begins(head, ...kind))) return true
  const zeros = [0, 0]
  let controls = 0
  head.forEach((byte, i) => {
    if (byte === 0) zeros[i % 2]!++
    else if (byte < 32 && !TEXT_CONTROLS.has(byte)) controls++
  })
  const lopsided = Math.max(...zeros) > head.length * 0.01 && Math.max(...zeros) > Math.min(...zeros) * 4
  const utf16 = lopsided || begins(head, 0xff, 0xfe) || begins(head, 0xfe, 0xff)
  return !utf16 && controls + zeros[0]! + zeros[1]! > head.length * 0.02
}

async function openZip(file: File): Promise<Opening> {
  const bytes = new Uint8Array(await file.arrayBuffer())
  const sizes = listZip(bytes)
  refuseBomb(sizes)
  const names = [...sizes.keys()]
  const opened = (format: TableFile['format'], sheets: readonly SheetFile[]): Opening => ({
    file: { name: file.name, bytes: file.size, format, encoding: null, delimiter: null, sheets },
  })
  if (sizes.has('xl/workbook.xml') || names.some((name) => /^xl\/worksheets\//.test(name)))
    return opened('xlsx', await readXlsx(bytes))
  if (names.some((name) => name === DESCRIPTOR || name.endsWith(`/${DESCRIPTOR}`))) return opened('package', [])
  if (names.some((name) => /\.shp$/i.test(name))) {
    const layers = await parseShapefile(readZip(bytes, (name) => /\.(shp|dbf|prj|cpg)$/i.test(name)))
    return opened(
      'shapefile',
      layers.map(({ name, read }) => featuresSheet(name, read)),
    )
  }
  const kml = names.find((name) => /\.kml$/i.test(name))
  if (kml) {
    const text = new TextDecoder().decode(readZip(bytes, (name) => name === kml)[kml])
    return opened('kml', [featuresSheet('', await parseMarkup(text, 'kml'))])
  }
  return { problem: { code: 'file-kind-unknown', file: file.name, seen: kindOf(file.name) } }
}

async function openText(file: File, choice: FileChoice, signal?: AbortSignal): Promise<Opening> {
  const found = await findEncoding(file, signal)
  const encoding: EncodingFinding = choice.encoding ? { ...found, encoding: choice.encoding } : found
  const start = await beginning(file, encoding.encoding)
  const opened = (
    format: TableFile['format'],
    sheets: readonly SheetFile[],
    delimiter: string | null = null,
  ): Opening => ({
    file: { name: file.name, bytes: file.size, format, encoding, delimiter, sheets },
  })
  const markup = /^\s*<(?:\?xml|!--|kml|gpx|[a-z]+:kml)/i.test(start)
    ? (/<(?:\w+:)?(kml|gpx)[\s>]/i.exec(start)?.[1]?.toLowerCase() ?? 'other')
    : null
  if (/^\s*[<]/.test(start) && (markup === null || markup === 'other'))
    return {
      problem: { code: 'file-kind-unknown', file: file.name, seen: kindOf(file.name) || start.trim().slice(0, 40) },
    }
  const json = /^\s*[{[]/.test(start.replaceAll(RECORD_SEPARATOR, ''))
  if (markup === null && !json) {
    const delimiter = choice.delimiter ?? findDelimiter(start)
    return opened('csv', [await csvSheet(file, encoding.encoding, delimiter, signal)], delimiter)
  }
  if (file.size > MOST_HELD_BYTES) return { problem: { code: 'file-too-large', file: file.name } }
  const text = await wholeText(file, encoding.encoding, signal)
  if (markup === 'kml' || markup === 'gpx') return opened(markup, [featuresSheet('', await parseMarkup(text, markup))])
  return opened('geojson', [featuresSheet('', parseGeojson(text))])
}

async function beginning(file: File, encoding: Encoding): Promise<string> {
  for await (const { text } of decoded(file.slice(0, HEAD_BYTES), encoding)) if (text.trim() !== '') return text
  return ''
}

/** Enough of a file for the rows that recognition looks at. */
const HEAD_TEXT_BYTES = 1 << 20

async function csvSheet(file: File, encoding: Encoding, delimiter: string, signal?: AbortSignal): Promise<SheetFile> {
  const form = { encoding, delimiter }
  const rows: string[][] = []
  // A piece may end within a row; the last one is only whole where it is the file's own end.
  await readCsv(
    file.slice(0, HEAD_TEXT_BYTES),
    form,
    (more) => {
      for (const cells of bareCells(more)) if (rows.length <= HEAD_ROWS) rows.push(cells)
    },
    signal,
  )
  if (file.size > HEAD_TEXT_BYTES && rows.length <= HEAD_ROWS) rows.pop()
  return {
    head: { name: '', rows: rows.slice(0, HEAD_ROWS), merges: [], hiddenColumns: [] },
    hidden: false,
    lines: null,
    crs: '',
    async read(onRows, signal) {
      const open = await readCsv(
        file,
        form,
        (more, first, consumed) => onRows(bareCells(more), first, consumed),
        signal,
      )
      return open.map((row) => ({
        code: 'cell-repaired',
        file: file.name,
        row: row + 1,
        seen: '"',
        action: 'repaired',
      }))
    },
  }
}

/** Rows without the quote that keeps a text from running as a formula. */
function bareCells(rows: string[][]): string[][] {
  const guarded = (cell: string) => cell.charCodeAt(0) === 0x27
  return rows.some((cells) => cells.some(guarded)) ? rows.map((cells) => cells.map(bareCell)) : rows
}
