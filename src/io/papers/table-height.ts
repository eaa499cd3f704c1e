import { widthOf } from './column-shares'
import { LINE, PAGE, POINTS, TEXT_WIDTH } from './official-style'

/** Height of a line in a cell by that of its letters: as the tallest of the fonts has it that may stand in for another. */
const LINE_BY_LETTER = 1.45
/** Above and below the text of a row, with its border; left and right of that of a cell. */
const [ROW_MARGIN, CELL_MARGIN] = [3.5, 4]
const POINTS_OF_MILLIMETRE = 72 / 25.4
const TEXT_HEIGHT = (PAGE.height - PAGE.top - PAGE.bottom) * POINTS_OF_MILLIMETRE
/** Heading, sentence and unit, which stay with their table. */
const ABOVE = 3 * LINE.body

/** Three rows of a line. */
const TOGETHER = 3 * (POINTS.table * LINE_BY_LETTER + ROW_MARGIN) - 1

interface Cells {
  readonly headings: readonly string[]
  readonly rows: readonly (readonly string[])[]
  readonly shares: readonly number[]
  /** Of its letters. */
  readonly points: number
}

/** About how high the heading and each row stand on paper, in points: rather more than less. */
function rowHeights({ headings, rows, shares, points }: Cells): number[] {
  const letters = shares.map((share) => Math.max(1, Math.floor((share * (TEXT_WIDTH / 20) - CELL_MARGIN) / points)))
  const linesOf = (text: string, most: number) =>
    text.split('\n').reduce((sum, line) => sum + Math.max(1, Math.ceil(widthOf(line) / most)), 0)
  return [headings, ...rows].map(
    (row) => Math.max(...row.map((text, i) => linesOf(text, letters[i]!))) * points * LINE_BY_LETTER + ROW_MARGIN,
  )
}

/**
 * Which rows stand on one page with the next. All of a table up to half a page: no more than that is left empty before it; and of
 * one that is read as a whole, wherever a page holds it. Of others no page begins or ends with less than three lines.
 */
export function keptRows(cells: Cells, isReadWhole: boolean): readonly boolean[] {
  const [, ...heights] = rowHeights(cells)
  const sum = (some: readonly number[]) => some.reduce((all, each) => all + each, 0)
  const isWhole = sum(rowHeights(cells)) <= (isReadWhole ? TEXT_HEIGHT - ABOVE : TEXT_HEIGHT / 2)
  return heights.map(
    (_, row) =>
      row < heights.length - 1 &&
      (isWhole || sum(heights.slice(0, row + 1)) < TOGETHER || sum(heights.slice(row + 1)) < TOGETHER),
  )
}
