import type { Parameter } from './parameter'

const RADIANS = Math.PI / 180
const CIRCLE = 360

/**
 * The mean of values of a parameter over a time, as its kind of figure has it: of sound levels that of their energy (Leq), of
 * directions that of their vectors, each of length one; else the plain one. NaN of none, and of directions that cancel out.
 */
export function meanOf(parameter: Parameter, values: readonly number[]): number {
  if (values.length === 0) return Number.NaN
  const mean = (of: (value: number) => number) => values.reduce((sum, value) => sum + of(value), 0) / values.length
  if (parameter === 'noise') return 10 * Math.log10(mean((level) => 10 ** (level / 10)))
  if (parameter === 'wind-direction') {
    const [east, north] = [mean((at) => Math.sin(at * RADIANS)), mean((at) => Math.cos(at * RADIANS))]
    if (Math.hypot(east, north) < 1e-9) return Number.NaN
    return (Math.atan2(east, north) / RADIANS + CIRCLE) % CIRCLE
  }
  return mean((value) => value)
}
