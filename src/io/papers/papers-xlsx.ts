import type { Cell, CellStyle, WriteSheet } from 'hucre/xlsx'
import { FOOTNOTE_MARK } from '@/domain/dustfall/figure-marks'
import { roundHalfEven } from '@/domain/dustfall/rounding'
import { filledColumns } from './filled-columns'
import { type CellFormat, isOver, linesBelow, type MeetingPapers, type PaperCell, type PaperTable } from './papers'
import { sheetName } from './sheet-name'
import { LINE, linesOf, textWidth } from './slides/text-fit'
import { BORDER, FONT, HEADING, pageSetup, SMALL, TITLE } from './xlsx-style'

const OVER_STYLE: CellStyle = {
  font: { ...FONT, bold: true, color: { rgb: 'FF9C4220' } },
  fill: { type: 'pattern', pattern: 'solid', fgColor: { rgb: 'FFFBE3C8' } },
}
const FORMATS: Record<CellFormat, string> = {
  text: '@',
  whole: '#,##0',
  tenth: '0.0',
  fourth: '0.0000',
  number: 'General',
}
/** Rows above the table, repeated on every page: title, note and headings. */
const ABOVE = 3
/** A Chinese character is as wide as two digits, Excel's unit for column widths. */
const DIGITS = 2
/** Factor by which more text fits on a line of a sheet than is assumed for a slide. */
const CLOSER = 1.12
const WIDEST = 44
/** Texts up to this width, in digits, are centred. */
const SHORT = 18
/** Height of a row without long texts and of the headings, and the largest that Excel allows; in points. */
const [ROW, HEADING_ROW, MOST_ROW] = [20, 22, 409]

/**
 * Writes the ranking, the year, the largest changes, targets, overdue items and the derivation of each figure; each
 * sheet is one page wide.
 */
export async function rankingWorkbook(papers: MeetingPapers): Promise<Blob> {
  const { writeXlsx } = await import('hucre/xlsx')
  const { ranking, year, movers, targets, tasks, derivation, title, author, words } = papers
  const taken = new Set<string>()
  const tables = [ranking, year, movers, targets, tasks, filledColumns(derivation)].filter(
    ({ rows }) => rows.length > 0,
  )
  const bytes = await writeXlsx({
    properties: { title, creator: author, lastModifiedBy: author, company: author },
    sheets: tables.map((table) => ({
      ...sheetOf(table, papers),
      name: sheetName(table.title, taken),
      pageSetup: pageSetup(table === ranking ? 1 : pagesOf(table), `$1:$${ABOVE}`),
      headerFooter: { oddFooter: `&L${escaped(author)}&C${words.page[0]}&P${words.page[1]} / &N` },
    })),
  })
  return new Blob([bytes as Uint8Array<ArrayBuffer>], {
    type: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  })
}

/** Printable size of a page, and width of a digit, in points. */
const PAGE = { width: 757, height: 493, digit: 6 }
/** If at most this many rows exceed a page, the sheet is shrunk instead of adding a page. */
const FEW_ROWS = 6

/**
 * Number of pages for a table, without a last page for a few rows; 0 if texts wrap and only the spreadsheet program can
 * tell.
 */
function pagesOf(table: PaperTable): number {
  const widths = widthsOf(table)
  if (widths.includes(WIDEST)) return 0
  const scale = Math.min(1, PAGE.width / (widths.reduce((sum, width) => sum + width, 0) * PAGE.digit))
  const onPage = Math.floor((PAGE.height / scale - 30 - 2 * HEADING_ROW) / ROW)
  const rows = table.rows.length + (table.total ? 1 : 0)
  return Math.max(1, Math.ceil((rows - FEW_ROWS) / onPage))
}

/** In a footer, & begins a code. */
const escaped = (text: string) => text.replaceAll('&', '&&')

