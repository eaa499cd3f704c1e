import Big from 'big.js'

/** A decimal number as text: exact, and the same on every thread. */
export type Decimal = string

/** Its quotients have 30 places, so that one that does not end (a third) is not cut where it could look like a tie. */
const Precise = Big()
Precise.DP = 30

/**
 * Rounds a decimal to `places` by GB/T 8170: half goes to the even digit (0.25 → 0.2, 0.35 → 0.4).
 * Works on decimals: a number stands for its shortest decimal form, never for its binary neighbour.
 */
export function roundHalfEven(value: Big | string | number, places = 1): number {
  return Number(new Big(value).round(places, 2))
}

/** A figure of dustfall, or a change of one in percent, as it is written everywhere: rounded once to the tenth; `absent` for none. */
export function tenth(value: Big | string | number | null | undefined, absent = '—'): string {
  return value == null ? absent : roundHalfEven(value).toFixed(1)
}

/** A quotient of decimals, exact to 30 places. */
export function divide(dividend: Big | number, divisor: Big | number): Big {
  return new Big(new Precise(dividend).div(divisor).toFixed())
}

/** The mean of decimals; null for none. */
export function mean(values: readonly (Decimal | number)[]): Big | null {
  if (values.length === 0) return null
  const sum = values.reduce<Big>((total, value) => total.plus(value), new Big(0))
  return divide(sum, values.length)
}
