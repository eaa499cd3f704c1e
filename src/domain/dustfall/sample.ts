import Big from 'big.js'
import { divide, roundHalfEven } from './rounding'

/** One sample of one month, as HJ 1221-2021 weighs it: the crucible is weighed, the collecting cylinder never. */
export interface Sample {
  /** m0, 瓷坩埚质量: the evaporating crucible at constant weight, g. */
  readonly dishGrams: number
  /** m1, 瓷坩埚加降尘质量: the crucible with the dust and the residue of the solution, g. */
  readonly dustedGrams: number
  /** m2, 空白值: residue of the same amount of ethylene-glycol solution, without the mass of the crucible, g. */
  readonly blankGrams: number
  /** Mean inner diameter of the collecting cylinder's mouth, cm. */
  readonly mouthCm: number
  /** S: area of the mouth, cm², if the laboratory states it; it takes precedence over the diameter. */
  readonly mouthCm2?: number
  /** n: days of collection. */
  readonly days: number
}

/** HJ 1221-2021: the detection limit, t/(km²·30d). */
export const DETECTION_LIMIT = 0.3

const PI = new Big('3.14159265358979323846264338327950288')

/** Mouth area S = π(d/2)² in cm², from the mean diameter to 0.1 cm. */
export function mouthArea(mouthCm: number): Big {
  const radius = divide(roundHalfEven(mouthCm, 1), 2)
  return PI.times(radius).times(radius)
}

/** Caches long quotients that hundreds of samples share. */
const perGram = new Map<string, Big>()

/** The dustfall for one gram in the crucible, t/(km²·30d): 30 × 10⁴ / (S·n), to 30 places. */
function dustfallPerGram({ mouthCm, mouthCm2 }: Sample, days: number): Big {
  const key = `${mouthCm} ${mouthCm2} ${days}`
  const area = mouthCm2 === undefined ? mouthArea(mouthCm) : new Big(mouthCm2)
  const known = perGram.get(key) ?? divide(300_000, area.times(days))
  perGram.set(key, known)
  return known
}

/**
 * A weighing from cells; null if it is incomplete. If only the area of the mouth is known, the diameter is that of a
 * circle of this area, to 0.01 cm.
 */
export function wholeSample(cells: { readonly [K in keyof Required<Sample>]: number | null }): Sample | null {
  const { dishGrams, dustedGrams, blankGrams, mouthCm2, days } = cells
  const mouthCm = cells.mouthCm ?? (mouthCm2 === null ? null : Math.round(200 * Math.sqrt(mouthCm2 / Math.PI)) / 100)
  if (dishGrams === null || dustedGrams === null || blankGrams === null || mouthCm === null || days === null)
    return null
  return { dishGrams, dustedGrams, blankGrams, mouthCm, days, ...(mouthCm2 === null ? {} : { mouthCm2 }) }
}

/**
 * Dustfall in t/(km²·30d), unrounded: M = (m1 − m0 − m2) / (S·n) × 30 × 10⁴ (HJ 1221-2021).
 * @throws RangeError if the diameter or area of the mouth or the number of days is not positive.
 */
export function sampleDustfall(sample: Sample): Big {
  const days = roundHalfEven(sample.days, 1)
  if (!(sample.mouthCm > 0)) throw new RangeError(`mouth diameter must be positive, not ${sample.mouthCm}`)
  if (!((sample.mouthCm2 ?? 1) > 0)) throw new RangeError(`mouth area must be positive, not ${sample.mouthCm2}`)
  if (!(days > 0)) throw new RangeError(`days must be positive, not ${sample.days}`)
  const dust = new Big(sample.dustedGrams).minus(sample.dishGrams).minus(sample.blankGrams)
  return dust.times(dustfallPerGram(sample, days))
}
