import type { Bilingual } from '@/domain/bilingual'
import { addMonths, type Month } from '@/domain/calendar'

/** A limit of dustfall in t/(km²·30 d), and where it stands. */
export interface ValidLimit {
  readonly value: number
  readonly source: Bilingual
}

/** A limit that held before another took its place: up to the end of the year `until`, or of a month of it (1 to 12). */
export interface EarlierLimit extends ValidLimit {
  readonly until: number
  readonly month?: number | undefined
}

/** The limits of a package: the one in force, and those before it. */
export interface LimitsOverTime {
  readonly limit: ValidLimit['value']
  readonly limitSource: Bilingual
  readonly earlierLimits?: readonly EarlierLimit[] | undefined
}

const lastMonthOf = ({ until, month = 12 }: EarlierLimit): Month => `${until}-${String(month).padStart(2, '0')}`

/** The limit that holds for a month, and where it stands: that of the first of the earlier ones which reaches so far, else the one in force. */
export function limitInMonth({ limit, limitSource, earlierLimits = [] }: LimitsOverTime, month: Month): ValidLimit {
  const [first] = earlierLimits
    .map((each) => ({ each, last: lastMonthOf(each) }))
    .filter(({ last }) => month <= last)
    .sort((a, b) => (a.last < b.last ? -1 : 1))
  return first ? first.each : { value: limit, source: limitSource }
}

/** The limits once a new one is in force from a month on: months before it keep what they were judged by. */
export function withLimitFrom(
  limits: LimitsOverTime,
  from: Month,
  { value, source }: ValidLimit,
): LimitsOverTime & { readonly earlierLimits: readonly EarlierLimit[] } {
  const last = addMonths(from, -1)
  const kept = (limits.earlierLimits ?? []).filter((each) => lastMonthOf(each) < last)
  const { value: before, source: beforeSource } = limitInMonth(limits, last)
  const [until, month] = last.split('-').map(Number) as [number, number]
  return {
    limit: value,
    limitSource: source,
    earlierLimits: [...kept, { until, ...(month < 12 ? { month } : {}), value: before, source: beforeSource }],
  }
}
