/** Places that keep a minimum distance from each other; coordinates and distance in the same units. */
export class Spacing {
  private readonly cells = new Map<number, number[]>()

  constructor(private readonly distance: number) {}

  private key(x: number, y: number, right = 0, down = 0): number {
    return (Math.floor(x / this.distance) + right) * 0x4000000 + Math.floor(y / this.distance) + down
  }

  /** Whether no taken place is nearer than the distance. */
  isFree(x: number, y: number): boolean {
    for (let right = -1; right <= 1; right++)
      for (let down = -1; down <= 1; down++) {
        const cell = this.cells.get(this.key(x, y, right, down)) ?? []
        for (let i = 0; i < cell.length; i += 2)
          if (Math.hypot(cell[i]! - x, cell[i + 1]! - y) < this.distance) return false
      }
    return true
  }

  take(x: number, y: number): void {
    const key = this.key(x, y)
    const cell = this.cells.get(key)
    if (cell) cell.push(x, y)
    else this.cells.set(key, [x, y])
  }
}
