import type { RuleFindings } from './findings'
import { STATUS } from './status'

/** What the order of severity looks at, one entry for each source. */
export interface Severity {
  /** The worst status among the source's findings; fine without any. */
  readonly status: Uint8Array
  /** The most days overdue. */
  readonly overdueDays: Int32Array
  /** Things that fail, over all its rules. */
  readonly failures: Uint16Array
}

/** Sums up the findings of each of `count` sources. */
export function severityOf(findings: readonly RuleFindings[], count: number): Severity {
  const worst = new Uint8Array(count)
  const days = new Int32Array(count)
  const failed = new Uint16Array(count)
  for (const { first, status, overdueDays, failures } of findings) {
    for (let row = 0; row < status.length; row++) {
      const standing = status[row]!
      if (standing === STATUS.fine) continue
      const source = first + row
      if (standing > worst[source]!) worst[source] = standing
      if (overdueDays && overdueDays[row]! > days[source]!) days[source] = overdueDays[row]!
      if (standing >= STATUS.failing) failed[source]! += Math.max(1, failures[row]!)
    }
  }
  return { status: worst, overdueDays: days, failures: failed }
}

/** Metres are compared to a millimetre, and beyond 268 km all are far. */
const FARTHEST_MILLIMETRES = 2 ** 28 - 1
const MOST_FAILURES = 2 ** 12 - 1

/**
 * All sources, worst first: by status (overdue, failing, unknown, due, fine), then days overdue, then number of failures,
 * then nearness to a dustfall point over the limit (`overMetres`, Infinity where there is none), then number.
 * An order that can be read out, not a score. Each source gets one number to compare, since a comparison by four columns
 * takes seconds for a million.
 */
export function bySeverity({ status, overdueDays, failures }: Severity, overMetres: Float64Array): Uint32Array {
  const keys = new Float64Array(status.length)
  const order = new Uint32Array(status.length)
  for (let source = 0; source < keys.length; source++) {
    const bad = overdueDays[source]! * (MOST_FAILURES + 1) + Math.min(failures[source]!, MOST_FAILURES)
    const near = Math.min(Math.round(overMetres[source]! * 1000), FARTHEST_MILLIMETRES)
    keys[source] = near - bad * (FARTHEST_MILLIMETRES + 1)
  }
  let at = 0
  for (let standing = STATUS.overdue as number; standing >= 0; standing--) {
    const from = at
    for (let source = 0; source < keys.length; source++) if (status[source] === standing) order[at++] = source
    order.subarray(from, at).sort((a, b) => keys[a]! - keys[b]! || a - b)
  }
  return order
}
