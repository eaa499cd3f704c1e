import { addToSeverity, bySeverity, noSeverity, type Severity } from '@/domain/rules/severity'
import { STATUS, type Status } from '@/domain/rules/status'
import { type FilteredFindings, hasWantedFinding } from './filtered-findings'

/** The sources' standings towards what is asked, and their order. */
export interface SourceRanking {
  /** Status of each source towards what is asked; its overall status if the filters ask nothing of the findings. */
  readonly status: Uint8Array
  /** Days past each source's oldest missed deadline, limited to what is asked; 0 if none is missed. */
  readonly overdueDays: Int32Array
  /** Numbers of the sources that pass the filters, worst first. */
  readonly order: Uint32Array
  /** Position of each source in `order`; meaningless for sources that do not pass. */
  readonly rank: Uint32Array
}

const NOTHING_FAILS = { days: 0, since: null, failures: 0 }

/** Severity of all sources towards what is asked; with a mask, only of those marked 1. */
export function severityOf({ evaluated, asked, wanted }: FilteredFindings, mask?: Uint8Array): Severity {
  const severity = noSeverity(evaluated.status.length)
  for (const rule of asked) {
    const { first, at } = rule.findings
    for (let row = 0; row < rule.status.length; row++) {
      if (mask?.[first + row] === 0 || !hasWantedFinding(rule, row, wanted)) continue
      const standing = rule.status[row] as Status
      // Days and failures matter only for what fails, and take longer to compute.
      const { days, since, failures } = standing >= STATUS.failing ? at(row) : NOTHING_FAILS
      addToSeverity(severity, first + row, { status: standing, days, since, failures })
    }
  }
  return severity
}

/** Standings of the sources that pass, worst first. */
export function rankSources(filtered: FilteredFindings, mask: Uint8Array): SourceRanking {
  const severity = severityOf(filtered, mask)
  const order = bySeverity(severity, filtered.evaluated.overMetres, mask)
  const rank = new Uint32Array(mask.length)
  order.forEach((source, place) => {
    rank[source] = place
  })
  return { ...severity, order, rank }
}
