/** Left, top, right and bottom. */
export type Box = readonly [left: number, top: number, right: number, bottom: number]

const CELL = 48

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
