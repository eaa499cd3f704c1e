import { describe, expect, it } from 'vitest'
import type { Position } from '@/domain/geodesy/position'
import type { OpenedPackage } from '@/questions/opened-package'
import { bannedRoadAt } from '@/questions/trucks/banned-roads'
import { defaultPackage } from '../../fixtures/made-tracks'
import { away } from './tracks'

const made = await defaultPackage()
const WEST: Position = [108.7, 34.35]

/** The package with these key roads alone, each along a straight line, and one other road. */
function withRoads(roads: readonly { readonly name: string; readonly from: Position; readonly to: Position }[]) {
  const of = made.inventory.kinds.find(({ kind }) => kind === 'road')!
  const rows = roads.length
  const { keyRoad, name } = of.table.columns
  if (keyRoad?.type !== 'flag' || name?.type !== 'text') throw new Error('no key roads')
  const table = {
    ...of.table,
    length: rows,
    columns: {
      ...of.table.columns,
      keyRoad: { ...keyRoad, values: Uint8Array.from(roads, () => 1) },
      name: {
        ...name,
        dictionary: roads.map(({ name }) => name),
        codes: Uint32Array.from(roads, (_, row) => row),
      },
    },
  }
  const kinds = made.inventory.kinds.map((each) => (each === of ? { ...each, table } : each))
  const features = roads.map(({ from, to }) => ({
    ...{ type: 'Feature' as const, properties: {} },
    geometry: { type: 'LineString' as const, coordinates: [[...from], [...to]] },
  }))
  const lines = new Map([['road', { type: 'FeatureCollection', features }]])
  return {
    ...made,
    inventory: { ...made.inventory, kinds },
    pack: { ...made.pack, lines },
  } as unknown as OpenedPackage
}

describe('the name of a banned road', () => {
  const ban = made.pack.trucks!.bans[0]!
  const east = away(WEST, 2000)
  const opened = withRoads([
    { name: '中华路', from: WEST, to: east },
    { name: '咸宋路', from: away(WEST, 30, 0), to: away(east, 30, 0) },
    { name: '', from: away(WEST, 10, 180), to: away(east, 10, 180) },
  ])
  const at = (metres: number, north: number, of = ban.id) =>
    bannedRoadAt(opened)(of, away(away(WEST, metres), Math.abs(north), north < 0 ? 180 : 0))

  it('is that of the nearest road with a name within the metres of the ban', () => {
    expect(at(1000, 0)).toBe('中华路')
    expect(at(1000, 14)).toBe('中华路')
    expect(at(1000, 16)).toBe('咸宋路')
    expect(at(1000, -10)).toBe('中华路')
    expect(at(1000, 30 + ban.along.metres - 1)).toBe('咸宋路')
    expect(at(-ban.along.metres + 1, 0)).toBe('中华路')
  })

  it('is unknown farther away, and for a ban that the settings no longer have', () => {
    expect(at(1000, 30 + ban.along.metres + 2)).toBeNull()
    expect(at(1000, -ban.along.metres - 2)).toBeNull()
    expect(at(1000, 0, 'gone')).toBeNull()
  })
})
