import { expect, it } from 'vitest'
import { shownBox } from '@/questions/map/shown-box'

it('is the bounding box of the filtered sources with a position', () => {
  const inventory = { kinds: [] }
  const opened = { inventory, lons: [108, 109, Number.NaN, 107], lats: [34, 35, Number.NaN, 33] }
  const of = (mask: number[]) =>
    shownBox({ evaluated: { opened }, mask: Uint8Array.from(mask) } as never, { hidden: [] })
  expect(of([1, 1, 1, 0])).toEqual([108, 34, 109, 35])
  expect(of([0, 0, 1, 0])).toBeNull()
  expect(of([0, 0, 0, 0])).toBeNull()
})
