import { isAbove } from '@/domain/monitoring/rounding'
import type { MonitorDay, MonitorDays } from '@/questions/monitors/monitor-days'

/**
 * What determines a day's colour: its mean relative to a daily limit if there is one, else the share of its hours above
 * an hourly limit; null without limits.
 */
export type LevelBy = 'mean' | 'over' | null

export const LEVELS = [0, 1, 2, 3] as const
export type Level = (typeof LEVELS)[number]

/**
 * Upper bounds of all levels but the last, as shares of the daily limit, or of the day's hours. For colouring
 * only, not for any assessment.
 */
const ENDS = { mean: [0.5, 0.8, 1], over: [0, 0.1, 0.25] } as const

export const levelBy = ({ dayLimits, hourLimits }: Pick<MonitorDays, 'dayLimits' | 'hourLimits'>): LevelBy =>
  dayLimits.length > 0 ? 'mean' : hourLimits.length > 0 ? 'over' : null

/** The lowest daily limit; Infinity if there is none. */
const lowestLimit = ({ dayLimits }: Pick<MonitorDays, 'dayLimits'>): number =>
  Math.min(...dayLimits.map(({ value }) => value))

/** Colour level of a day; null without a limit or without a valid hour. */
export function levelOf(
  { mean, over, hours }: Pick<MonitorDay, 'mean' | 'over' | 'hours'>,
  limits: Pick<MonitorDays, 'dayLimits' | 'hourLimits'>,
): Level | null {
  const by = levelBy(limits)
  if (by === null || mean === null) return null
  const share = by === 'mean' ? mean / lowestLimit(limits) : over / hours
  return ENDS[by].filter((end) => isAbove(share, end)).length as Level
}

/** Colour level of a mean, given as its share of a limit. */
export const levelOfShare = (share: number): Level => ENDS.mean.filter((end) => isAbove(share, end)).length as Level

/** Bounds of a level in percent; null for no lower or upper bound. */
export const levelRange = (by: Exclude<LevelBy, null>, level: Level) => ({
  from: level === 0 ? null : ENDS[by][level - 1]! * 100,
  until: level === 3 ? null : ENDS[by][level]! * 100,
})

/** The nearest existing day in the direction of `step`, in multiples of `step`; returns `from` if there is none. */
export function stepTo(days: ReadonlySet<number>, from: number, step: number, within: readonly [number, number]) {
  for (let day = from + step; day >= within[0] && day <= within[1]; day += step) if (days.has(day)) return day
  return from
}
