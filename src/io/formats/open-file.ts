import { HEAD_ROWS } from '@/domain/intake/recognise/sheet'
import { ProblemLog } from '@/domain/intake/rows/problem-log'
import type { Problem, ProblemCode } from '@/domain/problem'
import { bareCell } from '@/io/export/formula'
import { CONTAINER } from './container-kind'
import { findDelimiter, readCsv } from './csv'
import { chosenEncoding, decoded, type Encoding, type EncodingFinding, findEncoding } from './encoding'
import { RECORD_SEPARATOR } from './features-file'
import { isFieldBundle, isSealedBundle } from './field-bundle'
import { problemOf } from './file-errors'
import { type HeldAnswer, type HeldFile, kindOfName, readHeldFile } from './held-file'
import { heldSheet, type SheetFile, type TableFile } from './table-file'

/** What the user chose instead of the detected values. */
export interface FileChoice {
  readonly encoding?: Encoding
  readonly delimiter?: string
}

/** Size limit for files that must be held in memory (workbooks, markup, JSON); CSV may be larger. */
const MAX_HELD_BYTES = 256 * 1024 * 1024
const HEAD_BYTES = 1 << 16

type Opening = { readonly file: TableFile } | { readonly problem: Problem }

const begins = (bytes: Uint8Array, ...head: number[]) => head.every((byte, i) => bytes[i] === byte)

/** Reads a file that must be held whole; the caller decides in which thread. @throws the signal's reason. */
export type ReadHeld = (held: HeldFile, signal?: AbortSignal) => Promise<HeldAnswer>

/**
 * Opens any file the user dropped. Faults in the file do not throw.
 * @throws the signal's reason when aborted.
 */
export async function openFile(
  file: File,
  choice: FileChoice = {},
  signal?: AbortSignal,
  readHeld: ReadHeld = readHeldFile,
): Promise<Opening> {
  const fail = (code: ProblemCode, seen = ''): Opening => ({
    problem: { code, file: file.name, ...(seen ? { seen } : {}) },
  })
  try {
    if (file.size === 0) return fail('file-empty')
    const head = new Uint8Array(await file.slice(0, HEAD_BYTES).arrayBuffer())
    const kind = begins(head, 0x50, 0x4b)
      ? 'zip'
      : begins(head, ...CONTAINER) || begins(head, 0x09, 0x08)
        ? 'container'
        : null
    // It may be larger than any table, because of its photos.
    const isLargeBundle = kind === 'zip' && file.size > MAX_HELD_BYTES && (await isFieldBundle(file).catch(() => false))
    if (isLargeBundle || isSealedBundle(head)) return fail('file-field-bundle')
    if (kind === null && isBinary(head)) return fail('file-kind-unknown', kindOfName(file.name))
    if (kind === null) return await openText(file, choice, readHeld, signal)
    return await openHeld({ file, kind, encoding: 'utf-8' }, null, readHeld, signal)
  } catch (error) {
    if (signal?.aborted) throw error
    return { problem: problemOf(error, file.name) }
  }
}

async function openHeld(
  held: HeldFile,
  encoding: EncodingFinding | null,
  readHeld: ReadHeld,
  signal?: AbortSignal,
): Promise<Opening> {
  const { name, size } = held.file
  if (size > MAX_HELD_BYTES)
    return { problem: { code: 'file-too-large', file: name, seen: `${Math.round(size / 1e6)} MB` } }
  const answer = await readHeld(held, signal)
  signal?.throwIfAborted()
  if ('problem' in answer) return answer
  const { format, tables } = answer
  return { file: { name, bytes: size, format, encoding, delimiter: null, sheets: tables.map(heldSheet) } }
}

const BINARY_KINDS = [
  [0x25, 0x50, 0x44, 0x46],
  [0x89, 0x50, 0x4e, 0x47],
  [0xff, 0xd8, 0xff],
  [0x52, 0x61, 0x72],
] as const
/** Tab, line feed, carriage return and the record separator of a GeoJSON sequence. */
const TEXT_CONTROLS = new Set([9, 10, 13, 30])

/** Whether the bytes are not text: a known binary format, or many control characters that do not come from UTF-16. */
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

/** The kind of markup a text begins with; null if it is not markup, `other` if unsupported. */
function markupOf(start: string): 'kml' | 'gpx' | 'markup-xls' | 'other' | null {
  if (!/^\s*</.test(start)) return /^MIME-Version:/i.test(start) ? 'other' : null
  const root = /<(?:\w+:)?(kml|gpx|workbook|html|table|meta|head|body|!doctype html)[\s>]/i
    .exec(start)?.[1]
    ?.toLowerCase()
  if (root === 'kml' || root === 'gpx') return root
  if (root === undefined) return 'other'
  return root !== 'workbook' || start.includes('urn:schemas-microsoft-com:office:spreadsheet') ? 'markup-xls' : 'other'
}

async function openText(file: File, choice: FileChoice, readHeld: ReadHeld, signal?: AbortSignal): Promise<Opening> {
  const encoding = choice.encoding
    ? await chosenEncoding(file, choice.encoding, signal)
    : await findEncoding(file, signal)
  const start = await beginning(file, encoding.encoding)
  const markup = markupOf(start)
  if (markup === 'other') {
    const seen = kindOfName(file.name) || start.trim().slice(0, 40)
    return { problem: { code: 'file-kind-unknown', file: file.name, seen } }
  }
  const json = markup === null && /^\s*[{[]/.test(start.replaceAll(RECORD_SEPARATOR, ''))
  if (markup === null && !json) {
    const delimiter = choice.delimiter ?? findDelimiter(start)
    const sheet = await csvSheet(file, encoding.encoding, delimiter, signal)
    return { file: { name: file.name, bytes: file.size, format: 'csv', encoding, delimiter, sheets: [sheet] } }
  }
  return openHeld({ file, kind: markup ?? 'geojson', encoding: encoding.encoding }, encoding, readHeld, signal)
}

async function beginning(file: File, encoding: Encoding): Promise<string> {
  for await (const { text } of decoded(file.slice(0, HEAD_BYTES), encoding)) if (text.trim() !== '') return text
  return ''
}

/** Enough of a file for the rows that table recognition needs. */
export const HEAD_TEXT_BYTES = 1 << 20

async function csvSheet(file: File, encoding: Encoding, delimiter: string, signal?: AbortSignal): Promise<SheetFile> {
  const form = { encoding, delimiter }
  const rows: string[][] = []
  // The slice may end within a row; the last row is complete only at the end of the file.
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
      const log = new ProblemLog()
      for (const row of open)
        log.add({ code: 'cell-repaired', file: file.name, row: row + 1, seen: '"', action: 'repaired' })
      return log.groups()
    },
  }
}

const QUOTE = 0x27

/** Removes the quote that keeps a text from running as a formula. */
function bareCells(rows: string[][]): string[][] {
  // Loops, since a function call per cell is noticeable for a million rows.
  for (const cells of rows)
    for (const cell of cells) if (cell.charCodeAt(0) === QUOTE) return rows.map((each) => each.map(bareCell))
  return rows
}
