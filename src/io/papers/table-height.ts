import { CELL_LINE, cellTextWidth, PAGE, POINTS } from './official-style'
import { linesOf } from './slides/text-fit'

/** Vertical space of a row besides its text: the padding of its cells and the border; in points. */
const ROW_MARGIN = 3.5
const POINTS_OF_MILLIMETRE = 72 / 25.4
/** Height between the margins, in points. */
export const TEXT_HEIGHT = (PAGE.height - PAGE.top - PAGE.bottom) * POINTS_OF_MILLIMETRE
/** A table up to this height is never split across pages. */
const SHORT = TEXT_HEIGHT / 4
/** Height of three single-line rows. */
const TOGETHER = 3 * (POINTS.table * CELL_LINE + ROW_MARGIN) - 1

interface Cells {
  readonly headings: readonly string[]
  readonly rows: readonly (readonly string[])[]
  readonly shares: readonly number[]
  /** Font size. */
  readonly points: number
}

/** Estimated heights of the heading and each row on paper, in points; rather too high than too low. */
function rowHeights({ headings, rows, shares, points }: Cells): number[] {
  const letters = shares.map((share) => cellTextWidth(share) / points)
  return [headings, ...rows].map(
    (row) => Math.max(...row.map((text, i) => linesOf(text, letters[i]!))) * points * CELL_LINE + ROW_MARGIN,
  )
}

/**
 * Which rows must stay on the same page as the next. Tables up to a quarter of a page are kept whole, so that at most
 * that much space is left empty before them. Longer ones break between rows, with their headings repeated; no page
 * begins or ends with less than three lines of them.
 */
export function keptRows(cells: Cells): readonly boolean[] {
  const [heading = 0, ...heights] = rowHeights(cells)
  const all = heights.reduce((sum, height) => sum + height, 0)
  const isWhole = heading + all <= SHORT
  let above = 0
  return heights.map((height, row) => {
    above += height
    return row < heights.length - 1 && (isWhole || above < TOGETHER || all - above < TOGETHER)
  })
}
