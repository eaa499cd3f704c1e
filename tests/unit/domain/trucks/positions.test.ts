import { describe, expect, it } from 'vitest'
import { byDay } from '@/domain/trucks/by-day'
import { GrowingPositions } from '@/domain/trucks/growing-positions'
import {
  EMPTY,
  FIRST_SECOND,
  FULL,
  forEachTruck,
  HALF,
  pickedPositions,
  positionsWhere,
  STATE,
} from '@/domain/trucks/positions'
import { rawPositions } from '../../../../scripts/data/trucks/raw-positions'
import { away, HOME, MORNING, row } from '../../trucks/tracks'

const positions = rawPositions([
  {
    plate: 'A',
    rows: [row(MORNING, HOME, { kmh: 10, direction: 90, load: FULL, state: STATE.open }), row(MORNING + 30, HOME)],
  },
  {
    plate: 'B',
    rows: [row(MORNING, away(HOME, 500, 45), { kmh: 20, direction: 180, load: HALF, state: STATE.lifted })],
  },
])

describe('rows of positions', () => {
  it('that are picked have all their columns, in the order in which they are asked for', () => {
    const { trucks, ...columns } = pickedPositions(positions, Uint32Array.of(2, 0))
    expect(trucks).toEqual(['A', 'B'])
    for (const [name, column] of Object.entries(columns)) {
      const from = positions[name as keyof typeof columns]
      expect([...column], name).toEqual([from[2], from[0]])
      expect(column.constructor, name).toBe(from.constructor)
    }
  })

  it('that are wanted keep their order; if all are, they are the same', () => {
    expect([...positionsWhere(positions, (at) => at !== 1).truck]).toEqual([0, 1])
    expect(positionsWhere(positions, () => true)).toBe(positions)
    expect(positionsWhere(positions, () => false).second).toHaveLength(0)
  })

  it('are visited truck by truck', () => {
    const visited = (truck: readonly number[]) => {
      const spans: number[][] = []
      forEachTruck(Uint32Array.from(truck), (begin, end) => spans.push([begin, end]))
      return spans
    }
    expect(visited([0, 0, 3, 1, 1])).toEqual([
      [0, 2],
      [2, 3],
      [3, 5],
    ])
    expect([visited([7]), visited([])]).toEqual([[[0, 1]], []])
  })

  it('of a file are in the order of days, of a day in that of trucks and times', () => {
    // 00:00 in Asia/Shanghai.
    const midnight = MORNING + 16 * 3600
    const of = (...seconds: readonly number[]) => seconds.map((second) => row(second, HOME))
    const tracks = rawPositions([
      { plate: 'A', rows: of(midnight - 2, midnight - 1, midnight, midnight + 86_400) },
      { plate: 'B', rows: of(midnight - 86_401, midnight - 1, midnight + 1) },
    ])
    const { truck, second } = byDay(tracks)
    expect(Array.from(second, (each, i) => [each - midnight, truck[i]])).toEqual([
      [-86_401, 1],
      ...[
        [-2, 0],
        [-1, 0],
        [-1, 1],
      ],
      ...[
        [0, 0],
        [1, 1],
      ],
      [86_400, 0],
    ])
    const none = rawPositions([])
    expect(byDay(none)).toBe(none)
  })

  it('may be of 2010 in Asia/Shanghai or later', () => {
    expect(FIRST_SECOND).toBe(Date.parse('2010-01-01T00:00:00+08:00') / 1000)
  })
})

describe('positions that are read one by one', () => {
  const sent = (second: number, load = EMPTY as number) => ({
    second,
    lon: -108_700_000,
    lat: 34_350_000,
    speed: 425,
    direction: 270,
    load,
    state: STATE.closed,
  })

  it('are those that were added, each with its line', () => {
    const growing = new GrowingPositions()
    expect(growing.length).toBe(0)
    growing.add('A', sent(MORNING), 2)
    growing.add('B', { ...sent(MORNING + 5), lat: 1, speed: 0xffff, direction: 0, load: FULL, state: STATE.open }, 7)
    expect(growing.length).toBe(2)
    expect([...growing.lines]).toEqual([2, 7])
    expect(growing.positions()).toEqual({
      trucks: ['A', 'B'],
      truck: Uint32Array.of(0, 1),
      second: Uint32Array.of(MORNING, MORNING + 5),
      lon: Int32Array.of(-108_700_000, -108_700_000),
      lat: Int32Array.of(34_350_000, 1),
      speed: Uint16Array.of(425, 0xffff),
      direction: Uint16Array.of(270, 0),
      load: Uint8Array.of(EMPTY, FULL),
      state: Uint8Array.of(STATE.closed, STATE.open),
    })
  })

  it('may be any number', () => {
    const growing = new GrowingPositions()
    const count = 10_000
    for (let i = 0; i < count; i++) growing.add(i % 2 ? 'A' : 'B', sent(MORNING + i, i % 3), i)
    const { trucks, truck, second, lon, lat, speed, direction, load, state } = growing.positions()
    expect([growing.length, trucks]).toEqual([count, ['B', 'A']])
    const each = Array.from({ length: count }, (_, i) => i)
    expect([...growing.lines]).toEqual(each)
    expect([...second]).toEqual(each.map((i) => MORNING + i))
    expect([...truck]).toEqual(each.map((i) => i % 2))
    expect([...load]).toEqual(each.map((i) => i % 3))
    const ofAll = (column: ArrayLike<number>) => [...new Set(Array.from(column))]
    expect([lon, lat, speed, direction, state].map(ofAll)).toEqual([
      [-108_700_000],
      [34_350_000],
      [425],
      [270],
      [STATE.closed],
    ])
  })

  it('are of one truck however its plate is written', () => {
    const growing = new GrowingPositions()
    for (const plate of ['陕D·12345', '陕d12345', 'B', '陕D-12345', '陕D·12345', 'B'])
      growing.add(plate, sent(MORNING), 1)
    expect([growing.positions().trucks, [...growing.positions().truck]]).toEqual([
      ['陕D12345', 'B'],
      [0, 0, 1, 0, 0, 1],
    ])
  })

  it('can have a load replaced in all of them', () => {
    const growing = new GrowingPositions()
    for (const load of [HALF, EMPTY, HALF]) growing.add('A', sent(MORNING, load), 1)
    growing.replaceLoad(HALF, FULL)
    expect([...growing.positions().load]).toEqual([FULL, EMPTY, FULL])
  })
})
