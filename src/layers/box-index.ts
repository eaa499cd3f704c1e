/** Left, top, right and bottom. */
export type Box = readonly [left: number, top: number, right: number, bottom: number]

const CELL = 48
/** So near to an edge, in pixels, a text counts as cut: letters are not all as wide as they are reckoned. */
const EDGE = 6

/** Whether all of a box is seen in a view. */
export const isWhole = ([left, top, right, bottom]: Box, view: Box): boolean =>
  left >= view[0] + EDGE && top >= view[1] + EDGE && right <= view[2] - EDGE && bottom <= view[3] - EDGE

/** Whether an edge of the view goes through a box. */
export const isCut = (box: Box, view: Box): boolean =>
  !isWhole(box, view) && box[2] > view[0] && box[3] > view[1] && box[0] < view[2] && box[1] < view[3]

/** Boxes that grow in number, and how much of another they cover; each lies in the cells of a grid that it touches. */
export class BoxIndex {
  private readonly cells = new Map<number, Box[]>()

  private *keys([left, top, right, bottom]: Box): Generator<number> {
    for (let x = Math.floor(left / CELL); x <= Math.floor(right / CELL); x++)
      for (let y = Math.floor(top / CELL); y <= Math.floor(bottom / CELL); y++) yield x * 0x10000 + y
  }

  add(box: Box): void {
    for (const key of this.keys(box)) {
      const cell = this.cells.get(key)
      if (cell) cell.push(box)
      else this.cells.set(key, [box])
    }
  }

  /** The area of a box that others cover; where they lie over one another it counts for each. */
  covered(box: Box): number {
    const met = new Set<Box>()
    for (const key of this.keys(box)) for (const other of this.cells.get(key) ?? []) met.add(other)
    let area = 0
    for (const [left, top, right, bottom] of met)
      area +=
        Math.max(0, Math.min(box[2], right) - Math.max(box[0], left)) *
        Math.max(0, Math.min(box[3], bottom) - Math.max(box[1], top))
    return area
  }
}
