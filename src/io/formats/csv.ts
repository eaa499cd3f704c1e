import Papa from 'papaparse'
import { decoded, type Encoding, type Source } from './encoding'
import { nextTask, ROWS_AT_ONCE } from './next-task'

/**
 * Receives rows as they are read; `first` is the index of the first of them, from 0; `consumed` the bytes read so far.
 */
export type OnRows = (rows: string[][], first: number, consumed: number) => void

/** How a text is split into cells. */
export interface CsvForm {
  readonly encoding: Encoding
  readonly delimiter: string
}

export const DELIMITERS = [',', '\t', ';', '|', '，'] as const

/** Text is parsed in pieces of about this many characters, small enough to cancel between two of them. */
const PIECE = 1 << 18
/** A longer row is not a row but an unclosed quote. */
const LONGEST_ROW = 1 << 19
/** With more unclosed quotes than this they are not quotes but, say, inch marks. */
const MAX_OPEN_QUOTES = 50

interface Parsed {
  readonly data: string[][]
  readonly errors: readonly { readonly code: string; readonly index: number; readonly row: number }[]
  readonly meta: { readonly cursor: number }
}

interface TextParser {
  parse(text: string, base: number, ignoreLastRow: boolean): Parsed
}

/** PapaParse's internal chunk parser, whose arguments are missing from its types. */
const parserFor = (delimiter: string, fastMode?: true): TextParser =>
  new Papa.Parser({ delimiter, newline: '\n', fastMode } as Papa.ParseConfig) as unknown as TextParser

/**
 * Reads a delimited text row by row without holding all of it. Blank lines count as rows of one empty cell, so that row
 * numbers match a spreadsheet's. An unclosed quote is treated as a normal character; returns the rows that contained
 * one.
 * @throws the signal's reason when aborted.
 */
export async function readCsv(source: Source, form: CsvForm, onRows: OnRows, signal?: AbortSignal): Promise<number[]> {
  let parser = parserFor(form.delimiter)
  const openQuotes: number[] = []
  let rest = ''
  let row = 0
  let consumed = 0

  /** Parses so that an unclosed quote does not swallow the text after it. */
  async function parseClosed(text: string): Promise<Parsed> {
    let open = text
    for (let tries = 0; tries < MAX_OPEN_QUOTES; tries++) {
      await heard()
      const parsed = parser.parse(open, 0, false)
      const fault = parsed.errors.find(({ code }) => code === 'MissingQuotes')
      if (!fault) return parsed
      openQuotes.push(row + fault.row)
      open = open.slice(0, fault.index - 1) + open.slice(fault.index)
    }
    // Treat quotes as normal characters from here on; otherwise each would have to be found again.
    parser = parserFor(form.delimiter, true)
    return parser.parse(open, 0, false)
  }

  async function hand(data: string[][]): Promise<void> {
    for (let from = 0; from < data.length; from += ROWS_AT_ONCE) {
      await heard()
      const rows = data.slice(from, from + ROWS_AT_ONCE)
      onRows(rows, row, consumed)
      row += rows.length
    }
  }

  /** Lets the worker receive a cancel message between two pieces. */
  async function heard(): Promise<void> {
    await nextTask()
    signal?.throwIfAborted()
  }

  for await (const piece of decoded(source, form.encoding, signal)) {
    consumed = piece.consumed
    rest += piece.text
    if (rest.length < PIECE) continue
    // A carriage return at the end may be the first half of CRLF.
    const held = rest.endsWith('\r') ? 1 : 0
    const whole = unixLines(rest.slice(0, rest.length - held))
    const { data, meta } = parser.parse(whole, 0, true)
    await hand(data)
    rest = whole.slice(meta.cursor) + rest.slice(rest.length - held)
    if (data.length === 0 && rest.length > LONGEST_ROW) {
      const closed = (await parseClosed(rest)).data
      if (closed.length > 1) {
        // The last row may continue in the next piece.
        const last = closed.pop()!
        rest = Papa.unparse([last], { delimiter: form.delimiter })
      } else {
        // A text this long without a line end is not a table: drop it, so that it is not parsed again with every piece.
        rest = ''
      }
      await hand(closed)
    }
    await heard()
  }
  const { data } = await parseClosed(unixLines(rest))
  // A line end at the end of the text does not begin another row.
  if (data.length > 0 && data.at(-1)!.length === 1 && data.at(-1)![0] === '') data.pop()
  await hand(data)
  return openQuotes
}

const unixLines = (text: string) => (text.includes('\r') ? text.replace(/\r\n?/g, '\n') : text)

/** The delimiter that splits the most lines into the same number of cells, more than one. */
export function findDelimiter(text: string): string {
  const lines = text
    .split(/\r\n|\n|\r/)
    .filter((line) => line.trim() !== '')
    .slice(0, 50)
  let best = { delimiter: ',', score: 0 }
  for (const delimiter of DELIMITERS) {
    const { data } = Papa.parse<string[]>(lines.join('\n'), { delimiter })
    const widths = new Map<number, number>()
    for (const cells of data) if (cells.length > 1) widths.set(cells.length, (widths.get(cells.length) ?? 0) + 1)
    const [width, count] = [...widths].sort((a, b) => b[1] - a[1] || b[0] - a[0])[0] ?? [0, 0]
    const score = count * Math.min(width, 3)
    if (score > best.score) best = { delimiter, score }
  }
  return best.delimiter
}

/** All rows of a small text. */
export async function readWholeCsv(blob: Blob, form: CsvForm): Promise<string[][]> {
  const rows: string[][] = []
  await readCsv(blob, form, (more) => {
    for (const cells of more) rows.push(cells)
  })
  return rows
}
