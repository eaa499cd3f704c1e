import Big from 'big.js'

/** A decimal number as text: exact, and the same on every thread. */
export type Decimal = string

/** Quotients have 30 places, so that a repeating decimal (a third) is not cut to something that looks like a tie. */
const Precise = Big()
Precise.DP = 30

/**
 * Rounds a decimal to `places` by GB/T 8170: half goes to the even digit (0.25 → 0.2, 0.35 → 0.4). Works on decimals: a
 * number is taken as its shortest decimal form, never as its binary approximation.
 */
export function roundHalfEven(value: Big | string | number, places = 1): number {
  return Number(new Big(value).round(places, 2))
}

/** Whether two figures are shown as the same: 4.05 and 4.02 both as 4.0. False if either is missing. */
export const isShownEqual = (one: number | null, other: number | null): boolean =>
  one !== null && other !== null && roundHalfEven(one) === roundHalfEven(other)

/**
 * The usual text of a dustfall figure, or of a change in percent: rounded once to one decimal; `absent` if there is
 * none.
 */
export function tenth(value: Big | string | number | null | undefined, absent = '—'): string {
  return value == null ? absent : roundHalfEven(value).toFixed(1)
}

/** The text of a figure with all its decimals, at least one: 4.05, 4.0. */
export const unrounded = (value: number): string => {
  const decimal = new Big(value)
  return decimal.toFixed(Math.max(1, decimal.c.length - decimal.e - 1))
}

/** A quotient of decimals, to 30 places. */
export function divide(dividend: Big | number, divisor: Big | number): Big {
  return new Big(new Precise(dividend).div(divisor).toFixed())
}

/** The mean of decimals; null if there are none. */
export function mean(values: readonly (Decimal | number)[]): Big | null {
  if (values.length === 0) return null
  const sum = values.reduce<Big>((total, value) => total.plus(value), new Big(0))
  return divide(sum, values.length)
}
