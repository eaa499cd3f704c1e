import { PARAMETER_FACTS, PARAMETERS, type Parameter } from './parameter'
import type { Readings } from './readings'
import { DUST_UNITS, dustUnit, isDust } from './unit-finding'

/** The unit of a parameter in a file, and the factor that converts its values to the stored unit. */
export interface ColumnUnit {
  readonly parameter: Parameter
  /** The unit in the heading; null if it has none. */
  readonly stated: string | null
  /** Null if neither heading nor values show it. */
  readonly unit: string | null
  /**
   * `stated` and `values` are certain; `doubtful`: heading and values disagree; `unknown`: the user must choose;
   * `only`: the parameter has a single unit.
   */
  readonly by: 'stated' | 'values' | 'doubtful' | 'unknown' | 'only'
  /** Whether it comes from packets, which have no headings: HJ 212 sets the unit, and a platform may send another. */
  readonly ofPackets?: boolean
  readonly factor: number
  /** The median of the values as the file has them, shown when the user is asked; NaN if there are none. */
  readonly middle: number
}

const PRESSURE: Readonly<Record<string, number>> = { kPa: 1, hPa: 0.1, Pa: 0.001 }
/** Plausible air pressure in inhabited places, in kPa. */
const AIR = [50, 110] as const

/** The units in use for a parameter, each with the factor that converts to the stored unit. */
export const unitsOf = (parameter: Parameter): Readonly<Record<string, number>> =>
  isDust(parameter) ? DUST_UNITS : parameter === 'pressure' ? PRESSURE : { [PARAMETER_FACTS[parameter].unit]: 1 }

/** About this many values are sampled from the whole file. */
const SAMPLED = 2000

/** Samples every n-th existing value, not every n-th row: hourly values among minutes could fall between such rows. */
function sampled(values: Float32Array): number[] {
  // By index: an iterator takes several times as long for the million rows of a month.
  let count = 0
  for (let row = 0; row < values.length; row++) if (!Number.isNaN(values[row]!)) count++
  const step = Math.max(1, Math.floor(count / SAMPLED))
  const found: number[] = []
  for (let row = 0, nth = 0; row < values.length; row++)
    if (!Number.isNaN(values[row]!) && nth++ % step === 0) found.push(values[row]!)
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

/** The unit of each parameter in a file that has values or a stated unit, from its heading and its values; `ofPackets`: see {@link ColumnUnit}. */
export function columnUnits(
  { series }: Readings,
  stated: ReadonlyMap<Parameter, string | null>,
  ofPackets = false,
): ColumnUnit[] {
  return PARAMETERS.flatMap((parameter): ColumnUnit[] => {
    const values = series[parameter]?.values
    if (!values) return []
    const [some, says] = [sampled(values), stated.get(parameter) ?? null]
    const middle = some.length === 0 ? Number.NaN : [...some].sort((a, b) => a - b)[Math.floor(some.length / 2)]!
    const facts = { parameter, stated: says, middle, ...(ofPackets && { ofPackets }) }
    // A column without values or stated unit needs no question to the user.
    if (some.length === 0 && says === null) return []
    if (isDust(parameter)) {
      const found = dustUnit(says, some)
      return [found ? { ...facts, ...found } : { ...facts, unit: null, by: 'unknown', factor: 1 }]
    }
    if (parameter === 'pressure') return [{ ...facts, ...pressureUnit(says, middle) }]
    return [{ ...facts, unit: PARAMETER_FACTS[parameter].unit, by: 'only', factor: 1 }]
  })
}
