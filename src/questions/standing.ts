import { addToSeverity, bySeverity, noSeverity, type Severity } from '@/domain/rules/severity'
import { STATUS, type Status } from '@/domain/rules/status'
import { type AskedOf, isWanted } from './asked-findings'

/** How sources stand towards what is asked, and which stand first. */
export interface Standing {
  /** How each source stands: towards what is asked, or on the whole where nothing of the findings is. */
  readonly status: Uint8Array
  /** Days past the oldest deadline of each, as far as it is asked about; 0 where none is missed. */
  readonly overdueDays: Int32Array
  /** Numbers of the sources that are left, worst first. */
  readonly order: Uint32Array
  /** Place of each source among the worst; it says nothing of sources that are not left. */
  readonly rank: Uint32Array
}

const NOTHING_FAILS = { days: 0, since: null, failures: 0 }

/** How sources stand towards what is asked; only those marked 1 in the mask, where there is one. */
export function severityOf({ evaluated, asked, wanted }: AskedOf, mask?: Uint8Array): Severity {
  const severity = noSeverity(evaluated.status.length)
  for (const rule of asked) {
    const { first, at } = rule.findings
    for (let row = 0; row < rule.status.length; row++) {
      if (mask?.[first + row] === 0 || !isWanted(rule, row, wanted)) continue
      const standing = rule.status[row] as Status
      // Days and failures count only where something fails; they take longer to say.
      const { days, since, failures } = standing >= STATUS.failing ? at(row) : NOTHING_FAILS
      addToSeverity(severity, first + row, { status: standing, days, since, failures })
    }
  }
  return severity
}

/** How the sources that are left stand towards what is asked, worst first. */
export function standingOf(of: AskedOf, mask: Uint8Array): Standing {
  const severity = severityOf(of, mask)
  const order = bySeverity(severity, of.evaluated.overMetres, mask)
  const rank = new Uint32Array(mask.length)
  order.forEach((source, place) => {
    rank[source] = place
  })
  return { ...severity, order, rank }
}
