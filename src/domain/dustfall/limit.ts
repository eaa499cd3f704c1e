import type Big from 'big.js'
import { type Decimal, roundHalfEven } from './rounding'

/**
 * Whether a dustfall value is above a limit, by the ranking's rule: rounded once to the published tenth (GB/T 8170), and equal
 * to the limit is within it. Whoever compares with the dustfall limit asks here, so that no screen calls 7.04 over beside another
 * that calls it 7.0 and within.
 * @param value t/(km²·30 d), rounded or not
 */
export function exceedsLimit(value: Decimal | Big | number, dustfallLimit: number): boolean {
  return roundHalfEven(value) > dustfallLimit
}
