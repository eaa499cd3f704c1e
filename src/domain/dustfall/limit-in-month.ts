import type { Bilingual } from '@/domain/bilingual'
import type { Month } from '@/domain/calendar'

/** A limit of dustfall in t/(km²·30 d), and where it stands. */
export interface ValidLimit {
  readonly value: number
  readonly source: Bilingual
}

/** A limit that held before another took its place: up to the end of the year `until`. */
export interface EarlierLimit extends ValidLimit {
  readonly until: number
}

/** The limits of a package: the one in force, and by year those before it. */
export interface LimitsOfYears {
  readonly limit: ValidLimit['value']
  readonly limitSource: Bilingual
  readonly earlierLimits?: readonly EarlierLimit[] | undefined
}

/** The limit that holds for a year, and where it stands: that of the first of the earlier ones which reaches so far, else the one in force. */
export function limitOfYear({ limit, limitSource, earlierLimits = [] }: LimitsOfYears, year: number): ValidLimit {
  const reaching = earlierLimits.filter(({ until }) => year <= until).sort((a, b) => a.until - b.until)
  return reaching[0] ?? { value: limit, source: limitSource }
}

/** The limit that holds for a month. */
export const limitInMonth = (limits: LimitsOfYears, month: Month): ValidLimit =>
  limitOfYear(limits, Number(month.slice(0, 4)))

/** The limits once a new one is in force from the beginning of a year: months before it keep what they were judged by. */
export function withLimitFrom(
  limits: LimitsOfYears,
  year: number,
  { value, source }: ValidLimit,
): LimitsOfYears & { readonly earlierLimits: readonly EarlierLimit[] } {
  const kept = (limits.earlierLimits ?? []).filter(({ until }) => until < year - 1)
  const { value: last, source: lastSource } = limitOfYear(limits, year - 1)
  return {
    limit: value,
    limitSource: source,
    earlierLimits: [...kept, { until: year - 1, value: last, source: lastSource }],
  }
}
