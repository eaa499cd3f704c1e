import type { StatusName } from '@/domain/rules/status'
import type { Cells } from '@/domain/sources/view/drawn-sources'

/** A cell is 32 pixels wide; its disc never touches the next. */
const MOST_RADIUS = 15
const LEAST_RADIUS = 4
/** With this share of its sources overdue a cell takes the colour of what is overdue; with it overdue or failing, of what fails. */
export const BAD_SHARE = 0.1
/** Counts are written where few cells are in view and their discs are wide enough. */
const MOST_LABELS = 1200
const LABEL_RADIUS = 10
/** So opaque is a disc, of 255. */
export const CELL_ALPHA = 200

/** How each cell is drawn: the radius of its disc, whose colour that has, and which have room for their count. */
export function cellDiscs({ counts, overdue, failing }: Cells) {
  const most = counts.reduce((max, count) => Math.max(max, count), 1)
  const radii = Float32Array.from(counts, (count) =>
    Math.max(LEAST_RADIUS, MOST_RADIUS * Math.sqrt(Math.log1p(count) / Math.log1p(most))),
  )
  const standings = Array.from(counts, (count, cell): StatusName => {
    const bad = overdue[cell]! / count
    const weak = (overdue[cell]! + failing[cell]!) / count
    return bad >= BAD_SHARE ? 'overdue' : weak >= BAD_SHARE ? 'failing' : 'fine'
  })
  const labelled = counts.length <= MOST_LABELS ? [...counts.keys()].filter((cell) => radii[cell]! >= LABEL_RADIUS) : []
  return { radii, standings, labelled }
}
