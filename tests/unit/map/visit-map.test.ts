import { describe, expect, it } from 'vitest'
import type { Position } from '@/domain/geodesy/position'
import { numbersLine, type VisitMark, visitMap } from '@/map/drawing/visit-map'
import type { Dataset } from '@/questions/dataset'
import { squareCity } from '../../fixtures/square-city'

const collection = (features: readonly unknown[]) => ({ type: 'FeatureCollection', features })
const county = (id: string, at: Position) => ({ type: 'Feature', id, properties: {}, geometry: squareCity(at, 0.5) })
const COUNTIES: readonly [string, Position][] = [
  ['610402', [108, 34]],
  ['610403', [109, 34]],
]
const dataset = {
  outlines: collection(COUNTIES.map(([id, at]) => county(id, at))),
  neighbours: collection([]),
  rivers: collection([]),
  labelPlaces: Object.fromEntries(COUNTIES),
  settings: { counties: { 610402: '秦都区', 610403: '杨陵区' } },
  counties: [],
} as unknown as Dataset
const SIZE = [900, 640] as const
const symbol = { kind: 'stockpile', shape: 'triangle', letter: '' } as const
const mark = (number: number, at: Position, state: VisitMark['state'] = 'fine'): VisitMark => ({
  number,
  at,
  state,
  ...symbol,
})
const numbersOn = (marks: readonly VisitMark[]) =>
  visitMap(dataset, marks, 'zh-CN', SIZE)
    .labels.filter(({ wish }) => wish.role !== 'county')
    .map(({ wish }) => wish.text)

describe('the map in a report', () => {
  it('shows each place with its number, all within the picture', () => {
    const marks = [mark(1, [108.2, 34.1]), mark(2, [108.9, 33.8], 'failing'), mark(3, [109.3, 34.4], 'partial')]
    const map = visitMap(dataset, marks, 'zh-CN', SIZE)
    expect(map.groups.map(({ marks: own }) => own.map(({ number }) => number))).toEqual([[2], [3], [1]])
    for (const { x, y } of map.groups) {
      expect(x).toBeGreaterThan(60)
      expect(x).toBeLessThan(840)
      expect(y).toBeGreaterThan(60)
      expect(y).toBeLessThan(580)
    }
    expect(numbersOn(marks).sort()).toEqual(['1', '2', '3'])
    expect(map.states).toEqual(['failing', 'partial', 'fine'])
    expect(map.counties).toHaveLength(2)
    // The border between two counties is drawn once.
    expect(map.borders.length).toBeGreaterThan(0)
    expect(map.overview).toBeNull()
  })

  it('draws close places as the worst of them, with all their numbers', () => {
    const at: Position = [108.2, 34.1]
    const marks = [mark(1, at), mark(2, at, 'failing'), mark(3, at), mark(7, at), mark(9, [108.9, 34.2])]
    const { groups } = visitMap(dataset, marks, 'zh-CN', SIZE)
    expect(groups.map(({ marks: own }) => own[0].state)).toEqual(['failing', 'fine'])
    expect(numbersOn(marks).sort()).toEqual(['1–3、7', '9'])
  })

  it('labels found sources with their number in their own list, beside the numbers of visits', () => {
    const at: Position = [108.2, 34.1]
    const found: VisitMark = { ...mark(1, at, 'found'), name: '新1', kind: 'yard', shape: 'diamond' }
    const map = visitMap(dataset, [mark(1, at), found], 'zh-CN', SIZE)
    expect(numbersOn([mark(1, at), found])).toEqual(['1、新1'])
    expect(map.states).toEqual(['found', 'fine'])
    expect(map.kinds.map(({ shape }) => shape).sort()).toEqual(['diamond', 'triangle'])
  })

  it('has an overview of the city if it shows a small part, and a correct scale bar', () => {
    const map = visitMap(dataset, [mark(1, [108.2, 34.1])], 'zh-CN', SIZE)
    expect(map.groups).toMatchObject([{ x: 450, y: expect.closeTo(320, 0) }])
    expect(map.overview?.paths).toHaveLength(2)
    const { x, y, width, height } = map.overview!.window
    expect([x + width / 2 < 75, y + height / 2 > 40, width < 75, height < 75]).toEqual([true, true, true, true])
    // 0.06 degrees of latitude are 6.67 km on 640 − 2 · 64 pixels; 160 pixels are thus about 2 km.
    expect(map.mostMetres).toBeGreaterThan(1_700)
    expect(map.mostMetres).toBeLessThan(2_150)
    // The county's centre is outside: its name is placed in its visible part.
    expect(map.labels.filter(({ wish }) => wish.role === 'county')).toHaveLength(1)
  })

  it('puts no label under scale bar, north arrow and overview, and has no overview if marks are in all corners', () => {
    const corners: readonly Position[] = [
      [108.1, 34.1],
      [108.3, 34.1],
      [108.1, 33.97],
      [108.3, 33.97],
    ]
    const three = visitMap(
      dataset,
      [corners[0]!, corners[1]!, corners[2]!].map((at, i) => mark(i, at)),
      'zh-CN',
      SIZE,
    )
    expect(three.overview).toMatchObject({ left: 742, top: 482 })
    for (const { on, offset, wish } of three.labels) {
      const [x, y] = [on[0] + offset[0], on[1] + offset[1]]
      expect([wish.text, x > 742 && y > 482, x < 192 && y > 592, x > 848 && y < 64]).toEqual([
        wish.text,
        false,
        false,
        false,
      ])
    }
    expect(
      visitMap(
        dataset,
        corners.map((at, i) => mark(i, at)),
        'zh-CN',
        SIZE,
      ).overview,
    ).toBeNull()
  })

  it('includes every number of a busy week', () => {
    const marks = Array.from({ length: 150 }, (_, i) =>
      mark(i + 1, [108 + (i % 15) * 0.06, 33.8 + Math.floor(i / 15) * 0.05]),
    )
    const said = numbersOn(marks).flatMap((text) => text.split(/[、\n]/))
    const all = said.flatMap((run) => {
      const [from, to = from] = run.split('–').map(Number)
      return Array.from({ length: to! - from! + 1 }, (_, i) => from! + i)
    })
    expect(all.sort((a, b) => a - b)).toEqual(marks.map(({ number }) => number))
  })
})

describe('numbers of close visits', () => {
  it('are combined to ranges, four per line', () => {
    expect(numbersLine([3, 1, 2])).toBe('1–3')
    expect(numbersLine([1, 2])).toBe('1、2')
    expect(numbersLine([1, 3, 5, 7, 9])).toBe('1、3、5、7\n9')
  })
})
