import type { Findings } from './findings'

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
export function severityOf(findings: Findings, count: number): Severity {
  const status = new Uint8Array(count)
  const overdueDays = new Int32Array(count)
  const failures = new Uint16Array(count)
  for (let i = 0; i < findings.length; i++) {
    const source = findings.source[i]!
    status[source] = Math.max(status[source]!, findings.status[i]!)
    if (findings.status[i] === 4) overdueDays[source] = Math.max(overdueDays[source]!, findings.days[i]!)
    if (findings.status[i]! >= 3) failures[source]! += Math.max(1, findings.failures[i]!)
  }
  return { status, overdueDays, failures }
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
