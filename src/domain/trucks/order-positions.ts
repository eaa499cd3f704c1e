import { rowsByCodeAndTime } from '@/domain/table/rows-by-code-and-time'
import { type Positions, pickedPositions, type Second, SHOWN_ROWS } from './positions'

/** Ordered positions, and what happened to the others. */
export interface OrderedPositions {
  readonly positions: Positions
  /** For each position its row in the input. */
  readonly rows: Uint32Array
  /** Rows dropped because another row has the same truck and second. */
  readonly doubled: number
  /** The first of these rows. */
  readonly doubledRows: readonly number[]
  /**
   * For each position 1 if it arrived only after a later one of its truck: terminals send it after leaving a dead spot. A
   * position that was there in time and comes again late, in whichever file, is only doubled.
   */
  readonly isLate: Uint8Array
}

/**
 * Orders positions by plate and time. Of several rows with the same truck and second, the last one that was there in
 * time wins, or the last one if all arrived late: what a terminal sends again is a copy, and where it differs from what
 * the platform received at that moment, the copy is wrong. `isLate`: the rows that arrived late, if they came from
 * several files.
 */
export function orderPositions(positions: Positions, isLate = lateRows(positions)): OrderedPositions {
  const { trucks, truck, second } = positions
  const sorted = rowsByCodeAndTime(trucks, truck, second)
  const late = new Uint8Array(sorted.length)
  let [kept, best] = [0, -1]
  const doubledRows: number[] = []
  const drop = (row: number) => {
    if (doubledRows.length < SHOWN_ROWS) doubledRows.push(row)
  }
  for (let at = 0; at < sorted.length; at++) {
    const [row, next] = [sorted[at]!, sorted[at + 1]]
    const isWorse = best >= 0 && isLate[row] !== 0 && isLate[best] === 0
    if (best >= 0) drop(isWorse ? row : best)
    if (!isWorse) best = row
    if (next !== undefined && truck[next] === truck[row] && second[next] === second[row]) continue
    late[kept] = isLate[best] === 0 ? 0 : 1
    sorted[kept++] = best
    best = -1
  }
  const rows = Uint32Array.from(sorted.subarray(0, kept))
  return {
    positions: pickedPositions(positions, rows),
    rows,
    doubledRows,
    doubled: sorted.length - kept,
    isLate: late.subarray(0, kept),
  }
}

/**
 * Marks with 1 the positions that arrived after a later one of their truck. Positions whose clock `isWrong` are ignored:
 * a single one years ahead would make all following ones late.
 */
export function lateRows(
  { trucks, truck, second }: Pick<Positions, 'trucks' | 'truck' | 'second'>,
  isWrong: (second: Second) => boolean = () => false,
): Uint8Array {
  const latest = new Uint32Array(trucks.length)
  const isLate = new Uint8Array(second.length)
  for (let row = 0; row < second.length; row++) {
    if (isWrong(second[row]!)) continue
    const of = truck[row]!
    if (second[row]! >= latest[of]!) latest[of] = second[row]!
    else isLate[row] = 1
  }
  return isLate
}
