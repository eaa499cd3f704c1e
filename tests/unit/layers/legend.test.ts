import { describe, expect, it } from 'vitest'
import { STATUS } from '@/domain/rules/status'
import type { DrawnSources, PlacedRows } from '@/domain/sources/view/drawn-sources'
import { NO_CLASS } from '@/domain/sources/view/look'
import { textColumn } from '@/domain/table/build-column'
import { type LegendState, legendOf } from '@/layers/legend'
import { KINDS } from '../../fixtures/kinds'

const square = (west: number, south: number, side: number) => ({
  type: 'Polygon' as const,
  coordinates: [
    [
      [west, south],
      [west + side, south],
      [west + side, south + side],
      [west, south + side],
      [west, south],
    ],
  ],
})
const rowsAt = (...placed: [lon: number, status: number, kind: string, grade?: string][]): PlacedRows => ({
  rows: Uint32Array.from(placed, (_, i) => i),
  positions: Float64Array.from(placed.flatMap(([lon]) => [lon, 0.5])),
  status: Uint8Array.from(placed, ([, status]) => status),
  kinds: textColumn(placed.map(([, , kind]) => kind)),
  grades: textColumn(placed.map(([, , , grade]) => grade ?? '')),
  codes: textColumn(placed.map(() => 'c')),
  nths: new Uint32Array(placed.length),
  names: textColumn(placed.map(() => 'n')),
  painted: null,
})
const badges = (...lons: number[]): DrawnSources['badges'] => ({
  positions: Float64Array.from(lons.flatMap((lon) => [lon, 0.5])),
  counts: Uint32Array.from(lons, () => 5),
  overdue: new Uint32Array(lons.length),
  failing: new Uint32Array(lons.length),
  status: Uint8Array.from(lons, () => STATUS.failing),
  bounds: new Float64Array(lons.length * 4),
  members: new Uint32Array(lons.length * 5),
})
const NONE = { type: 'FeatureCollection' as const, features: [] }
const state = (more: Partial<LegendState> = {}): LegendState => ({
  bounds: [0, 0, 1, 1],
  kinds: KINDS,
  sources: { symbols: rowsAt(), dots: rowsAt(), badges: badges(), cells: null },
  heat: false,
  look: null,
  lettered: true,
  report: null,
  other: null,
  hidden: new Set(),
  outlines: NONE,
  points: NONE,
  ring: null,
  builtUpArea: null,
  rivers: NONE,
  neighbours: NONE,
  lines: NONE,
  ...more,
})

