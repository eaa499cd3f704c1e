import { dayNumber, type Month } from '@/domain/calendar'
import { grouped } from '@/domain/grouped'
import { latestFirst, type Warning } from '@/domain/warnings/warning'
import type { Calls } from '@/ledger/calls'
import type { LedgerState } from '@/ledger/fold'
import type { CalledSource } from '@/questions/warning-duties'
import { CALL_STANDINGS, type CallStanding, calledState } from './call-standing'

const MINUTES_PER_DAY = 1440
const SHANGHAI_MINUTES = 480

/** The minute at which a month begins. */
function beginOf(month: Month): number {
  const [year, number] = month.split('-').map(Number)
  return dayNumber(year!, number!, 1)! * MINUTES_PER_DAY - SHANGHAI_MINUTES
}

/** The last of the warnings that were in force within a month; null where none was. */
export function warningOfMonth(warnings: readonly Warning[], month: Month): Warning | null {
  const [year, number] = month.split('-').map(Number)
  const next = number === 12 ? `${year! + 1}-01` : `${year}-${String(number! + 1).padStart(2, '0')}`
  const [from, until] = [beginOf(month), beginOf(next)]
  return latestFirst(warnings).find((each) => each.from < until && (each.until === null || each.until > from)) ?? null
}

/** How many of those who have to respond stand how; they come to `asked`. */
export interface CalledCounts extends Readonly<Record<CallStanding, number>> {
  readonly asked: number
}

/** How those stand whom a warning asks: in all, and by the code of their county ('' where nobody knows it). */
export interface CalledTally {
  readonly all: CalledCounts
  readonly counties: ReadonlyMap<string, CalledCounts>
}

/** Counts only those who are known to have to respond. */
export function calledTally(
  warning: Warning,
  sources: readonly CalledSource[],
  calls: Calls,
  state: LedgerState,
): CalledTally {
  const asked = sources.filter((source) => source.asked.length > 0)
  const standings = new Map(asked.map((source) => [source, calledState(warning, source, calls, state).standing]))
  const countsOf = (some: readonly CalledSource[]): CalledCounts => {
    const of = (standing: CallStanding) => some.filter((source) => standings.get(source) === standing).length
    const counts = Object.fromEntries(CALL_STANDINGS.map((each) => [each, of(each)])) as Record<CallStanding, number>
    return { ...counts, asked: some.length }
  }
  const byCounty = grouped(asked, ({ county }) => county)
  return { all: countsOf(asked), counties: new Map([...byCounty].map(([code, some]) => [code, countsOf(some)])) }
}
