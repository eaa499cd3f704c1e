import { COMPASS, COMPASS_DEGREES } from '@/domain/geodesy/compass'
import { averagingOf } from './mean'
import type { Parameter } from './parameter'

/** How hours are grouped by wind: a setting of the package. */
export interface RoseRule {
  /** Below this speed in m/s the air is calm and its direction is ignored. */
  readonly calmBelow: number
  /** Upper limits of the speed classes in m/s, ascending and exclusive; the last class has no limit. */
  readonly speeds: readonly number[]
  /** Means of fewer hours are not reliable. */
  readonly leastHours: number
}

/** The mean of a parameter over the hours of one wind class, in its unit; null if there are no hours. */
export interface RoseMean {
  readonly hours: number
  readonly mean: number | null
}

export interface RoseSector extends RoseMean {
  /** By speed, slowest first. */
  readonly classes: readonly RoseMean[]
}

export interface PollutionRose {
  readonly calm: RoseMean
  /** In the order of the compass, clockwise from north; each sector is centred on its direction. */
  readonly sectors: readonly RoseSector[]
  /** Hours with a mean of the parameter. */
  readonly hours: number
  /** Hours with unknown speed, or not calm but without direction. */
  readonly withoutWind: number
}

/**
 * Hours of one device, in order: the parameter's mean, wind speed in m/s, and the direction in degrees that the wind
 * comes from; NaN if unknown.
 */
export interface WindyHours {
  readonly values: ArrayLike<number>
  readonly speeds: ArrayLike<number>
  readonly directions: ArrayLike<number>
}

/** Index in {@link COMPASS} of the nearest direction; midway between two, the next one clockwise. */
export const sectorOf = (degrees: number): number =>
  Math.floor(((((degrees + COMPASS_DEGREES / 2) % 360) + 360) % 360) / COMPASS_DEGREES)

/** The mean of a parameter by wind direction and speed. */
export function pollutionRose(
  parameter: Parameter,
  { values, speeds, directions }: WindyHours,
  { calmBelow, speeds: ends }: RoseRule,
): PollutionRose {
  const { first, second, mean } = averagingOf(parameter)
  const sum = () => ({ hours: 0, one: 0, two: 0 })
  const calm = sum()
  const cells = COMPASS.map(() => Array.from({ length: ends.length + 1 }, sum))
  let [hours, withoutWind] = [0, 0]
  for (let hour = 0; hour < values.length; hour++) {
    const [value, speed, direction] = [values[hour]!, speeds[hour]!, directions[hour]!]
    if (Number.isNaN(value)) continue
    hours++
    const isCalm = speed < calmBelow
    if (Number.isNaN(speed) || (!isCalm && Number.isNaN(direction))) {
      withoutWind++
      continue
    }
    const to = isCalm ? calm : cells[sectorOf(direction)]![ends.filter((end) => speed >= end).length]!
    to.hours++
    to.one += first(value)
    to.two += second(value)
  }
  const meanOf = (all: readonly { hours: number; one: number; two: number }[]): RoseMean => {
    const of = all.reduce((count, each) => count + each.hours, 0)
    const part = (which: 'one' | 'two') => all.reduce((total, each) => total + each[which], 0) / of
    return { hours: of, mean: of === 0 ? null : mean(part('one'), part('two')) }
  }
  return {
    calm: meanOf([calm]),
    sectors: cells.map((classes) => ({ ...meanOf(classes), classes: classes.map((each) => meanOf([each])) })),
    hours,
    withoutWind,
  }
}

/**
 * The sector with the highest mean among those with enough hours; on a tie the first from north. Null if none has
 * enough.
 */
export function worstSector({ sectors }: PollutionRose, { leastHours }: Pick<RoseRule, 'leastHours'>): number | null {
  let worst: number | null = null
  for (const [at, { hours, mean }] of sectors.entries())
    if (mean !== null && hours >= leastHours && (worst === null || mean > sectors[worst]!.mean!)) worst = at
  return worst
}
