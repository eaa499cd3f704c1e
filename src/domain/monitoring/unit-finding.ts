import type { Parameter } from './parameter'

/** A unit in which dust is told, and by what a value in it is to be multiplied to be one in µg/m³. */
export const DUST_UNITS = { 'mg/m³': 1000, 'µg/m³': 1, 'ng/m³': 0.001 } as const
export type DustUnit = keyof typeof DUST_UNITS

/** In which unit values stand, and whether that is sure: where it is not, a person says it. */
export interface UnitFinding {
  readonly unit: DustUnit
  /** `stated` by the heading and borne out; `doubtful`: the heading says one unit, the values look like another. */
  readonly by: 'stated' | 'values' | 'doubtful'
  readonly factor: number
}

/** Between these the middle of what monitors of dust report lies, in µg/m³, by a factor of ten either way. */
const USUAL = [10, 1500] as const
/** As many values show where the middle lies. */
const LEAST = 20

const middleOf = (values: readonly number[]): number => {
  const sorted = [...values].sort((a, b) => a - b)
  return sorted[Math.floor(sorted.length / 2)]!
}

/**
 * The unit of a column of dust: mg and µg lie a thousand times apart, while dust hardly ever does so. Null where nothing is stated
 * and the values, of which only those above zero tell something, are too few or lie between.
 */
export function dustUnit(stated: string | null, values: readonly number[]): UnitFinding | null {
  const known = values.filter((value) => value > 0)
  const middle = known.length >= LEAST ? middleOf(known) : null
  const units = Object.entries(DUST_UNITS) as [DustUnit, number][]
  const fits = ([, factor]: readonly [DustUnit, number]) =>
    middle !== null && middle * factor >= USUAL[0] && middle * factor <= USUAL[1]
  const byHeading = units.find(([unit]) => unit === stated)
  const [byValues] = units.filter(fits)
  if (byHeading) {
    const isBorneOut = middle === null || fits(byHeading) || !byValues
    return { unit: byHeading[0], by: isBorneOut ? 'stated' : 'doubtful', factor: byHeading[1] }
  }
  return byValues ? { unit: byValues[0], by: 'values', factor: byValues[1] } : null
}

/** Whether a parameter is told in several units of dust. */
export const isDust = (parameter: Parameter): boolean =>
  parameter === 'tsp' || parameter === 'pm10' || parameter === 'pm25'
