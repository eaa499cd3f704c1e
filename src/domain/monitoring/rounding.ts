/**
 * How far a mean may be from its decimal value, relative to it. A reading, its value in the kept unit, and the mean of
 * its hour are each stored in 32 bits, to within 2⁻²⁴.
 */
const NOISE = 2 ** -22

/**
 * The decimal half between two figures of `places` decimals, if a mean is one up to the precision with which readings are
 * stored: 117.49999… for 117.5. Otherwise the mean itself. So a half is rounded as a half, by whatever rule.
 */
export function settledHalf(mean: number, places: number): number {
  const unit = 10 ** places
  const scaled = Math.abs(mean) * unit
  const half = Math.floor(scaled) + 0.5
  return Math.abs(scaled - half) <= scaled * NOISE ? (Math.sign(mean) * half) / unit : mean
}

/** A mean with `places` decimals, rounded once; a half goes up, of a negative mean down. */
export function roundHalfUp(mean: number, places: number): number {
  const unit = 10 ** places
  const scaled = Math.abs(settledHalf(mean, places)) * unit
  // A half with decimals may be just below itself once multiplied: 1.005 × 100.
  return (Math.sign(mean) * Math.floor(scaled + 0.5 + scaled * Number.EPSILON)) / unit
}

/**
 * Whether a mean is above a threshold, such as a limit. Means are compared as measured, not as rounded for display (GB/T 8170: the rule
 * unless a standard asks for rounded ones); one equal to it up to the precision of readings is not above it.
 * `of`: the mean from which `mean` was computed, if something was subtracted.
 */
export const isAbove = (mean: number, threshold: number, of = mean): boolean => mean - threshold > Math.abs(of) * NOISE
