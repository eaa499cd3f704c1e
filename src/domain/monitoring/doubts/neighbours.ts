import { nearbyDistanceMetres } from '@/domain/geodesy/distance'
import type { Position } from '@/domain/geodesy/position'
import { medianOf } from './sliding-window'
import { MAD_TO_SD } from './spikes'

/** The places of the devices nearest to one among them, nearest first; of one without a position there is none. */
export function nearestTo(at: number, positions: readonly (Position | null)[], most: number): Uint32Array {
  const own = positions[at]
  if (!own) return new Uint32Array()
  const others = positions.flatMap((other, place) =>
    other && place !== at ? [[place, nearbyDistanceMetres(...own, ...other)] as const] : [],
  )
  others.sort(([a, near], [b, far]) => near - far || a - b)
  return Uint32Array.from(others.slice(0, most), ([place]) => place)
}

/** The middle of some values and how far they lie about it. */
export interface Middle {
  readonly median: number
  /** A robust standard deviation, by the median of the absolute deviations. */
  readonly deviation: number
  readonly count: number
}

/** What neighbours say of the same time: of each the value at its row, where it has one. */
export class NeighbourValues {
  private readonly sorted: Float64Array

  constructor(most: number) {
    this.sorted = new Float64Array(most)
  }

  middle(neighbours: Uint32Array, levelOf: (neighbour: number) => number): Middle {
    let count = 0
    for (const each of neighbours) {
      const value = levelOf(each)
      if (!Number.isNaN(value)) this.sorted[count++] = value
    }
    const known = this.sorted.subarray(0, count)
    const median = medianOf(known.sort(), count)
    for (let at = 0; at < count; at++) known[at] = Math.abs(known[at]! - median)
    return { median, deviation: MAD_TO_SD * medianOf(known.sort(), count), count }
  }
}
