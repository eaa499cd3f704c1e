import { expect, it } from 'vitest'
import { indexArea } from '@/domain/geodesy/area-index'
import { distanceMetres } from '@/domain/geodesy/distance'
import type { SurroundedPlaces } from '@/domain/sources/view/area'
import { NO_FILTERS } from '@/domain/sources/view/filters'
import { evaluateRules } from '@/questions/evaluated-package'
import { filterSources } from '@/questions/filtered-sources'
import { areaPlaces } from '@/questions/map/area-places'
import { aroundSurface } from '@/questions/map/around-surface'
import { openFromDisk } from '../package-from-disk'

const opened = (await openFromDisk('')).value!
const evaluated = evaluateRules(opened, '2022-10-31')
const stockpiles = (of: SurroundedPlaces, metres: number) =>
  filterSources(evaluated, new Uint8Array(evaluated.status.length), {
    ...NO_FILTERS,
    kinds: ['stockpile'],
    area: [{ operation: 'add', area: { type: 'around', of, metres } }],
  })

it('selects the stockpiles within 3 km of any dustfall point, the same as by testing every pair', () => {
  const kind = opened.inventory.kinds.find((each) => each.kind === 'stockpile')!
  const points = opened.pack.dustfallPoints
  const near = Array.from({ length: kind.table.length }, (_, row) => kind.first + row).filter((source) =>
    points.some(({ lon, lat }) => distanceMetres([lon, lat], [opened.lons[source]!, opened.lats[source]!]) <= 3000),
  )
  expect(near.length).toBeGreaterThan(10)
  expect([...stockpiles('points', 3000).order].sort((a, b) => a - b)).toEqual(near)
})

it('selects fewer around points over the limit, in the month for which sources are evaluated', () => {
  const over = [...stockpiles('over', 3000).order]
  const all = new Set(stockpiles('points', 3000).order)
  expect(over.length).toBeGreaterThan(0)
  expect(over.length).toBeLessThan(all.size)
  expect(over.every((source) => all.has(source))).toBe(true)
})

it('selects sources along every line of a kind', () => {
  const { order } = stockpiles({ kind: 'road' }, 500)
  const { lines } = areaPlaces(evaluated).around({ kind: 'road' })
  expect([lines.length > 10, order.length > 0]).toEqual([true, true])
})

it('draws the surroundings as a surface that agrees with the distances, except in a strip at its edge', async () => {
  const surface = (await aroundSurface(evaluated, 'points', 3000))!
  const { contains } = indexArea(surface)
  for (let source = 0; source < opened.lons.length; source += 5) {
    const at = [opened.lons[source]!, opened.lats[source]!] as const
    if (Number.isNaN(at[0])) continue
    const metres = Math.min(...opened.pack.dustfallPoints.map(({ lon, lat }) => distanceMetres([lon, lat], at)))
    // A circle of 48 corners is up to 7 m too narrow at 3 km.
    if (Math.abs(metres - 3000) > 10) expect(contains(...at), String(metres)).toBe(metres < 3000)
  }
  expect(await aroundSurface(evaluated, { kind: 'nothing' }, 3000)).toBeNull()
})
