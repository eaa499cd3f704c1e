import { COMPASS, COMPASS_DEGREES } from '@/domain/geodesy/compass'
import { averagingOf } from './mean'
import type { Parameter } from './parameter'

/** How hours are put together by their wind: a setting of the package. */
export interface RoseRule {
  /** Below so many m/s the air is calm, and its direction says nothing. */
  readonly calmBelow: number
  /** Upper ends of the classes of speed in m/s, ascending, each of them excluded; the last class has none. */
  readonly speeds: readonly number[]
  /** Of fewer hours a mean says little. */
  readonly leastHours: number
}

/** The mean of a parameter over the hours of a wind, in its unit; null of none. */
export interface RoseMean {
  readonly hours: number
  readonly mean: number | null
}

export interface RoseSector extends RoseMean {
  /** By speed, the slowest first. */
  readonly classes: readonly RoseMean[]
}

export interface PollutionRose {
  readonly calm: RoseMean
  /** By the directions of the compass, clockwise from north; each reaches half its width to both sides. */
  readonly sectors: readonly RoseSector[]
  /** Hours with a mean of the parameter. */
  readonly hours: number
  /** Those of which the speed is not known, or that were not calm and have no direction. */
  readonly withoutWind: number
}

/** Hours of one device, in order: mean of the parameter, speed in m/s and direction in degrees from which the wind blew; NaN where there is none. */
export interface WindyHours {
  readonly values: ArrayLike<number>
  readonly speeds: ArrayLike<number>
  readonly directions: ArrayLike<number>
}

/** Index in {@link COMPASS} of the direction that is nearest; of one between two the next clockwise. */
export const sectorOf = (degrees: number): number =>
  Math.floor(((((degrees + COMPASS_DEGREES / 2) % 360) + 360) % 360) / COMPASS_DEGREES)

/** What a parameter was on the mean by the direction and speed of the wind. */
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

/** The sector with the highest mean of those with enough hours; of equal ones the first from north, null where none has enough. */
export function worstSector({ sectors }: PollutionRose, { leastHours }: Pick<RoseRule, 'leastHours'>): number | null {
  let worst: number | null = null
  for (const [at, { hours, mean }] of sectors.entries())
    if (mean !== null && hours >= leastHours && (worst === null || mean > sectors[worst]!.mean!)) worst = at
  return worst
}
