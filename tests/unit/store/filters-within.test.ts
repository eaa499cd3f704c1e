import { expect, it } from 'vitest'
import { selectRows } from '@/domain/sources/view/area'
import { NO_FILTERS } from '@/domain/sources/view/filters'
import { filtersWithin } from '@/store/chentu/filters-within'

const NOWHERE = {
  line: () => null,
  county: () => null,
  around: () => ({ places: { lons: new Float64Array(), lats: new Float64Array() }, lines: [] }),
}

it('keeps the filtered sources in the visible part of the map, and none without a position', () => {
  const drawn = { operation: 'add', area: { type: 'circle', centre: [108.7, 34.3], metres: 5000 } } as const
  const { area } = filtersWithin({ ...NO_FILTERS, area: [drawn] }, [108.7, 34.2, 109, 34.4])
  // In both, left of the map, outside the circle, without a position.
  const lons = Float64Array.of(108.71, 108.69, 108.9, Number.NaN)
  const lats = Float64Array.of(34.3, 34.3, 34.3, Number.NaN)
  expect([...selectRows(area, lons, lats, NOWHERE)]).toEqual([1, 0, 0, 0])
  const { area: all } = filtersWithin(NO_FILTERS, [108.7, 34.2, 109, 34.4])
  expect([...selectRows(all, lons, lats, NOWHERE)]).toEqual([1, 0, 1, 0])
  expect(filtersWithin(NO_FILTERS, null)).toBe(NO_FILTERS)
})
