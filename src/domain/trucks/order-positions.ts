import { rowsByCodeAndTime } from '@/domain/table/rows-by-code-and-time'
import { type Positions, pickedPositions, type Second, SHOWN_ROWS } from './positions'

/** Positions in order, and what became of the rest. */
export interface OrderedPositions {
  readonly positions: Positions
  /** Of each of them its row before. */
  readonly rows: Uint32Array
  /** Of the same truck and second as a later row, which stands in their place. */
  readonly doubled: number
  /** The first of them, by their rows. */
  readonly doubledRows: readonly number[]
  /** That came after a later position of their truck: what a terminal sends from a blind spot. */
  readonly late: number
}

/**
 * Positions by truck, in the order of the plates, and by time. Where a truck has a second twice the row that came last stands.
 */
export function orderPositions(positions: Positions): OrderedPositions {
  const { trucks, truck, second } = positions
  const sorted = rowsByCodeAndTime(trucks, truck, second)
  let kept = 0
  const doubledRows: number[] = []
  for (let at = 0; at < sorted.length; at++) {
    const [row, next] = [sorted[at]!, sorted[at + 1]]
    if (next !== undefined && truck[next] === truck[row] && second[next] === second[row]) {
      if (doubledRows.length < SHOWN_ROWS) doubledRows.push(row!)
      continue
    }
    sorted[kept++] = row
  }
  const rows = Uint32Array.from(sorted.subarray(0, kept))
  return {
    positions: pickedPositions(positions, rows),
    rows,
    doubledRows,
    doubled: sorted.length - kept,
    late: latePositions(positions).late,
  }
}

/**
 * Positions that came after a later one of their truck: how many, and the first of them by their rows. Those whose clock `isWrong`
 * count for nothing: one of years ahead would make all after it late.
 */
export function latePositions(
  { trucks, truck, second }: Pick<Positions, 'trucks' | 'truck' | 'second'>,
  isWrong: (second: Second) => boolean = () => false,
) {
  const latest = new Uint32Array(trucks.length)
  const rows: number[] = []
  let late = 0
  for (let row = 0; row < second.length; row++) {
    if (isWrong(second[row]!)) continue
    const of = truck[row]!
    if (second[row]! >= latest[of]!) latest[of] = second[row]!
    else if (++late <= SHOWN_ROWS) rows.push(row)
  }
  return { late, rows }
}
