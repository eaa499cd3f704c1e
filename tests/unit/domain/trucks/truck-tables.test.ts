import { describe, expect, it } from 'vitest'
import { plateOf } from '@/domain/trucks/fleet'
import { joinTracks, rowsWhere } from '@/domain/trucks/join-tracks'
import { rowBatches } from '@/domain/trucks/row-batches'
import { joinTold } from '@/domain/trucks/truck-told'

const table = (plates: string, from: readonly number[]) => ({
  trucks: [...new Set(plates)],
  truck: Uint16Array.from(plates, (plate) => [...new Set(plates)].indexOf(plate)),
  from: Uint32Array.from(from),
  lon: Float64Array.from(from, (each) => each / 10),
  of: from.map(String),
})
const shown = ({ trucks, truck, from, lon, of }: ReturnType<typeof table>) =>
  Array.from(truck, (each, row) => [trucks[each], from[row], lon[row], of[row]])

describe('a plate', () => {
  it('is the same with other blanks, dots, hyphens and cases', () => {
    for (const text of [
      '陕D12345',
      '陕d·12345',
      '陕D•12345',
      '陕D.12345',
      '陕D-123-45',
      '陕D_12345',
      ' 陕D 12345',
      '陕Ｄ１２３４５',
    ])
      expect(plateOf(text), text).toBe('陕D12345')
  })
})

describe('tables of trucks', () => {
  it('that are joined have the rows of all, by plate', () => {
    const joined = joinTracks([table('ABB', [1, 2, 3]), table('CB', [4, 5])])
    expect(shown(joined)).toEqual([
      ['A', 1, 0.1, '1'],
      ['B', 2, 0.2, '2'],
      ['B', 3, 0.3, '3'],
      ['C', 4, 0.4, '4'],
      ['B', 5, 0.5, '5'],
    ])
    expect(joined.trucks).toEqual(['A', 'B', 'C'])
    expect(joined.lon).toBeInstanceOf(Float64Array)
  })

  it('are the same if there is only one, and empty if there is none', () => {
    const only = table('A', [1])
    expect(joinTracks([only])).toBe(only)
    expect(joinTracks([])).toEqual({ trucks: [], truck: new Uint32Array() })
  })

  it('have their rows chosen by plate and time, and only the trucks of these', () => {
    const all = table('ABBC', [1, 2, 3, 4])
    const some = rowsWhere(all, (plate, second) => plate === 'C' || second === 2)
    expect([shown(some), some.trucks]).toEqual([
      [
        ['B', 2, 0.2, '2'],
        ['C', 4, 0.4, '4'],
      ],
      ['B', 'C'],
    ])
    expect(rowsWhere(all, () => true)).toBe(all)
    // Positions have a second, other tables a begin.
    const positions = { trucks: ['A'], truck: Uint8Array.of(0, 0), second: Uint32Array.of(1, 2) }
    expect(rowsWhere(positions, (_, second) => second === 2).second).toEqual(Uint32Array.of(2))
  })
})

describe('batches of trucks', () => {
  const batches = (most: number, rows: Readonly<Record<string, number>>) =>
    rowBatches(new Map(Object.entries(rows)), most)

  it('are in the order of plates, and as large as they may be', () => {
    expect(batches(10, { C: 5, A: 4, B: 6, D: 6 })).toEqual([
      { plates: ['A', 'B'], rows: 10 },
      { plates: ['C'], rows: 5 },
      { plates: ['D'], rows: 6 },
    ])
  })

  it('have a larger truck for itself', () => {
    expect(batches(10, { A: 1, B: 11, C: 1 }).map(({ plates }) => plates.join(''))).toEqual(['A', 'B', 'C'])
    expect(batches(10, {})).toEqual([])
  })
})

it('of what is told of a truck the last counts, each by itself', () => {
  const company = '甲公司'
  expect(joinTold([{ company: '乙公司', assumed: 'gcj02' }, { company }, {}])).toEqual({ company, assumed: 'gcj02' })
  expect(joinTold([{ company }, { assumed: 'gcj02' }, { assumed: 'bd09' }])).toEqual({ company, assumed: 'bd09' })
  expect(joinTold([{}, { company: '' }])).toEqual({ company: '' })
  expect([joinTold([]), joinTold([{}])]).toStrictEqual([{}, {}])
})
