import type { Filters } from '@/domain/sources/view/filters'
import type { Box } from '@/store/view/view'

/** Adds a box to the filters, as another area to intersect. */
export function filtersWithin(filters: Filters, box: Box | null): Filters {
  if (box === null) return filters
  const [west, south, east, north] = box
  const ring = [
    [west, south],
    [east, south],
    [east, north],
    [west, north],
  ] as const
  return { ...filters, area: [...filters.area, { operation: 'intersect', area: { type: 'polygon', ring } }] }
}
