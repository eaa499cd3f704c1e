import { addMonths, type Month } from '@/domain/calendar'
import { firstMinuteOf } from '@/domain/monitoring/minute-of'
import type { CalledCounts, KnownStanding } from '@/domain/warnings/standing'
import type { Warning } from '@/domain/warnings/warning'
import { type CalledOverview, type CalledRequest, NOT_NARROWED } from '@/questions/warning-overview'

/** Of a package's warnings, which have the latest first, those that were in force within a month; none of no month, as where a package has no figures. */
export function warningsOfMonth(warnings: readonly Warning[], month: Month | ''): readonly Warning[] {
  if (month === '') return []
  const [from, until] = [firstMinuteOf(`${month}-01`), firstMinuteOf(`${addMonths(month, 1)}-01`)]
  return warnings.filter((each) => each.from < until && (each.until === null || each.until > from))
}

/** The last of them; null where none was. */
export const warningOfMonth = (warnings: readonly Warning[], month: Month): Warning | null =>
  warningsOfMonth(warnings, month)[0] ?? null

/** How those stand whom a warning asks: in all, and by the code of their county ('' where nobody knows it). */
export interface CalledTally {
  readonly all: CalledCounts
  readonly counties: ReadonlyMap<string, CalledCounts>
  /** Numbers of the measures that are asked of them, and the kinds that they are of: what the figures stand on. */
  readonly measures: readonly number[]
  readonly kinds: readonly string[]
}

/** What is asked for {@link calledTally}: all, by county. */
export const tallyRequest = (code: string, known: readonly KnownStanding[]): CalledRequest => ({
  ...{ code, by: 'county', narrowing: NOT_NARROWED, known, held: known },
})

/** Those who have to respond: neither those who do so of their own will nor those of whom nobody knows it. */
export const calledTally = ({ counts, groups, measures, kinds }: CalledOverview): CalledTally => ({
  ...{ all: counts, measures, kinds },
  counties: new Map(groups.flatMap((group) => (group.counts.asked > 0 ? [[group.key, group.counts]] : []))),
})
