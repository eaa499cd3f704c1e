import { sortByTokens } from '@/domain/table/radix-sort'
import { dayOf } from './clock-hours'
import { type Positions, pickedPositions } from './positions'

/**
 * Positions that are by truck and time by day first, then by truck and time: as files have them, so that a day of all trucks stands
 * together.
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
