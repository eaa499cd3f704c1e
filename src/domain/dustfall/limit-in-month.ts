import type { Bilingual } from '@/domain/bilingual'
import { addMonths, type Month } from '@/domain/calendar'

/** A dustfall limit in t/(km²·30 d), and its source. */
export interface ValidLimit {
  readonly value: number
  readonly source: Bilingual
}

/** A limit that was later replaced: valid until the end of the year `until`, or of its month `month` (1 to 12). */
export interface EarlierLimit extends ValidLimit {
  readonly until: number
  readonly month?: number | undefined
}

/** The limits of a package: the current one and the earlier ones. */
export interface LimitsOverTime {
  readonly limit: ValidLimit['value']
  readonly limitSource: Bilingual
  readonly earlierLimits?: readonly EarlierLimit[] | undefined
}

const lastMonthOf = ({ until, month = 12 }: EarlierLimit): Month => `${until}-${String(month).padStart(2, '0')}`

/** The limit for a month, with its source: the first earlier limit that was still valid then, else the current one. */
export function limitInMonth({ limit, limitSource, earlierLimits = [] }: LimitsOverTime, month: Month): ValidLimit {
  const [first] = earlierLimits
    .map((each) => ({ each, last: lastMonthOf(each) }))
    .filter(({ last }) => month <= last)
    .sort((a, b) => (a.last < b.last ? -1 : 1))
  return first ? first.each : { value: limit, source: limitSource }
}

/** The limits after a new one takes effect from a month on; earlier months keep theirs. */
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
