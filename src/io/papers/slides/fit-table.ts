import { LINE, linesOf, shortened, textWidth, widestPiece } from './text-fit'

/** Printed texts of a table. */
export interface TableTexts {
  readonly headings: readonly string[]
  readonly rows: readonly (readonly string[])[]
  /** Columns of figures, which never wrap. */
  readonly figures: readonly boolean[]
}

/** Layout of a table in a box, in points. */
export interface FittedTable {
  /** Whether no word is broken and no text cut. */
  readonly fits: boolean
  readonly size: number
  readonly widths: readonly number[]
  readonly headHeight: number
  /** The rows as they fit: a text too long for its cell ends with an ellipsis. */
  readonly rows: readonly (readonly string[])[]
  readonly heights: readonly number[]
  /** Rows of each slide: start, and end (exclusive). */
  readonly pages: readonly (readonly [from: number, to: number])[]
}

/** Padding of a cell, in points. */
export const CELL = { x: 4, y: 2 }
/** Bold letters, as in headings, are wider by this factor. */
const BOLD = 1.07
/** Maximum lines of a text cell. */
const MAX_LINES = 4
/** Minimum width of a text column, in letters, unless all its words are shorter. */
const MIN_WORDS = 4

/** In points. */
const NEAR_ENOUGH = 0.1

const total = (widths: readonly number[]) => widths.reduce((sum, each) => sum + each, 0)

/** Desired and minimum width of each column, in points. */
function widthsAt({ headings, rows, figures }: TableTexts, size: number) {
  return headings.map((heading, column) => {
    const cells = rows.map((row) => row[column]!)
    const widest = Math.max(textWidth(heading), ...cells.map(textWidth))
    const ofCells = figures[column]
      ? Math.max(0, ...cells.map(textWidth))
      : Math.max(Math.min(MIN_WORDS, widest), ...cells.map(widestPiece))
    const narrowest = Math.max(ofCells, widestPiece(heading), Math.min(2, textWidth(heading)))
    return { most: widest * BOLD * size + 2 * CELL.x, least: narrowest * BOLD * size + 2 * CELL.x }
  })
}

/**
 * Column widths that fill `width`: the desired ones if they fit; otherwise the widest are narrowed first, as far as
 * their words allow, so that few columns wrap.
 */
function columnsIn(
  texts: TableTexts,
  size: number,
  width: number,
): { readonly widths: number[]; readonly fits: boolean } {
  const columns = widthsAt(texts, size)
  const [most, least] = [total(columns.map((column) => column.most)), total(columns.map((column) => column.least))]
  if (most <= width) return { widths: columns.map((column) => (column.most * width) / most), fits: true }
  if (least <= width) {
    const narrowed = (to: number) => columns.map((column) => Math.max(column.least, Math.min(column.most, to)))
    let [low, high] = [0, width]
    while (high - low > NEAR_ENOUGH) {
      const middle = (low + high) / 2
      if (total(narrowed(middle)) <= width) low = middle
      else high = middle
    }
    const widths = narrowed(low)
    return { widths: widths.map((each) => (each * width) / total(widths)), fits: true }
  }
  return { widths: columns.map((column) => (column.least * width) / least), fits: false }
}

/** Splits rows into pages as evenly as possible, each no higher than `height`. */
function pagesOf(heights: readonly number[], height: number): [number, number][] {
  const dealt = (most: number) => {
    const pages: [number, number][] = []
    let [from, used] = [0, 0]
    heights.forEach((each, row) => {
      if (row > from && used + each > most) {
        pages.push([from, row])
        ;[from, used] = [row, 0]
      }
      used += each
    })
    return [...pages, [from, heights.length] as [number, number]]
  }
  const fewest = dealt(height)
  const even = heights.reduce((sum, each) => sum + each, 0) / fewest.length
  for (let most = even; most < height; most += height / 50) {
    const pages = dealt(most)
    if (pages.length === fewest.length) return pages
  }
  return fewest
}

function tableAt(texts: TableTexts, size: number, width: number, height: number): FittedTable {
  const { widths, fits } = columnsIn(texts, size, width)
  const letters = widths.map((each) => (each - 2 * CELL.x) / size / BOLD)
  const heightOf = (row: readonly string[]) =>
    Math.max(...row.map((text, i) => linesOf(text, letters[i]! + 1e-6))) * size * LINE + 2 * CELL.y
  const rows = texts.rows.map((row) =>
    row.map((text, i) => (texts.figures[i] ? text : shortened(text, letters[i]! + 1e-6, MAX_LINES))),
  )
  const isWhole = rows.every((row, i) => row.every((text, column) => text === texts.rows[i]![column]))
  const headHeight = heightOf(texts.headings)
  const heights = rows.map(heightOf)
  return {
    size,
    widths,
    headHeight,
    rows,
    heights,
    pages: pagesOf(heights, height - headHeight),
    fits: fits && isWhole,
  }
}

/**
 * Fits a table into a box with the fewest slides, in the largest size that achieves this. Columns are as wide as their
 * texts need, rows as high as their lines; nothing is cut, and no page is higher than the box.
 */
export function fitTable(texts: TableTexts, width: number, height: number, sizes: readonly number[]): FittedTable {
  const tried = sizes.map((size) => tableAt(texts, size, width, height))
  const fitting = tried.filter(({ fits }) => fits)
  const of = fitting.length > 0 ? fitting : tried.slice(-1)
  return of.reduce((best, each) => (each.pages.length < best.pages.length ? each : best))
}