/** Cells of a sheet: figures as numbers, cells over the limit marked individually, explanations of ※ below. */
function sheetOf(
  table: PaperTable,
  { note }: MeetingPapers,
): Pick<WriteSheet, 'rows' | 'cells' | 'columns' | 'merges' | 'rowDefs' | 'freezePane'> {
  const { title, headings, formats, rows, total, texts, notes, unit } = table
  const cells = new Map<string, Partial<Cell>>()
  const style = (row: number, column: number, of: CellStyle): void => {
    cells.set(`${row},${column}`, { style: of })
  }
  const body = [...rows, ...(total ? [total] : [])]
  const widths = widthsOf(table)
  body.forEach((row, i) => {
    row.forEach((_, column) => {
      const format = formats[column]!
      const numFmt =
        numberFormat(format, texts?.[i]?.[column]) +
        (notes?.[i]?.[column] && format !== 'text' ? `"${FOOTNOTE_MARK}"` : '')
      const alignment = {
        vertical: 'center' as const,
        horizontal: alignmentOf(format, widths[column]!),
        wrapText: format === 'text',
        // Indent, so that a text does not touch the number before it.
        ...(alignmentOf(format, widths[column]!) === 'left' ? { indent: 1 } : {}),
      }
      const plain = { font: { ...FONT, bold: i >= rows.length } }
      const set = i < rows.length && isOver(table, i, column) ? OVER_STYLE : plain
      style(ABOVE + i, column, { ...set, numFmt, alignment, border: BORDER })
    })
  })
  for (const column of headings.keys()) style(ABOVE - 1, column, HEADING)
  style(0, 0, TITLE)
  style(1, 0, { font: { ...FONT, size: SMALL }, alignment: { horizontal: 'left', vertical: 'center', wrapText: true } })
  const below = linesBelow(table)
  const firstBelow = ABOVE + body.length
  const last = headings.length - 1
  for (const i of below.keys())
    style(firstBelow + i, 0, { font: { ...FONT, size: SMALL }, alignment: { vertical: 'top', wrapText: true } })
  // Spreadsheets do not adapt row heights in merged cells; digits are also narrower than assumed for slides.
  const letters = (widths.reduce((sum, width) => sum + width, 0) / DIGITS) * (FONT.size / SMALL) * CLOSER
  const heightOf = (text: string) => Math.ceil(linesOf(text, letters) * SMALL * LINE) + 4
  const above = [note, unit].filter(Boolean).join('　')
  const across = (row: number) => ({ startRow: row, startCol: 0, endRow: row, endCol: last })
  return {
    columns: widths.map((width) => ({ width })),
    rows: [
      [title],
      [above],
      [...headings],
      ...body.map((row) => row.map((value, i) => stored(value, formats[i]!))),
      ...below.map((text) => [text]),
    ],
    cells,
    merges: [across(0), across(1), ...below.map((_, i) => across(firstBelow + i))],
    rowDefs: new Map([
      [0, { height: 30 }],
      [1, { height: heightOf(above) }],
      [2, { height: HEADING_ROW * Math.max(...headings.map((heading) => heading.split('\n').length)) }],
      ...below.map((text, i): [number, { height: number }] => [firstBelow + i, { height: heightOf(text) }]),
      ...body.map((row, i): [number, { height: number }] => [ABOVE + i, { height: rowHeight(table, row, widths) }]),
    ]),
    freezePane: { rows: ABOVE },
  }
}

/**
 * Height of a row with wrapped texts, in points: not every program finds it when it opens a sheet. The indent and the
 * padding of a cell take a letter.
 */
function rowHeight({ formats }: PaperTable, row: readonly PaperCell[], widths: readonly number[]): number {
  const lines = row.map((cell, i) => (formats[i] === 'text' ? linesOf(String(cell ?? ''), widths[i]! / DIGITS - 1) : 1))
  return Math.min(MOST_ROW, ROW + (Math.max(...lines) - 1) * FONT.size * LINE)
}

/** The column's format, or the decimals of the figure's own text. */
function numberFormat(format: CellFormat, text = ''): string {
  const places = text.split('.')[1]?.length ?? 0
  return text === '' ? FORMATS[format] : places === 0 ? '0' : `0.${'0'.repeat(places)}`
}

function alignmentOf(format: CellFormat, width: number): 'left' | 'center' | 'right' {
  if (format === 'text') return width <= SHORT ? 'center' : 'left'
  return format === 'whole' ? 'center' : 'right'
}

/** Round here: a spreadsheet would round ties up, while the other papers round half to even. */
const stored = (value: PaperCell, format: CellFormat): PaperCell =>
  typeof value === 'number' && format === 'tenth' ? roundHalfEven(value) : value

const widthsOf = ({ headings, formats, rows, total }: PaperTable): readonly number[] =>
  headings.map((heading, column) =>
    widthOf(
      heading,
      [...rows, ...(total ? [total] : [])].map((row) => row[column]!),
      formats[column]!,
    ),
  )

/** Column width in digits: its widest text, up to the width at which texts wrap. */
function widthOf(heading: string, values: readonly PaperCell[], format: CellFormat): number {
  const texts = values.map((value) =>
    typeof value === 'number' && format === 'fourth' ? value.toFixed(4) : String(value ?? ''),
  )
  const digits = Math.max(...heading.split('\n').map(textWidth), ...texts.map(textWidth)) * DIGITS + 2
  return Math.min(WIDEST, Math.max(8, Math.ceil(digits)))
}
