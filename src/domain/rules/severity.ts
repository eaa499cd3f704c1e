import type { DayNumber } from '@/domain/calendar'
import { sortByTokens, tokensOfNumbers } from '@/domain/table/radix-sort'
import { STATUS, type Status } from './status'

/** Of a failure that nobody dated: it stands behind all that are. */
export const NO_DAY = 0x7fff_ffff

/** What the order of severity looks at, one entry for each source. */
export interface Severity {
  /** The worst status among the source's findings; fine without any. */
  readonly status: Uint8Array
  /** The most days overdue. */
  readonly overdueDays: Int32Array
  /** First day of the oldest thing that fails without being overdue; {@link NO_DAY} where none has one. */
  readonly failingSince: Int32Array
  /** Things that fail, over all its rules. */
  readonly failures: Uint16Array
}

/** The severity of `count` sources of which nothing is found yet. */
export function noSeverity(count: number): Severity {
  return {
    status: new Uint8Array(count),
    overdueDays: new Int32Array(count),
    failingSince: new Int32Array(count).fill(NO_DAY),
    failures: new Uint16Array(count),
  }
}

interface SeverityFinding {
  readonly status: Status
  readonly days: number
  /** First day of the failure; null where nobody recorded it. */
  readonly since: DayNumber | null
  readonly failures: number
}

/** Adds a finding of a source. */
export function addToSeverity(
  severity: Severity,
  source: number,
  { status, days, since, failures }: SeverityFinding,
): void {
  if (status > severity.status[source]!) severity.status[source] = status
  if (status === STATUS.overdue && days > severity.overdueDays[source]!) severity.overdueDays[source] = days
  if (status === STATUS.failing && since !== null && since < severity.failingSince[source]!)
    severity.failingSince[source] = since
  if (status >= STATUS.failing) severity.failures[source]! += Math.max(1, failures)
}

/** Metres are compared to a centimetre, and beyond 335 km all are far. */
const FARTHEST_CENTIMETRES = 2 ** 25 - 1
const MOST_FAILURES = 2 ** 12 - 1
/** These and the days share the 53 bits of a number: days after this one, in the year 2149, are alike. */
const LAST_DAY = 2 ** 16 - 1

/**
 * All sources, worst first: by status (overdue, failing, unknown, due, fine); of what is overdue the most days, of what fails
 * the oldest day; then by number of failures, then nearness to a dustfall point over the limit (`overMetres`, Infinity where
 * there is none), then number.
 * An order that can be read out, not a score. Each source gets one number to be sorted by, since a comparison by five columns
 * takes seconds for a million. With a mask only the sources marked 1 in it.
 */
export function bySeverity(
  { status, overdueDays, failingSince, failures }: Severity,
  overMetres: Float64Array,
  mask?: Uint8Array,
): Uint32Array {
  const keys = new Float64Array(status.length)
  const standings = new Uint16Array(status.length)
  const chosen = new Uint32Array(status.length)
  let count = 0
  for (let source = 0; source < keys.length; source++) {
    if (mask?.[source] === 0) continue
    chosen[count++] = source
    const day = status[source] === STATUS.failing ? Math.min(failingSince[source]!, LAST_DAY) : -overdueDays[source]!
    const bad = day * (MOST_FAILURES + 1) - Math.min(failures[source]!, MOST_FAILURES)
    const near = Math.min(Math.round(overMetres[source]! * 100), FARTHEST_CENTIMETRES)
    keys[source] = near + bad * (FARTHEST_CENTIMETRES + 1)
    standings[source] = STATUS.overdue - status[source]!
  }
  return sortByTokens(chosen.slice(0, count), [standings, ...tokensOfNumbers(keys)])
}
