import { STATUS_NAMES, type StatusName } from '@/domain/rules/status'
import type { FilteredSources } from '@/questions/filtered-sources'

/** Number of filtered sources by status towards what is asked. */
export function standingCounts({ order, status }: FilteredSources): Record<StatusName, number> {
  const counts: Record<StatusName, number> = { fine: 0, due: 0, unknown: 0, failing: 0, overdue: 0 }
  for (const source of order) counts[STATUS_NAMES[status[source]!]!]++
  return counts
}
