import { formatDay, type IsoDay, parseDay } from '@/domain/calendar'
import { columnByMeaning } from '@/domain/sources/kinds/by-meaning'
import type { KindId } from '@/domain/sources/kinds/kind'
import { ABSENT_DAY } from '@/domain/table/column'
import type { FilteredSources } from '@/questions/filtered-sources'
import { type SourceSummary, summarise } from './source-summary'

/** A source with the day of its last inspection; null if none is recorded. */
export interface UninspectedSource extends SourceSummary {
  readonly inspectedOn: IsoDay | null
}

/** Which shown sources were inspected within a number of days up to the as-of date. */
export interface Coverage {
  readonly byKind: readonly { readonly kind: KindId; readonly visited: number; readonly total: number }[]
  readonly neglected: number
  /** The worst of those not inspected. */
  readonly worst: readonly UninspectedSource[]
}

/** Inspection coverage of the shown sources, with the `count` worst that were not inspected. */
export function coverageOf({ evaluated, mask }: FilteredSources, days: number, count: number): Coverage {
  const { lons } = evaluated.opened
  const asOf = parseDay(evaluated.evaluation.asOf)
  const worst: UninspectedSource[] = []
  const seenOn = new Int32Array(mask.length).fill(ABSENT_DAY)
  for (const kind of evaluated.tables) {
    const inspectedOn = columnByMeaning(kind, 'inspectedOn')
    if (inspectedOn?.type === 'day') seenOn.set(inspectedOn.values, kind.first)
  }
  // Sources without a position can't be visited: fleets, tasks, figures of a county.
  const counts = (source: number) => mask[source] === 1 && !Number.isNaN(lons[source]!)
  const visited = (source: number) => seenOn[source]! > asOf - days && seenOn[source]! <= asOf
  const byKind = evaluated.tables.flatMap(({ kind, first, table }) => {
    let [seen, total] = [0, 0]
    for (let source = first; source < first + table.length; source++) {
      if (!counts(source)) continue
      total++
      if (visited(source)) seen++
    }
    return total === 0 ? [] : [{ kind, visited: seen, total }]
  })
  for (const source of evaluated.order) {
    if (worst.length === count) break
    if (!counts(source) || visited(source)) continue
    const day = seenOn[source]!
    const inspectedOn = day === ABSENT_DAY || day > asOf ? null : formatDay(day)
    worst.push({ ...summarise(evaluated, source), inspectedOn })
  }
  const neglected = byKind.reduce((sum, { visited: seen, total }) => sum + total - seen, 0)
  return { byKind, neglected, worst }
}
