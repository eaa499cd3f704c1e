import { STATUS, type Status } from './status'

/** What the order of severity looks at, one entry for each source. */
export interface Severity {
  /** The worst status among the source's findings; fine without any. */
  readonly status: Uint8Array
  /** The most days overdue. */
  readonly overdueDays: Int32Array
  /** Things that fail, over all its rules. */
  readonly failures: Uint16Array
}

/** The severity of `count` sources of which nothing is found yet. */
export function noSeverity(count: number): Severity {
  return { status: new Uint8Array(count), overdueDays: new Int32Array(count), failures: new Uint16Array(count) }
}

/** Adds a finding of a source. */
export function addToSeverity(
  severity: Severity,
  source: number,
  { status, days, failures }: { readonly status: Status; readonly days: number; readonly failures: number },
): void {
  if (status > severity.status[source]!) severity.status[source] = status
  if (status === STATUS.overdue && days > severity.overdueDays[source]!) severity.overdueDays[source] = days
  if (status >= STATUS.failing) severity.failures[source]! += Math.max(1, failures)
}

/** Metres are compared to a millimetre, and beyond 268 km all are far. */
const FARTHEST_MILLIMETRES = 2 ** 28 - 1
const MOST_FAILURES = 2 ** 12 - 1

/**
 * All sources, worst first: by status (overdue, failing, unknown, due, fine), then days overdue, then number of failures,
 * then nearness to a dustfall point over the limit (`overMetres`, Infinity where there is none), then number.
 * An order that can be read out, not a score. Each source gets one number to compare, since a comparison by four columns
 * takes seconds for a million. With a mask only the sources marked 1 in it.
 */
export function bySeverity(
  { status, overdueDays, failures }: Severity,
  overMetres: Float64Array,
  mask?: Uint8Array,
): Uint32Array {
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
    for (let source = 0; source < keys.length; source++)
      if (status[source] === standing && mask?.[source] !== 0) order[at++] = source
    order.subarray(from, at).sort((a, b) => keys[a]! - keys[b]! || a - b)
  }
  return order.slice(0, at)
}
