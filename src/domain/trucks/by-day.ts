import { sortByTokens } from '@/domain/table/radix-sort'
import { dayOf } from './clock-hours'
import { type Positions, pickedPositions } from './positions'

/**
 * Reorders positions from truck and time to day, truck and time. Files use this order, so that a day of all trucks is
 * contiguous.
 */
export function byDay(positions: Positions): Positions {
  const { second } = positions
  if (second.length === 0) return positions
  let first = Number.POSITIVE_INFINITY
  for (const each of second) first = Math.min(first, each)
  const begin = dayOf(first)
  const days = Uint16Array.from(second, (each) => dayOf(each) - begin)
  const rows = new Uint32Array(second.length)
  for (let row = 0; row < rows.length; row++) rows[row] = row
  return pickedPositions(positions, sortByTokens(rows, [days]))
}
