import type { MonitorDay, MonitorDays } from '@/questions/monitor-days'

/** What a day's colour is by: its mean beside a limit of days where there is one, else how much of it was above a limit of hours; null where neither holds. */
export type LevelBy = 'mean' | 'over' | null

export const LEVELS = [0, 1, 2, 3] as const
export type Level = (typeof LEVELS)[number]

/** Upper ends of the levels before the last, as shares of the limit of a day, or of the day's hours. They only draw: nothing is judged by them. */
const ENDS = { mean: [0.5, 0.8, 1], over: [0, 0.1, 0.25] } as const

export const levelBy = ({ dayLimits, hourLimits }: Pick<MonitorDays, 'dayLimits' | 'hourLimits'>): LevelBy =>
  dayLimits.length > 0 ? 'mean' : hourLimits.length > 0 ? 'over' : null

/** The lowest of the limits of days; of none infinite. */
const lowestLimit = ({ dayLimits }: Pick<MonitorDays, 'dayLimits'>): number =>
  Math.min(...dayLimits.map(({ value }) => value))

/** How dark a day is drawn; null if no limit says it, or no hour of the day is valid. */
export function levelOf(
  { mean, over, hours }: Pick<MonitorDay, 'mean' | 'over' | 'hours'>,
  of: Pick<MonitorDays, 'dayLimits' | 'hourLimits'>,
): Level | null {
  const by = levelBy(of)
  if (by === null || mean === null) return null
  const share = by === 'mean' ? mean / lowestLimit(of) : over / hours
  return ENDS[by].filter((end) => share > end).length as Level
}

/** How dark a mean is drawn by its share of a limit. */
export const levelOfShare = (share: number): Level => ENDS.mean.filter((end) => share > end).length as Level

/** From and up to how many percent of its measure each level is; the last has no end. */
export const levelRange = (by: Exclude<LevelBy, null>, level: Level) => ({
  from: level === 0 ? null : ENDS[by][level - 1]! * 100,
  until: level === 3 ? null : ENDS[by][level]! * 100,
})

/** The day nearest in a direction that is there, a step of so many days at a time; the same where none is. */
export function stepTo(days: ReadonlySet<number>, from: number, step: number, within: readonly [number, number]) {
  for (let day = from + step; day >= within[0] && day <= within[1]; day += step) if (days.has(day)) return day
  return from
}
