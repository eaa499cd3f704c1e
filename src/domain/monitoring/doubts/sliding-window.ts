/** The values of a moving window, kept sorted. */
export class SlidingWindow {
  private readonly sorted: Float64Array
  private readonly distances: Float64Array
  private length = 0

  /** @param most The maximum number of values; while the window moves it holds one more. */
  constructor(most: number) {
    this.sorted = new Float64Array(most + 1)
    this.distances = new Float64Array(most + 1)
  }

  add(value: number): void {
    const place = this.placeOf(value)
    this.sorted.copyWithin(place + 1, place, this.length++)
    this.sorted[place] = value
  }

  /** Removes a value, which must be in the window. */
  remove(value: number): void {
    const place = this.placeOf(value)
    this.sorted.copyWithin(place, place + 1, this.length--)
  }

  /** NaN if the window is empty. */
  median(): number {
    return medianOf(this.sorted, this.length)
  }

  /** The median absolute distance of the values from `from`. */
  deviation(from: number): number {
    for (let at = 0; at < this.length; at++) this.distances[at] = Math.abs(this.sorted[at]! - from)
    this.distances.subarray(0, this.length).sort()
    return medianOf(this.distances, this.length)
  }

  /** The index of the first value that is not below `value`. */
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

/** The median of the first `length` values of a sorted array; NaN if there are none. */
export const medianOf = (sorted: Float64Array, length: number): number =>
  length === 0 ? Number.NaN : (sorted[(length - 1) >> 1]! + sorted[length >> 1]!) / 2
