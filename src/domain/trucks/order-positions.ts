import { rowsByCodeAndTime } from '@/domain/table/rows-by-code-and-time'
import { type Positions, pickedPositions, type Second, SHOWN_ROWS } from './positions'

/** Ordered positions, and what happened to the others. */
export interface OrderedPositions {
  readonly positions: Positions
  /** For each position its row in the input. */
  readonly rows: Uint32Array
  /** Rows dropped because a later row has the same truck and second. */
  readonly doubled: number
  /** The first of these rows. */
  readonly doubledRows: readonly number[]
  /** Positions that arrived after a later one of their truck: terminals send them after leaving a dead spot. */
  readonly late: number
}

/** Orders positions by plate and time. Of several rows with the same truck and second, the last one wins. */
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
 * Positions that arrived after a later one of their truck: the count, and the first rows. Positions whose clock
 * `isWrong` are ignored: a single one years ahead would make all following ones late.
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
