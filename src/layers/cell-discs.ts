import type { StatusName } from '@/domain/rules/status'
import type { Cells } from '@/domain/sources/view/drawn-sources'

/** Cells are 32 pixels wide; the discs of neighbours never touch. */
const MAX_RADIUS = 15
const MIN_RADIUS = 4
/**
 * Share of a cell's sources from which it takes the colour of overdue (by overdue sources) or failing (by overdue and
 * failing ones).
 */
export const BAD_SHARE = 0.1
/** Counts are written if few cells are in view, and in discs that are wide enough. */
const MAX_LABELS = 1200
const LABEL_RADIUS = 10
/** Opacity of a disc, of 255. */
export const CELL_ALPHA = 200

/** How each cell is drawn: radius and standing of its disc, and which cells have room for their count. */
export function cellDiscs({ counts, overdue, failing }: Cells) {
  const most = counts.reduce((max, count) => Math.max(max, count), 1)
  const radii = Float32Array.from(counts, (count) =>
    Math.max(MIN_RADIUS, MAX_RADIUS * Math.sqrt(Math.log1p(count) / Math.log1p(most))),
  )
  const standings = Array.from(counts, (count, cell): StatusName => {
    const bad = overdue[cell]! / count
    const weak = (overdue[cell]! + failing[cell]!) / count
    return bad >= BAD_SHARE ? 'overdue' : weak >= BAD_SHARE ? 'failing' : 'fine'
  })
  const labelled = counts.length <= MAX_LABELS ? [...counts.keys()].filter((cell) => radii[cell]! >= LABEL_RADIUS) : []
  return { radii, standings, labelled }
}
