/** Values of a window in their order, of which one goes and one comes. */
export class SlidingWindow {
  private readonly sorted: Float64Array
  private readonly distances: Float64Array
  private length = 0

  /** @param most So many values it holds at most, and one more while it moves on. */
  constructor(most: number) {
    this.sorted = new Float64Array(most + 1)
    this.distances = new Float64Array(most + 1)
  }

  add(value: number): void {
    const place = this.placeOf(value)
    this.sorted.copyWithin(place + 1, place, this.length++)
    this.sorted[place] = value
  }

  /** Takes away a value that is in it. */
  remove(value: number): void {
    const place = this.placeOf(value)
    this.sorted.copyWithin(place, place + 1, this.length--)
  }

  /** NaN of no value. */
  median(): number {
    return medianOf(this.sorted, this.length)
  }

  /** The median of how far its values lie from one. */
  deviation(from: number): number {
    for (let at = 0; at < this.length; at++) this.distances[at] = Math.abs(this.sorted[at]! - from)
    this.distances.subarray(0, this.length).sort()
    return medianOf(this.distances, this.length)
  }

  /** That of the first value that is not below one. */
  private placeOf(value: number): number {
    let [low, high] = [0, this.length]
    while (low < high) {
      const middle = (low + high) >> 1
      if (this.sorted[middle]! < value) low = middle + 1
      else high = middle
    }
    return low
  }
}

/** The median of the first values, so many, of an array in which they are sorted; NaN of none. */
export const medianOf = (sorted: Float64Array, length: number): number =>
  length === 0 ? Number.NaN : (sorted[(length - 1) >> 1]! + sorted[length >> 1]!) / 2
