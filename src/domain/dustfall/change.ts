import Big from 'big.js'
import type { FigureThen } from './earlier'
import { divide, roundHalfEven } from './rounding'

/**
 * Change in percent from one published figure to another, to 0.1 (GB/T 8170); negative is better. Null if either is
 * missing, or `from` is 0.
 */
export function changePercent(from: number | null | undefined, to: number | null | undefined): number | null {
  if (from === null || from === undefined || to === null || to === undefined || from === 0) return null
  return roundHalfEven(divide(new Big(to).minus(from).times(100), from))
}

/** The same between two months of a county; null also if one of them is below the detection limit. */
export const changeBetween = (from: FigureThen, to: FigureThen): number | null =>
  from.isUnmeasured || to.isUnmeasured ? null : changePercent(from.value, to.value)
