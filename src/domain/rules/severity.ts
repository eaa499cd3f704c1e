import type { DayNumber } from '@/domain/calendar'
import { sortByTokens, tokensOfNumbers } from '@/domain/table/radix-sort'
import { STATUS, type Status } from './status'

/** Stands for an undated failure; sorts after all dated ones. */
export const NO_DAY = 0x7fff_ffff

/** Sort criteria of the severity order, one entry per source. */
export interface Severity {
  /** Worst status of the source's findings; fine if it has none. */
  readonly status: Uint8Array
  /** Largest number of days overdue. */
  readonly overdueDays: Int32Array
  /** First day of the oldest failure that is not overdue; {@link NO_DAY} if none has a day. */
  readonly failingSince: Int32Array
  /** Number of failing items over all its rules. */
  readonly failures: Uint16Array
}

/** Severity of `count` sources without findings. */
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
  /** First day of the failure; null if not recorded. */
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

/** Distances are compared to the centimetre, up to 335 km; beyond that all are equal. */
const FARTHEST_CENTIMETRES = 2 ** 25 - 1
const MAX_FAILURES = 2 ** 12 - 1
/** All criteria share the 53 bits of a number, so days after this one, in the year 2149, compare as equal. */
const LAST_DAY = 2 ** 16 - 1

/**
 * Sorts sources, worst first: by status (overdue, failing, unknown, due, fine); overdue ones by days overdue, failing
 * ones by their oldest day; then by number of failures, then by distance to the nearest dustfall point over the limit
 * (`overMetres`, Infinity if there is none), then by source number.
 * The order can be explained in words; it is not a score. Each source gets one numeric sort key, since comparing five
 * columns takes seconds for a million sources. With a mask, only sources marked 1.
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
    const bad = day * (MAX_FAILURES + 1) - Math.min(failures[source]!, MAX_FAILURES)
    const near = Math.min(Math.round(overMetres[source]! * 100), FARTHEST_CENTIMETRES)
    keys[source] = near + bad * (FARTHEST_CENTIMETRES + 1)
    standings[source] = STATUS.overdue - status[source]!
  }
  return sortByTokens(chosen.slice(0, count), [standings, ...tokensOfNumbers(keys)])
}
