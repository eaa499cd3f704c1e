import { grouped } from '@/domain/grouped'
import type { Minute } from '@/domain/monitoring/readings'
import { hourEndOfKey } from './opening-key'

/** What a case was, or may be, opened on. */
export interface OpenedOn {
  /** Its opening key. */
  readonly key: string
  /** For hours above a limit: the end of the last one known then; absent for anything else, and in older cases. */
  readonly until?: Minute
}

const HOUR = 60

/** The hours of an opening on a monitor's hours, [from, until), and what they are of; null for any other opening. */
function hoursOf({ key, until }: OpenedOn) {
  const firstEnd = hourEndOfKey(key)
  if (firstEnd === null) return null
  const subject = key.slice(0, key.lastIndexOf('/'))
  return { subject, from: firstEnd - HOUR, until: Math.max(firstEnd, until ?? firstEnd) }
}

/**
 * Tells whether a case was already opened on an opening: by its key, and for hours of a monitor also if they overlap or
 * adjoin the hours of a case. A run of hours begins earlier or joins another when more data arrive, and then its key is
 * another one; hours that adjoin are one exceedance that lasted longer.
 */
export function alreadyOpened(cases: readonly OpenedOn[]): (opening: OpenedOn) => boolean {
  const keys = new Set(cases.map(({ key }) => key))
  const known = grouped(
    cases.flatMap((each) => hoursOf(each) ?? []),
    ({ subject }) => subject,
  )
  return (opening) => {
    if (keys.has(opening.key)) return true
    const hours = hoursOf(opening)
    if (!hours) return false
    return (known.get(hours.subject) ?? []).some(({ from, until }) => from <= hours.until && hours.from <= until)
  }
}
