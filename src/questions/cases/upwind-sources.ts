import type { Position } from '@/domain/geodesy/position'
import { type Upwind, upwind, type Wind } from '@/domain/geodesy/upwind'
import { STATUS, type Status } from '@/domain/rules/status'
import type { FilteredSources } from '@/questions/filtered-sources'
import { type SourceSummary, summarise } from '@/questions/source/source-summary'

/** A source upwind of a place. */
export interface UpwindSource extends SourceSummary, Upwind {}

/** Number of sources upwind, and those with the highest weight. */
export interface UpwindSources {
  readonly total: number
  readonly heaviest: readonly UpwindSource[]
}

/** Filtered sources upwind of a place that fail or are overdue: the total, and the `count` with the highest weight. */
export function upwindSources(
  { evaluated, mask, status, overdueDays }: FilteredSources,
  receptor: Position,
  winds: readonly Wind[],
  maxMetres: number,
  count: number,
): UpwindSources {
  const { lons, lats } = evaluated.opened
  const found: { source: number; of: Upwind }[] = []
  const monitors = evaluated.opened.ties.bySource
  for (let source = 0; source < mask.length; source++) {
    // Monitors give off no dust, whatever is wrong with them.
    if (mask[source] !== 1 || monitors.has(source) || status[source]! < STATUS.failing || Number.isNaN(lons[source]!))
      continue
    const of = upwind(receptor, [lons[source]!, lats[source]!], winds, maxMetres)
    if (of) found.push({ source, of })
  }
  const heaviest = found
    .sort((a, b) => b.of.weight - a.of.weight)
    .slice(0, count)
    .map(({ source, of }) => ({
      ...summarise(evaluated, source),
      status: status[source] as Status,
      overdueDays: overdueDays[source]!,
      ...of,
    }))
  return { total: found.length, heaviest }
}
