import { textColumn } from '@/domain/table/build-column'
import { textAt, textOf } from '@/domain/table/column'
import { type KindResource, positionOf, rowOf } from './inventory'
import type { MonitorTies } from './monitor-ties'

/**
 * Gives monitors without a position the position of the source at which they stand, and its county if they state none:
 * offices list monitors by site. Other tables are unchanged.
 * @param resources in the order in which the ties number their sources.
 */
export function withPlacesOfMonitors(resources: readonly KindResource[], ties: MonitorTies): readonly KindResource[] {
  if (ties.standingAt.size === 0) return resources
  let next = 0
  const numbered = resources.map((resource) => {
    const first = next
    next += resource.table.length
    return { ...resource, first }
  })
  return numbered.map(({ first, ...resource }, nth) => {
    const { table } = resource
    const placeOf = (row: number) => {
      const at = ties.bySource.get(first + row)?.at ?? null
      return at === null || positionOf(table, row) ? null : rowOf({ kinds: numbered }, at)
    }
    const places = Array.from({ length: table.length }, (_, row) => placeOf(row))
    if (places.every((place) => place === null)) return resources[nth]!
    const positions = places.map((place, row) =>
      place ? positionOf(place.kind.table, place.row) : positionOf(table, row),
    )
    const degrees = (axis: 0 | 1) => Float64Array.from(positions, (position) => position?.[axis] ?? Number.NaN)
    const counties = places.map(
      (place, row) => textOf(table.columns.county, row) || (place ? textAt(place.kind.table, 'county', place.row) : ''),
    )
    const columns = {
      ...table.columns,
      lon: { type: 'number' as const, values: degrees(0) },
      lat: { type: 'number' as const, values: degrees(1) },
      county: textColumn(counties),
    }
    return { ...resource, table: { ...table, columns }, isFilled: true as const }
  })
}
