import { expect, it } from 'vitest'
import { drawnCounts } from '@/questions/map/drawn-counts'
import { ADDED_KIND_IDS, openManyKinds, SOURCES_PER_KIND } from '../../fixtures/many-kinds'

const desk = await openManyKinds()
const WORLD = [-180, -90, 180, 90] as const

it('counts each source on a map once: drawn, outside its bounds, or in a layer that is off', () => {
  const all = desk.show({ kinds: ['coal-1', 'yard'] })
  const on = drawnCounts(all, { hidden: [] }, WORLD)
  expect(on.off).toEqual({ count: 0, kinds: 0 })
  expect([...on.kinds].sort()).toEqual(['coal-1', 'yard'])
  expect(on.drawn + on.outside).toBe(all.total)

  const some = drawnCounts(all, { hidden: ADDED_KIND_IDS }, WORLD)
  expect(some.off).toEqual({ count: SOURCES_PER_KIND, kinds: 1 })
  expect(some.kinds).toEqual(['yard'])
  expect(some.drawn + some.outside).toBe(all.total - SOURCES_PER_KIND)

  const none = drawnCounts(all, { hidden: ADDED_KIND_IDS }, [0, 0, 1, 1])
  expect(none).toEqual({ drawn: 0, kinds: [], outside: some.drawn + some.outside, off: some.off })
})
