import { cellTextWidth, POINTS } from './official-style'
import { linesOf } from './slides/text-fit'

/**
 * Items of a cell in lines that end with an item, so that none is broken within. Word has no sign that keeps Chinese
 * letters together.
 * @param percent the column's part of the width
 */
export function itemLines(items: readonly string[], separator: string, percent: number, points: number = POINTS.table) {
  const letters = cellTextWidth(percent / 100) / points
  return items.reduce((text, item, i) => {
    const last = text.slice(text.lastIndexOf('\n') + 1)
    const added = i < items.length - 1 ? `${item}${separator}` : item
    return last === '' || linesOf(`${last}${added}`, letters) === 1 ? `${text}${added}` : `${text}\n${added}`
  }, '')
}
