/** Left, top, right and bottom. */
export type Box = readonly [left: number, top: number, right: number, bottom: number]

const CELL = 32
/** Distance in pixels to the view's edge within which a text counts as cut, since letter widths are only estimated. */
const EDGE = 6

/** Whether a box is entirely in the view. */
export const isWhole = ([left, top, right, bottom]: Box, view: Box): boolean =>
  left >= view[0] + EDGE && top >= view[1] + EDGE && right <= view[2] - EDGE && bottom <= view[3] - EDGE

/** Whether a box crosses an edge of the view. */
export const isCut = (box: Box, view: Box): boolean =>
  !isWhole(box, view) && box[2] > view[0] && box[3] > view[1] && box[0] < view[2] && box[1] < view[3]

/** Length of the overlap of two intervals. */
const shared = (from: number, to: number, start: number, end: number) =>
  Math.max(0, Math.min(to, end) - Math.max(from, start))

/**
 * A growing set of boxes that tells how much of another box they cover; stored in the grid cells they touch. Placing
 * names makes thousands of mostly failing queries, so each query stops once too much is covered.
 */
export class BoxIndex {
  private readonly cells = new Map<number, Box[]>()

  add(box: Box): void {
    for (let x = Math.floor(box[0] / CELL); x <= Math.floor(box[2] / CELL); x++)
      for (let y = Math.floor(box[1] / CELL); y <= Math.floor(box[3] / CELL); y++) {
        const cell = this.cells.get(x * 0x10000 + y)
        if (cell) cell.push(box)
        else this.cells.set(x * 0x10000 + y, [box])
      }
  }

  /** Whether the boxes cover at most `mostCovered` square pixels of a box; overlapping boxes each count. */
  leavesFree([left, top, right, bottom]: Box, mostCovered = 0): boolean {
    let area = 0
    for (let x = Math.floor(left / CELL); x <= Math.floor(right / CELL); x++)
      for (let y = Math.floor(top / CELL); y <= Math.floor(bottom / CELL); y++)
        for (const other of this.cells.get(x * 0x10000 + y) ?? []) {
          // A box in several cells counts in each with the part that lies in the cell.
          const wide = shared(Math.max(left, x * CELL), Math.min(right, (x + 1) * CELL), other[0], other[2])
          const high = shared(Math.max(top, y * CELL), Math.min(bottom, (y + 1) * CELL), other[1], other[3])
          area += wide * high
          if (area > mostCovered) return false
        }
    return true
  }
}
