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

/**
 * Compares two sources, worst first: status (overdue, failing, unknown, due, fine), then days overdue, then number of
 * failures, then nearness to a dustfall point over the limit (`overMetres`, Infinity where there is none), then number.
 * An order that can be read out, not a score.
 */
export function compareSeverity(severity: Severity, overMetres: Float64Array): (a: number, b: number) => number {
  const { status, overdueDays, failures } = severity
  return (a, b) =>
    status[b]! - status[a]! ||
    overdueDays[b]! - overdueDays[a]! ||
    failures[b]! - failures[a]! ||
    (overMetres[a] === overMetres[b] ? 0 : overMetres[a]! - overMetres[b]!) ||
    a - b
}

/**
 * All sources, worst first. Most of a large inventory shares status and days, so the sources are dealt into heaps by
 * status first and only the heaps are sorted.
 */
export function bySeverity(severity: Severity, overMetres: Float64Array): Uint32Array {
  const compare = compareSeverity(severity, overMetres)
  const { status } = severity
  const order = new Uint32Array(status.length)
  let at = 0
  for (let standing = STATUS.overdue as number; standing >= 0; standing--) {
    const from = at
    for (let source = 0; source < status.length; source++) if (status[source] === standing) order[at++] = source
    order.subarray(from, at).sort(compare)
  }
  return order
}
