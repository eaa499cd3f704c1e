import type { MultiPolygon, Polygon } from 'geojson'
import { expect, it } from 'vitest'
import { areaSquareMetres } from '@/domain/geodesy/area'
import { outlineFaults } from '@/domain/geodesy/outline-faults'

const box = (west: number, south: number, east: number, north: number): Polygon => ({
  type: 'Polygon',
  coordinates: [
    [
      [west, south],
      [east, south],
      [east, north],
      [west, north],
      [west, south],
    ],
  ],
})
const ring = (...positions: number[][]): Polygon => ({ type: 'Polygon', coordinates: [positions] })

it('outlines that only share a border or a corner have no fault', () => {
  expect(outlineFaults([box(113, 36, 114, 37), box(114, 36, 115, 37), box(115, 37, 116, 38)])).toEqual([])
})

it('an overlap is reported with both outlines and its area; one within the tolerance counts as rounding', () => {
  const apart = [box(113, 36, 114.01, 37), box(120, 36, 121, 37), box(114, 36, 115, 37)]
  const [fault, ...others] = outlineFaults(apart)
  expect(others).toEqual([])
  expect(fault).toMatchObject({ kind: 'overlap', members: [0, 2] })
  const shared = areaSquareMetres(box(114, 36, 114.01, 37))
  expect(fault?.kind === 'overlap' && fault.squareMetres / shared).toBeCloseTo(1, 6)
  expect(outlineFaults([box(113, 36, 114.00000001, 37), box(114, 36, 115, 37)])).toEqual([])
  expect(outlineFaults(apart, shared * 1.01)).toEqual([])
})

/** Four outlines around a gap of 0.1° by 0.1° in the middle. */
const FRAME = [
  box(113, 36, 114, 36.4),
  box(113, 36.5, 114, 37),
  box(113, 36.4, 113.4, 36.5),
  box(113.5, 36.4, 114, 36.5),
]

it('an area that outlines enclose and none covers is a gap, minus outlines within it', () => {
  const hole = areaSquareMetres(box(113.4, 36.4, 113.5, 36.5))
  const [gap] = outlineFaults(FRAME)
  expect(gap).toMatchObject({ kind: 'gap', members: [0, 1, 2, 3] })
  expect(gap?.kind === 'gap' && gap.squareMetres / hole).toBeCloseTo(1, 6)
  const island = box(113.44, 36.44, 113.46, 36.46)
  const [less] = outlineFaults([...FRAME, island])
  expect(less?.kind === 'gap' && less.squareMetres / (hole - areaSquareMetres(island))).toBeCloseTo(1, 6)
  expect(outlineFaults([...FRAME, box(113.4, 36.4, 113.5, 36.5)])).toEqual([])
})

it('a hole in a single outline is part of its shape', () => {
  const holed: Polygon = {
    type: 'Polygon',
    coordinates: [...box(113, 36, 114, 37).coordinates, ...box(113.4, 36.4, 113.5, 36.5).coordinates],
  }
  expect(outlineFaults([holed, box(114, 36, 115, 37)])).toEqual([])
})

it('rings that are open or cross themselves are reported, without further faults of theirs', () => {
  const open = ring([113, 36], [114, 36], [114, 37], [113, 37])
  const crossing = ring([113, 36], [114, 37], [114, 36], [113, 37], [113, 36])
  expect(outlineFaults([box(113, 36, 114, 37), open, crossing])).toEqual([
    { kind: 'open', members: [1] },
    { kind: 'crossing', members: [2], at: [113.5, 36.5] },
  ])
})

it('a repeated position and a spike are not crossings', () => {
  const doubled = ring([113, 36], [114, 36], [114, 36], [114, 37], [113, 37], [113, 36])
  const spiked = ring([115, 36], [116, 36], [116, 37], [116, 37.5], [116, 37], [115, 37], [115, 36])
  expect(outlineFaults([doubled, spiked])).toEqual([])
})

it('a hole crossing its outer ring and crossing parts of one outline are reported; parts that touch are not', () => {
  const [outer] = box(113, 36, 114, 37).coordinates
  const holed = (...hole: Parameters<typeof box>): Polygon => ({
    type: 'Polygon',
    coordinates: [outer!, box(...hole).coordinates[0]!],
  })
  expect(outlineFaults([holed(113.2, 36.2, 113.4, 36.4)])).toEqual([])
  expect(outlineFaults([holed(113.8, 36.2, 114.2, 36.4)])).toMatchObject([{ kind: 'crossing', members: [0] }])
  const parts = (...second: Parameters<typeof box>) =>
    outlineFaults([{ type: 'MultiPolygon', coordinates: [[outer!], box(...second).coordinates] } as MultiPolygon])
  expect(parts(113.5, 36.5, 114.5, 37.5)).toMatchObject([{ kind: 'crossing', members: [0] }])
  expect(parts(114, 37, 115, 38)).toEqual([])
  expect(parts(114, 36, 115, 37)).toEqual([])
})
