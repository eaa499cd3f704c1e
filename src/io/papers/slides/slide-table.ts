import type PptxGenJS from 'pptxgenjs'
import { isDark, isOver, type PaperTable, printedRows, printedTotal } from '@/io/papers/papers'
import { type Box, type DeckLook, LINE_COLOUR, OVER, QUIET } from './deck-look'
import { CELL, type FittedTable, fitTable } from './fit-table'

const POINTS = 72
/** From the largest to the smallest size that is legible from the back of a room. */
const SIZES = [18, 16, 15, 14, 13, 12]

/** Layout of a table in a box; the total row is its last row. */
export function fittedTable(table: PaperTable, { w, h }: Box, sizes: readonly number[] = SIZES): FittedTable {
  const total = printedTotal(table)
  return fitTable(
    {
      headings: table.headings,
      rows: [...printedRows(table), ...(total ? [total] : [])],
      figures: table.formats.map((format) => format !== 'text'),
    },
    w * POINTS,
    h * POINTS,
    sizes,
  )
}

/** Draws the rows of one slide into a box. */
export function addTable(
  slide: PptxGenJS.Slide,
  table: PaperTable,
  fitted: FittedTable,
  [from, to]: readonly [number, number],
  look: DeckLook,
  { x, y }: Pick<Box, 'x' | 'y'>,
) {
  const { headings, formats } = table
  const { size, rows, widths, heights, headHeight } = fitted
  const cell = (text: string, column: number, options: PptxGenJS.TableCellProps) => ({
    text,
    options: {
      fontSize: size,
      fontFace: look.bodyFont,
      align: formats[column] === 'text' ? ('left' as const) : ('right' as const),
      valign: 'middle' as const,
      margin: [CELL.y, CELL.x, CELL.y, CELL.x] as [number, number, number, number],
      ...options,
    },
  })
  const rowCells = (row: number) =>
    rows[row]!.map((text, column) => {
      const fill = table.fills?.[row]?.[column]
      const over = isOver(table, row, column)
      return cell(text, column, {
        bold: over || row >= table.rows.length,
        color: isDark(fill) ? 'FFFFFF' : over && !fill ? OVER : look.ink,
        ...(fill ? { fill: { color: fill.slice(1) } } : {}),
      })
    })
  const shown = Array.from({ length: to - from }, (_, i) => from + i)
  slide.addTable(
    [headings.map((text, column) => cell(text, column, { bold: true, color: QUIET })), ...shown.map(rowCells)],
    {
      x,
      y,
      w: sum(widths) / POINTS,
      colW: widths.map((width) => width / POINTS),
      rowH: [headHeight, ...shown.map((row) => heights[row]!)].map((height) => height / POINTS),
      border: { type: 'solid', pt: 0.5, color: LINE_COLOUR },
    },
  )
}

/** Height of some rows including the headings, in inches. */
export const heightOf = ({ headHeight, heights }: FittedTable, [from, to]: readonly [number, number]): number =>
  (headHeight + sum(heights.slice(from, to))) / POINTS

const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0)
