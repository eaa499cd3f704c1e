import { rowsByCodeAndTime } from '@/domain/table/rows-by-code-and-time'
import { type Positions, pickedPositions } from './positions'

/** Positions in order, and what became of the rest. */
export interface OrderedPositions {
  readonly positions: Positions
  /** Of the same truck and second as a later row, which stands in their place. */
  readonly doubled: number
  /** That came after a later position of their truck: what a terminal sends from a blind spot. */
  readonly late: number
}

/**
 * Positions by truck, in the order of the plates, and by time. Where a truck has a second twice the row that came last stands.
 */
export function orderPositions(positions: Positions): OrderedPositions {
  const { trucks, truck, second } = positions
  const latest = new Uint32Array(trucks.length)
  let late = 0
  for (let row = 0; row < second.length; row++) {
    const of = truck[row]!
    if (second[row]! < latest[of]!) late++
    else latest[of] = second[row]!
  }
  const sorted = rowsByCodeAndTime(trucks, truck, second)
  let kept = 0
  for (let at = 0; at < sorted.length; at++) {
    const [row, next] = [sorted[at]!, sorted[at + 1]]
    if (next !== undefined && truck[next] === truck[row] && second[next] === second[row]) continue
    sorted[kept++] = row
  }
  return {
    positions: pickedPositions(positions, sorted.subarray(0, kept)),
    doubled: sorted.length - kept,
    late,
  }
}
