import { POINTS, TEXT_WIDTH } from './official-style'
import { linesOf } from './slides/text-fit'

const TWIPS_OF_POINT = 20
/** Horizontal padding of a cell, in points. */
const CELL_MARGIN = 4

/**
 * Items of a cell in lines that end with an item, so that none is broken within. Word has no sign that keeps Chinese
 * letters together.
 * @param percent the column's part of the width
 */
export function itemLines(items: readonly string[], separator: string, percent: number, points: number = POINTS.table) {
  const letters = ((percent / 100) * (TEXT_WIDTH / TWIPS_OF_POINT) - CELL_MARGIN) / points
  return items.reduce((text, item, i) => {
    const last = text.slice(text.lastIndexOf('\n') + 1)
    const added = i < items.length - 1 ? `${item}${separator}` : item
    return last === '' || linesOf(`${last}${added}`, letters) === 1 ? `${text}${added}` : `${text}\n${added}`
  }, '')
}
