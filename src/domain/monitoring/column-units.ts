import { PARAMETER_FACTS, PARAMETERS, type Parameter } from './parameter'
import type { Readings } from './readings'
import { DUST_UNITS, dustUnit, isDust } from './unit-finding'

/** In which unit a file has a parameter, and by what its values are multiplied to be in that in which readings are kept. */
export interface ColumnUnit {
  readonly parameter: Parameter
  /** By the heading; null where it says none. */
  readonly stated: string | null
  /** Null where neither heading nor values tell. */
  readonly unit: string | null
  /** `stated` and `values` are sure; `doubtful`: heading and values disagree; `unknown`: a person must say it; `only`: there is but one. */
  readonly by: 'stated' | 'values' | 'doubtful' | 'unknown' | 'only'
  readonly factor: number
  /** The middle one of the values as the file has them, for whoever is asked; NaN where it has none. */
  readonly middle: number
}

const PRESSURE: Readonly<Record<string, number>> = { kPa: 1, hPa: 0.1, Pa: 0.001 }
/** Pressure of air where people live, in kPa. */
const AIR = [50, 110] as const

/** Units in which a parameter is told, and by what a value in each is multiplied to be in the unit that is kept. */
export const unitsOf = (parameter: Parameter): Readonly<Record<string, number>> =>
  isDust(parameter) ? DUST_UNITS : parameter === 'pressure' ? PRESSURE : { [PARAMETER_FACTS[parameter].unit]: 1 }

/** So many values are looked at, from all over a file. */
const SAMPLED = 2000

/** Of the values that are there: rows that have one may lie so that none of each n-th row does, as of hours among minutes. */
function sampled(values: Float32Array): number[] {
  let count = 0
  for (const value of values) if (!Number.isNaN(value)) count++
  const step = Math.max(1, Math.floor(count / SAMPLED))
  const found: number[] = []
  let nth = 0
  for (const value of values) if (!Number.isNaN(value) && nth++ % step === 0) found.push(value)
  return found
}

function pressureUnit(stated: string | null, middle: number): Pick<ColumnUnit, 'unit' | 'by' | 'factor'> {
  const fits = (factor: number) => middle * factor >= AIR[0] && middle * factor <= AIR[1]
  const [byValues] = Object.entries(PRESSURE).filter(([, factor]) => fits(factor))
  const factor = stated === null ? undefined : PRESSURE[stated]
  if (factor !== undefined)
    return { unit: stated, by: Number.isNaN(middle) || fits(factor) || !byValues ? 'stated' : 'doubtful', factor }
  return byValues ? { unit: byValues[0], by: 'values', factor: byValues[1] } : { unit: null, by: 'unknown', factor: 1 }
}

/** The unit of each parameter of a file that has a value or a stated unit, by its heading and its values. */
export function columnUnits({ series }: Readings, stated: ReadonlyMap<Parameter, string | null>): ColumnUnit[] {
  return PARAMETERS.flatMap((parameter): ColumnUnit[] => {
    const values = series[parameter]?.values
    if (!values) return []
    const [some, says] = [sampled(values), stated.get(parameter) ?? null]
    const middle = some.length === 0 ? Number.NaN : [...some].sort((a, b) => a - b)[Math.floor(some.length / 2)]!
    const facts = { parameter, stated: says, middle }
    // Nobody is asked for the unit of a column without a value.
    if (some.length === 0 && says === null) return []
    if (isDust(parameter)) {
      const found = dustUnit(says, some)
      return [found ? { ...facts, ...found } : { ...facts, unit: null, by: 'unknown', factor: 1 }]
    }
    if (parameter === 'pressure') return [{ ...facts, ...pressureUnit(says, middle) }]
    return [{ ...facts, unit: PARAMETER_FACTS[parameter].unit, by: 'only', factor: 1 }]
  })
}
