import { addMonths, type IsoDay, type Month } from '@/domain/calendar'
import { firstMinuteOf, minuteAfter } from '@/domain/monitoring/minute-of'
import type { CalledCounts, CallResult } from '@/domain/warnings/standing'
import { liftedBy, type Warning } from '@/domain/warnings/warning'
import { type CalledOverview, type CalledRequest, NO_CALLED_FILTERS } from '@/questions/warnings/warning-overview'

/**
 * The warnings in force within a month, latest first as in the package; none for month '', as in a package without
 * figures.
 */
export function warningsOfMonth(warnings: readonly Warning[], month: Month | ''): readonly Warning[] {
  if (month === '') return []
  const [from, until] = [firstMinuteOf(`${month}-01`), firstMinuteOf(`${addMonths(month, 1)}-01`)]
  return warnings.filter((each) => each.from < until && (each.until === null || each.until > from))
}

/** Whether a warning had begun by the end of a day. */
export const hasBegun = ({ from }: Pick<Warning, 'from'>, day: IsoDay): boolean => from < minuteAfter(day)

/**
 * The warnings of a month as they stood at the end of a day, latest first: without those that had not begun, and in force
 * if they were lifted later.
 */
export const warningsKnownOn = (warnings: readonly Warning[], month: Month | '', day: IsoDay): readonly Warning[] =>
  warningsOfMonth(warnings, month).flatMap((each) =>
    hasBegun(each, day) ? { ...each, until: liftedBy(each, minuteAfter(day)) } : [],
  )

/** The last of them; null if none. */
export const warningOfMonth = (warnings: readonly Warning[], month: Month): Warning | null =>
  warningsOfMonth(warnings, month)[0] ?? null

/** Standings of the sources that a warning concerns: in total, and by county code ('' if unknown). */
export interface CalledTally {
  readonly all: CalledCounts
  readonly counties: ReadonlyMap<string, CalledCounts>
  /** Number of those not counted because the list says that their work is over. */
  readonly finished: number
  /** Basis of the figures: indexes of the measures required, and kinds of the sources. */
  readonly measures: readonly number[]
  readonly kinds: readonly string[]
}

/** Request for {@link calledTally}: all sources, by county. */
export const tallyRequest = (code: string, known: readonly CallResult[]): CalledRequest => ({
  ...{ code, by: 'county', narrowing: NO_CALLED_FILTERS, known, held: known },
})

/** Counts the sources that must respond: without voluntary ones and those for which it is unknown. */
export const calledTally = ({ counts, roles, groups, measures, kinds }: CalledOverview): CalledTally => ({
  ...{ all: counts, finished: roles.finished, measures, kinds },
  counties: new Map(groups.flatMap((group) => (group.counts.asked > 0 ? [[group.key, group.counts]] : []))),
})