describe('the legend', () => {
  it('lists exactly the standings, badges and dots in view, worst first', () => {
    const sources = {
      symbols: rowsAt(
        [0.5, STATUS.failing, 'stockpile'],
        [0.6, STATUS.overdue, 'stockpile'],
        [3, STATUS.unknown, 'yard'],
      ),
      dots: rowsAt([0.4, STATUS.due, 'stockpile']),
      badges: badges(0.3),
      cells: null,
    }
    const found = legendOf(state({ sources }))
    expect(found.slice(0, 4)).toEqual([
      { type: 'standing', status: 'overdue' },
      { type: 'standing', status: 'failing' },
      { type: 'badge', status: 'failing' },
      { type: 'dots', status: 'fine' },
    ])
    expect(found.slice(4)).toMatchObject([{ type: 'kind', kind: 'stockpile' }])
    // Only a badge has the colour; its entry is the same as for a symbol.
    const counted = { ...sources, symbols: rowsAt(), dots: rowsAt() }
    expect(legendOf(state({ sources: counted }))).toEqual([
      { type: 'standing', status: 'failing' },
      { type: 'badge', status: 'failing' },
    ])
    const far = { ...sources, badges: badges(4), dots: rowsAt() }
    expect(legendOf(state({ sources: far })).map(({ type }) => type)).toEqual(['standing', 'standing', 'kind'])
  })

  it('has the classes of a look that are in view instead of the standings, and the meaning of sizes', () => {
    const looked = rowsAt(
      [0.5, STATUS.overdue, 'yard'],
      [0.6, STATUS.fine, 'yard'],
      [3, STATUS.fine, 'yard'],
      [0.4, STATUS.failing, 'stockpile'],
    )
    const symbols = {
      ...looked,
      painted: { classes: Uint8Array.of(0, NO_CLASS, 1, NO_CLASS), sizes: new Uint8Array(4) },
    }
    const sources = { symbols, dots: rowsAt(), badges: badges(), cells: null }
    const legend = { breaks: [5, 9], categories: null, counts: [1, 1, 0], rest: 1, sizes: [2, 40] as const }
    const look = { kind: 'yard', column: 'area', legend, sizeColumn: 'area' }
    const of = { kind: 'yard', column: 'area', of: 3, category: null }
    expect(legendOf(state({ sources, look })).filter(({ type }) => type !== 'kind')).toEqual([
      { type: 'standing', status: 'failing' },
      { type: 'look', class: 0, from: null, to: 5, ...of },
      { type: 'look', class: null, from: null, to: null, ...of },
      { type: 'look-sizes', kind: 'yard', column: 'area', least: 2, most: 40 },
    ])
    // Without a colour column they have the colours of their standing.
    const bySize = legendOf(state({ sources, look: { ...look, column: null } })).map(({ type }) => type)
    expect(bySize).toEqual(['standing', 'standing', 'standing', 'look-sizes', 'kind', 'kind'])
  })

  it('has the classes of the counties in view, split at the limit, and marks those above it', () => {
    const outlines = {
      type: 'FeatureCollection' as const,
      features: [
        ['a', square(-1, -1, 3)],
        ['b', square(5, 5, 1)],
      ].map(([code, geometry]) => ({ type: 'Feature' as const, properties: { code }, geometry: geometry as never })),
    }
    const report = (a: number | null, dustfallLimit = 7, month = '2022-10') =>
      ({
        month,
        rows: [
          { county: 'a', figure: { value: a }, dustfallLimit },
          { county: 'b', figure: { value: 2 }, dustfallLimit },
        ],
      }) as never
    const under = { type: 'dustfall', dustfallLimit: 7, months: null }
    expect(legendOf(state({ outlines, report: report(7.1) }))).toEqual([
      { ...under, class: 3, from: 7, to: 9, over: true },
    ])
    expect(legendOf(state({ outlines, report: report(7) }))).toEqual([
      { ...under, class: 2, from: 5, to: 7, over: false },
    ])
    expect(legendOf(state({ outlines, report: report(null) }))).toEqual([{ type: 'unranked' }])
    expect(
      legendOf(state({ outlines, report: report(7), other: report(9.4) })).map((each) => 'class' in each && each.class),
    ).toEqual([2, 4])
    // Beside a month with another limit each has its own classes, the earlier month first; 8 is within 9.
    const two = { outlines, report: report(8), other: report(8, 9, '2022-09') }
    expect(legendOf(state(two))).toEqual([
      { ...under, dustfallLimit: 9, months: ['2022-09'], class: 2, from: 6, to: 9, over: false },
      { ...under, months: ['2022-10'], class: 3, from: 7, to: 9, over: true },
    ])
    // A month without a figure has no class, so its limit need not be distinguished.
    expect(legendOf(state({ ...two, other: report(null, 9, '2022-09') }))).toEqual([
      { ...under, class: 3, from: 7, to: 9, over: true },
      { type: 'unranked' },
    ])
    expect(legendOf(state({ outlines, report: report(7.1), hidden: new Set(['dustfall']) }))).toEqual([])
  })

  it('has lines by grade, the ring, the built-up area, rivers and neighbours that intersect the view', () => {
    const across = {
      type: 'LineString' as const,
      coordinates: [
        [-5, 0.5],
        [5, 0.5],
      ],
    }
    const beside = {
      type: 'LineString' as const,
      coordinates: [
        [-5, 2],
        [5, 2],
      ],
    }
    const of = (geometry: typeof across, properties = {}) => ({
      type: 'FeatureCollection' as const,
      features: [{ type: 'Feature' as const, properties, geometry }],
    })
    const line = { kind: 'road', colour: 3 }
    const seen = legendOf(
      state({
        lines: of(across, line),
        rivers: of(across),
        neighbours: of(across),
        ring: square(-1, 0.5, 3),
        builtUpArea: square(-1, -1, 3),
      }),
    )
    expect(seen.map(({ type }) => type)).toEqual(['line', 'ring', 'built-up', 'rivers', 'neighbours'])
    expect(seen[0]).toMatchObject({ kind: 'road', grade: '差', colour: 3 })
    const out = state({ lines: of(beside, line), rivers: of(beside), neighbours: of(beside), ring: square(5, 5, 1) })
    expect(legendOf(out)).toEqual([])
  })
})

it('names the areas by which sources are selected, where one of them is in view', () => {
  const at = (west: number) => {
    const features = [{ type: 'Feature' as const, properties: { use: 'add' }, geometry: square(west, 0.2, 0.1) }]
    return legendOf(state({ areas: { type: 'FeatureCollection', features } }))
  }
  expect(at(0.2)).toEqual([{ type: 'area' }])
  expect(at(2)).toEqual([])
})

it('names the marks of open cases and of likely sources that are in view', () => {
  const [late, shown] = [
    { at: [0.5, 0.5], state: 'case late' },
    { at: [0.6, 0.5], state: 'case shown' },
  ] as const
  const marks = [late, shown, { at: [0.7, 0.5], state: 'likely' }, { at: [0.7, 0.5], state: 'done' }] as const
  expect(legendOf(state({ marks }))).toEqual([
    { type: 'case', isLate: false },
    { type: 'case', isLate: true },
    { type: 'likely' },
  ])
  expect(legendOf(state({ marks: [late, { ...shown, at: [3, 0.5] }] }))).toEqual([{ type: 'case', isLate: true }])
  expect(legendOf(state())).toEqual([])
})
