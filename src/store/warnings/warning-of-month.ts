import { addMonths, type Month } from '@/domain/calendar'
import { grouped } from '@/domain/grouped'
import { firstMinuteOf } from '@/domain/monitoring/minute-of'
import type { Warning } from '@/domain/warnings/warning'
import type { CalledSource } from '@/questions/warning-duties'
import { type Answered, CALL_STANDINGS, type CallStanding, calledState } from './call-standing'

/** Of a package's warnings, which have the latest first, those that were in force within a month; none of no month, as where a package has no figures. */
export function warningsOfMonth(warnings: readonly Warning[], month: Month | ''): readonly Warning[] {
  if (month === '') return []
  const [from, until] = [firstMinuteOf(`${month}-01`), firstMinuteOf(`${addMonths(month, 1)}-01`)]
  return warnings.filter((each) => each.from < until && (each.until === null || each.until > from))
}

/** The last of them; null where none was. */
export const warningOfMonth = (warnings: readonly Warning[], month: Month): Warning | null =>
  warningsOfMonth(warnings, month)[0] ?? null

/** How many of those who have to respond stand how; the standings come to `asked`. Of how many a check found something is beside that. */
export interface CalledCounts extends Readonly<Record<CallStanding, number>> {
  readonly asked: number
  readonly failed: number
}

/** How those stand whom a warning asks: in all, and by the code of their county ('' where nobody knows it). */
export interface CalledTally {
  readonly all: CalledCounts
  readonly counties: ReadonlyMap<string, CalledCounts>
  /** Numbers of the measures that are asked of them, and the kinds that they are of: what the figures stand on. */
  readonly measures: readonly number[]
  readonly kinds: readonly string[]
}

/** Counts those who have to respond: neither those who do so of their own will nor those of whom nobody knows it. */
export function calledTally(warning: Warning, sources: readonly CalledSource[], answered: Answered): CalledTally {
  const asked = sources.filter(({ role }) => role === 'asked')
  const states = new Map(asked.map((source) => [source, calledState(warning, source, answered)]))
  const countsOf = (some: readonly CalledSource[]): CalledCounts => {
    const of = (standing: CallStanding) => some.filter((source) => states.get(source)!.standing === standing).length
    const counts = Object.fromEntries(CALL_STANDINGS.map((each) => [each, of(each)])) as Record<CallStanding, number>
    return { ...counts, asked: some.length, failed: some.filter((source) => states.get(source)!.failed).length }
  }
  const byCounty = grouped(asked, ({ county }) => county)
  return {
    all: countsOf(asked),
    counties: new Map([...byCounty].map(([code, some]) => [code, countsOf(some)])),
    measures: [...new Set(asked.flatMap((source) => source.asked))],
    kinds: [...new Set(asked.map(({ kind }) => kind))],
  }
}
