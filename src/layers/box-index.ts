/** Left, top, right and bottom. */
export type Box = readonly [left: number, top: number, right: number, bottom: number]

const CELL = 32
/** So near to an edge, in pixels, a text counts as cut: letters are not all as wide as they are reckoned. */
const EDGE = 6

/** Whether all of a box is seen in a view. */
export const isWhole = ([left, top, right, bottom]: Box, view: Box): boolean =>
  left >= view[0] + EDGE && top >= view[1] + EDGE && right <= view[2] - EDGE && bottom <= view[3] - EDGE

/** Whether an edge of the view goes through a box. */
export const isCut = (box: Box, view: Box): boolean =>
  !isWhole(box, view) && box[2] > view[0] && box[3] > view[1] && box[0] < view[2] && box[1] < view[3]

/** How much of one stretch another covers. */
const shared = (from: number, to: number, start: number, end: number) =>
  Math.max(0, Math.min(to, end) - Math.max(from, start))

/**
 * Boxes that grow in number, and how much of another they cover; each lies in the cells of a grid that it touches. Names look for
 * room among them thousands of times, most of them in vain: the first box in the way, or the first too much, ends a look.
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

  /** Whether others cover no more than so much of a box; where they lie over one another it counts for each. */
  leavesFree([left, top, right, bottom]: Box, mostCovered = 0): boolean {
    let area = 0
    for (let x = Math.floor(left / CELL); x <= Math.floor(right / CELL); x++)
      for (let y = Math.floor(top / CELL); y <= Math.floor(bottom / CELL); y++)
        for (const other of this.cells.get(x * 0x10000 + y) ?? []) {
          // What lies in several cells counts by its share of each.
          const wide = shared(Math.max(left, x * CELL), Math.min(right, (x + 1) * CELL), other[0], other[2])
          const high = shared(Math.max(top, y * CELL), Math.min(bottom, (y + 1) * CELL), other[1], other[3])
          area += wide * high
          if (area > mostCovered) return false
        }
    return true
  }
}
