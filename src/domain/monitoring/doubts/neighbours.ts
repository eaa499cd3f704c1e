import { nearbyDistanceMetres } from '@/domain/geodesy/distance'
import type { Position } from '@/domain/geodesy/position'
import { medianOf } from './sliding-window'
import { MAD_TO_SD } from './spikes'

/** Indexes of the devices nearest to device `at`, nearest first; empty if it has no position. */
export function nearestTo(at: number, positions: readonly (Position | null)[], most: number): Uint32Array {
  const own = positions[at]
  if (!own) return new Uint32Array()
  const others = positions.flatMap((other, place) =>
    other && place !== at ? [[place, nearbyDistanceMetres(...own, ...other)] as const] : [],
  )
  others.sort(([a, near], [b, far]) => near - far || a - b)
  return Uint32Array.from(others.slice(0, most), ([place]) => place)
}

/** Median and spread of some values. */
export interface MedianSpread {
  readonly median: number
  /** A robust standard deviation, from the median of the absolute deviations. */
  readonly deviation: number
  readonly count: number
}

/** Computes median and spread of the neighbours' values at one time; neighbours without a value are left out. */
export class NeighbourValues {
  private readonly sorted: Float64Array

  constructor(most: number) {
    this.sorted = new Float64Array(most)
  }

  middle(neighbours: Uint32Array, levelOf: (neighbour: number) => number): MedianSpread {
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
