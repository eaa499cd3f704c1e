import type { Parameter } from './parameter'

/** The units of dust, each with the factor that converts to µg/m³. */
export const DUST_UNITS = { 'mg/m³': 1000, 'µg/m³': 1, 'ng/m³': 0.001 } as const
export type DustUnit = keyof typeof DUST_UNITS

/** The factor that converts figures of a limit, in its own unit, to the unit of its parameter. */
export const factorOfLimit = ({ unit }: { readonly unit: string }): number =>
  unit in DUST_UNITS ? DUST_UNITS[unit as DustUnit] : 1

/** The unit of some values and whether it is certain; if not, the user chooses. */
export interface UnitFinding {
  readonly unit: DustUnit
  /**
   * `stated`: by the heading, and the values agree; `values`: by the values alone; `doubtful`: the heading states one
   * unit, the values look like another.
   */
  readonly by: 'stated' | 'values' | 'doubtful'
  readonly factor: number
}

/** The usual range of a dust monitor's median in µg/m³, widened by a factor of ten at both ends. */
const USUAL = [10, 1500] as const
/** The minimum number of values for a median. */
const LEAST = 20

const middleOf = (values: readonly number[]): number => {
  const sorted = [...values].sort((a, b) => a - b)
  return sorted[Math.floor(sorted.length / 2)]!
}

/**
 * The unit of a dust column. mg and µg differ by a factor of a thousand, which real dust levels hardly ever do. Only
 * values above zero count. Null if no unit is stated and the values are too few or fit no unit.
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

/** Whether a parameter occurs in several units of dust. */
export const isDust = (parameter: Parameter): boolean =>
  parameter === 'tsp' || parameter === 'pm10' || parameter === 'pm25'
