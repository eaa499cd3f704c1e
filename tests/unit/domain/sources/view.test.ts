import { describe, expect, it } from 'vitest'
import { parseDay } from '@/domain/calendar'
import { destination } from '@/domain/geodesy/distance'
import { mercator } from '@/domain/geodesy/mercator'
import type { Position } from '@/domain/geodesy/position'
import { STATUS } from '@/domain/rules/status'
import {
  AREA_OPERATIONS,
  type Area,
  type AreaStep,
  areaTest,
  type LineRef,
  lineAlong,
  selectRows,
} from '@/domain/sources/view/area'
import { type ColumnTest, compileTest, FLAGS } from '@/domain/sources/view/column-test'
import {
  DENSITY_FORMS,
  DENSITY_MEASURES,
  type DrawnSourcesInput,
  drawnSources,
  mercatorPlaces,
  type Window,
} from '@/domain/sources/view/drawn-sources'
import { DIMENSIONS, FACETS, type Filters, NO_FILTERS, withOnlyRequirement } from '@/domain/sources/view/filters'
import { computeLook, type Look, MAX_CLASSES, NO_CLASS } from '@/domain/sources/view/look'
import { type Column, textOf } from '@/domain/table/column'
import { tableOf } from '../made-table'

const packed = (...texts: string[]): Column => {
  const bytes = texts.map((text) => new TextEncoder().encode(text))
  const offsets = new Uint32Array(texts.length + 1)
  bytes.forEach((each, i) => {
    offsets[i + 1] = offsets[i]! + each.length
  })
  return { type: 'packed', offsets, bytes: Uint8Array.from(bytes.flatMap((each) => [...each])) }
}

describe('filters', () => {
  it('exclude nothing if nothing is chosen in any dimension', () => {
    expect(Object.keys(NO_FILTERS).sort()).toEqual([...DIMENSIONS].sort())
    for (const dimension of DIMENSIONS) expect(NO_FILTERS[dimension]).toEqual([])
    expect(DIMENSIONS).toEqual([...FACETS, 'departments', 'columns', 'area'])
  })

  it('for a single requirement replace other choices of findings, and keep the rest', () => {
    const filters: Filters = {
      ...NO_FILTERS,
      kinds: ['yard'],
      counties: ['610402'],
      clauses: [3],
      requirements: ['a', 'b'],
      leads: ['市生态环境局'],
      statuses: ['overdue'],
      columns: [{ column: 'name', contains: '甲' }],
    }
    expect(withOnlyRequirement(filters, 'c')).toEqual({ ...filters, clauses: [], requirements: ['c'], statuses: [] })
  })
})

describe('a condition on a column', () => {
  const columns = tableOf({
    texts: { text: ['GD-1', 'x', ''] },
    flags: { flag: [true, false, null] },
    numbers: { number: [1, 2, null] },
    days: { day: ['2022-01-01', '2022-01-10', null] },
  }).columns
  const rows = (test: ColumnTest, column: Column | undefined) => [0, 1, 2].map(compileTest(test, column))
  const NONE = [false, false, false]

  it('for a part of a text ignores case, for either type of column', () => {
    for (const column of [columns.text, packed('GD-1', 'x', '')]) {
      expect(rows({ column: '', contains: 'gd' }, column)).toEqual([true, false, false])
      expect(rows({ column: '', contains: 'X' }, column)).toEqual([false, true, false])
      expect(rows({ column: '', contains: '' }, column)).toEqual([true, true, true])
      expect(rows({ column: '', oneOf: ['x', ''] }, column)).toEqual([false, true, true])
      expect(rows({ column: '', from: null, to: null }, column)).toEqual(NONE)
    }
  })

  it('for a flag is yes, no or not recorded', () => {
    expect(FLAGS).toEqual(['否', '是', ''])
    expect(rows({ column: '', oneOf: ['是'] }, columns.flag)).toEqual([true, false, false])
    expect(rows({ column: '', oneOf: ['否'] }, columns.flag)).toEqual([false, true, false])
    expect(rows({ column: '', oneOf: [''] }, columns.flag)).toEqual([false, false, true])
    expect(rows({ column: '', from: 0, to: 1 }, columns.flag)).toEqual(NONE)
  })

  it('for a range includes both ends, and never matches a missing value, even without limits', () => {
    expect(rows({ column: '', from: 1, to: 1 }, columns.number)).toEqual([true, false, false])
    expect(rows({ column: '', from: 1.5, to: null }, columns.number)).toEqual([false, true, false])
    expect(rows({ column: '', from: null, to: null }, columns.number)).toEqual([true, true, false])
    const [first, last] = [parseDay('2022-01-01'), parseDay('2022-01-10')]
    expect(rows({ column: '', from: first, to: last }, columns.day)).toEqual([true, true, false])
    expect(rows({ column: '', from: null, to: last - 1 }, columns.day)).toEqual([true, false, false])
    expect(rows({ column: '', from: null, to: null }, columns.day)).toEqual([true, true, false])
  })

  it('never matches a column of the wrong type or a missing column', () => {
    expect(rows({ column: '', contains: '' }, columns.number)).toEqual(NONE)
    expect(rows({ column: '', oneOf: [''] }, columns.day)).toEqual(NONE)
    expect(rows({ column: '', from: null, to: null }, undefined)).toEqual(NONE)
    expect(rows({ column: '', oneOf: [''] }, undefined)).toEqual(NONE)
  })
})

describe('a selected area', () => {
  const square: Position[] = [[108, 34], [109, 34], [109, 35], [108, 35]] // biome-ignore format: a ring
  const road = { type: 'LineString' as const, coordinates: [[108.2, 34.5], [108.8, 34.5]] } // biome-ignore format: a line
  const places = {
    line: ({ code }: LineRef) => (code === 'R' ? road : null),
    county: (code: string) =>
      code === 'C'
        ? { type: 'Polygon' as const, coordinates: [[...square, square[0]!].map((each) => [...each])] }
        : null,
    around: () => ({ places: { lons: new Float64Array(), lats: new Float64Array() }, lines: [] }),
  }
  const inside = (area: Area, at: Position) => areaTest(area, places)(...at)
  const select = (operations: readonly AreaStep[], positions: readonly Position[]) => [
    ...selectRows(
      operations,
      Float64Array.from(positions, ([lon]) => lon),
      Float64Array.from(positions, ([, lat]) => lat),
      places,
    ),
  ]

  it('needs at least three corners if drawn', () => {
    expect(inside({ type: 'polygon', ring: square }, [108.5, 34.5])).toBe(true)
    expect(inside({ type: 'polygon', ring: square.slice(0, 3) }, [108.8, 34.2])).toBe(true)
    expect(inside({ type: 'polygon', ring: square.slice(0, 2) }, [108.5, 34])).toBe(false)
    expect(inside({ type: 'polygon', ring: [] }, [108.5, 34.5])).toBe(false)
  })

  it('around a point is exact to the metre, far from its edge and at it', () => {
    const circle: Area = { type: 'circle', centre: [108.5, 34.5], metres: 20_000 }
    for (const azimuth of [0, 77, 180, 300]) {
      for (const metres of [0, 10_000, 19_990, 19_999.9])
        expect(inside(circle, destination([108.5, 34.5], azimuth, metres))).toBe(true)
      for (const metres of [20_000.1, 20_010, 40_000])
        expect(inside(circle, destination([108.5, 34.5], azimuth, metres))).toBe(false)
    }
  })

  it('along an unknown road or of an unknown county is empty', () => {
    expect(inside({ type: 'line', code: 'R', metres: 500 }, destination([108.5, 34.5], 0, 490))).toBe(true)
    expect(inside({ type: 'line', code: 'R', metres: 500 }, destination([108.5, 34.5], 0, 510))).toBe(false)
    expect(inside({ type: 'line', code: '?', metres: 500 }, [108.5, 34.5])).toBe(false)
    expect(inside({ type: 'county', code: 'C' }, [108.5, 34.9])).toBe(true)
    expect(inside({ type: 'county', code: '?' }, [108.5, 34.9])).toBe(false)
  })

  it('along a line uses the line with its kind and code, the first of several if none is specified', () => {
    const lines = [
      { kind: 'road', code: '1', nth: 1 },
      { kind: 'road', code: '1', nth: 2 },
      { kind: 'river', code: '1', nth: 1 },
      { kind: 'river', code: '2', nth: 2 },
    ] as const
    const found = (along: LineRef) => lines.indexOf(lineAlong(lines, along)!)
    expect(found({ code: '1' })).toBe(0)
    expect(found({ kind: 'river', code: '1' })).toBe(2)
    expect(found({ kind: 'road', code: '1', nth: 2 })).toBe(1)
    expect(found({ code: '1', nth: 2 })).toBe(1)
    // A number from another version of the data.
    expect(found({ kind: 'road', code: '1', nth: 9 })).toBe(0)
    expect(found({ kind: 'river', code: '2' })).toBe(3)
    expect([found({ code: '3' }), found({ kind: 'road', code: '2' })]).toEqual([-1, -1])
  })

  it('in steps is the result of all; if the first subtracts or intersects, it starts with everything', () => {
    const county: Area = { type: 'county', code: 'C' }
    const east: Area = { type: 'circle', centre: [108.9, 34.5], metres: 30_000 }
    const at: Position[] = [[108.2, 34.5], [108.9, 34.5], [109.1, 34.5], [100, 20], [Number.NaN, Number.NaN]] // biome-ignore format: places
    expect(select([], at)).toEqual([1, 1, 1, 1, 1])
    expect(select([{ operation: 'add', area: county }], at)).toEqual([1, 1, 0, 0, 0])
    expect(select([{ operation: 'subtract', area: county }], at)).toEqual([0, 0, 1, 1, 1])
    expect(select([{ operation: 'intersect', area: county }], at)).toEqual([1, 1, 0, 0, 0])
    const then = (operation: AreaStep['operation']) =>
      select(
        [
          { operation: 'add', area: county },
          { operation, area: east },
        ],
        at,
      )
    expect(then('add')).toEqual([1, 1, 1, 0, 0])
    expect(then('subtract')).toEqual([1, 0, 0, 0, 0])
    expect(then('intersect')).toEqual([0, 1, 0, 0, 0])
    expect(AREA_OPERATIONS).toEqual(['add', 'subtract', 'intersect'])
  })
})

describe('a look', () => {
  const look: Look = {
    kind: 'yard',
    method: 'manual',
    classes: 3,
    breaks: [2, 4],
    fixedBreak: null,
    colour: null,
    size: null,
  }
  const table = tableOf({
    texts: { text: ['b', 'a', 'b', '', 'c'] },
    flags: { flag: [true, false, true, null, true] },
    numbers: { number: [1, 2, 3, null, 5] },
    days: { day: ['1970-01-02', '1970-01-03', '1970-01-04', null, '1970-01-06'] },
  })

  it('without colour and size has no classes and the smallest symbols', () => {
    expect(computeLook(table, look)).toEqual({
      legend: { breaks: null, categories: null, counts: [], rest: 5, sizes: null },
      classes: new Uint8Array(5).fill(NO_CLASS),
      sizes: new Uint8Array(5).fill(1),
    })
    expect(computeLook(table, { ...look, colour: 'gone', size: 'gone' }).legend).toMatchObject({ rest: 5, sizes: null })
  })

  it('by numbers or days has classes between breaks; rows without a value have none', () => {
    for (const colour of ['number', 'day']) {
      const { legend, classes } = computeLook(table, { ...look, colour })
      expect(legend).toEqual({ breaks: [2, 4], categories: null, counts: [2, 1, 1], rest: 1, sizes: null })
      expect([...classes]).toEqual([0, 0, 1, NO_CLASS, 2])
    }
    const many = computeLook(table, { ...look, colour: 'number', breaks: [1, 2, 3, 4, 5, 6, 7, 8, 9] })
    expect(many.legend.breaks).toHaveLength(MAX_CLASSES - 1)
    expect(computeLook(table, { ...look, colour: 'number', fixedBreak: 3 }).legend.breaks).toEqual([3, 4])
  })

  it('by texts or flags has a class per value, most frequent first', () => {
    expect(computeLook(table, { ...look, colour: 'text' })).toMatchObject({
      legend: { breaks: null, categories: ['b', 'a', 'c'], counts: [2, 1, 1], rest: 1 },
      classes: Uint8Array.of(0, 1, 0, NO_CLASS, 2),
    })
    expect(computeLook(table, { ...look, colour: 'flag' })).toMatchObject({
      legend: { categories: ['是', '否'], counts: [3, 1], rest: 1 },
      classes: Uint8Array.of(0, 1, 0, NO_CLASS, 0),
    })
    const own = { length: 3, columns: { text: packed('x', '', 'x') } }
    expect(computeLook(own, { ...look, colour: 'text' }).legend).toMatchObject({
      categories: ['x'],
      counts: [2],
      rest: 1,
    })
    const texts = [...'abcdefghij']
    const { legend, classes } = computeLook(tableOf({ texts: { text: texts } }), { ...look, colour: 'text' })
    expect(legend).toMatchObject({ categories: [...'abcdefg'], rest: 3 })
    expect(classes[9]).toBe(NO_CLASS)
  })

  it('by size scales the symbol’s area from the smallest to the largest number, ignoring outliers', () => {
    const { legend, sizes } = computeLook(table, { ...look, size: 'number' })
    expect(legend.sizes).toEqual([1, 3])
    expect([...sizes]).toEqual([1, 128, 255, 1, 255])
    expect(computeLook(table, { ...look, size: 'day' }).legend.sizes).toEqual([1, 3])
    const hundred = Array.from({ length: 101 }, (_, i) => (i === 100 ? 1e6 : i === 0 ? -1e6 : i))
    const wide = computeLook(tableOf({ numbers: { number: hundred } }), { ...look, size: 'number' })
    expect(wide.legend.sizes).toEqual([2, 98])
    expect([wide.sizes[0], wide.sizes[2], wide.sizes[50], wide.sizes[98], wide.sizes[100]]).toEqual([
      1, 1, 128, 255, 255,
    ])
  })

  it('by a size that is constant, or not a number, has the smallest symbols', () => {
    const same = computeLook(tableOf({ numbers: { number: [5, 5] } }), { ...look, size: 'number' })
    expect(same).toMatchObject({ legend: { sizes: [5, 5] }, sizes: Uint8Array.of(1, 1) })
    expect(computeLook(table, { ...look, size: 'text' })).toMatchObject({
      legend: { sizes: null },
      sizes: new Uint8Array(5).fill(1),
    })
    expect(computeLook(tableOf({ numbers: { number: [null] } }), { ...look, size: 'number' }).legend.sizes).toBeNull()
  })
})

describe('what the map draws', () => {
  const WORLD: Window = { west: 0, north: 0, east: 1, south: 1 }
  const CITY: Window = { west: 0.79, north: 0.39, east: 0.82, south: 0.41 }
  interface Placed {
    readonly at: Position
    readonly status?: number
    readonly masked?: boolean
  }
  function input(placed: readonly Placed[], more: Partial<DrawnSourcesInput> = {}): DrawnSourcesInput {
    const lons = Float64Array.from(placed, ({ at }) => at[0])
    const lats = Float64Array.from(placed, ({ at }) => at[1])
    const names = placed.map((_, i) => `n${i}`)
    return {
      ...mercatorPlaces(lons, lats),
      lons,
      lats,
      sameCode: new Map(),
      sources: tableOf({
        texts: {
          kind: names.map(() => 'yard'),
          code: names.map((name) => `c${name}`),
          name: names,
          grade: names.map(() => 'A'),
        },
      }),
      mask: Uint8Array.from(placed, ({ masked }) => (masked ? 0 : 1)),
      status: Uint8Array.from(placed, ({ status = STATUS.fine }) => status),
      rank: Uint32Array.from(placed, (_, i) => i),
      painted: null,
      density: { form: 'auto', of: 'count' },
      ...more,
    }
  }
  const HERE: Position = [108.7, 34.3]
  const near = (metres: number) => destination(HERE, 90, metres)
  const apart: Placed[] = [
    { at: HERE, status: STATUS.overdue },
    { at: near(40_000), status: STATUS.failing },
  ]

  it('is problems as symbols and the others as dots when zoomed out, with all displayed properties', () => {
    const placed = [
      { at: near(1) },
      { at: near(2), status: STATUS.overdue },
      { at: near(40_000), status: STATUS.failing },
    ]
    const { symbols, dots, cells, badges } = drawnSources(input(placed, { rank: Uint32Array.of(2, 0, 1) }), WORLD, 9)
    expect([...symbols.rows]).toEqual([1, 2])
    expect([...dots.rows]).toEqual([0])
    expect(cells).toBeNull()
    expect(badges.counts).toHaveLength(0)
    expect([...symbols.status]).toEqual([STATUS.overdue, STATUS.failing])
    expect([...dots.positions]).toEqual([...near(1)])
    const texts = (column: Column) => [0, 1].map((i) => textOf(column, i))
    expect(texts(symbols.names)).toEqual(['n1', 'n2'])
    expect(texts(symbols.codes)).toEqual(['cn1', 'cn2'])
    expect(texts(symbols.kinds)).toEqual(['yard', 'yard'])
    expect(texts(symbols.grades)).toEqual(['A', 'A'])
    expect(symbols.painted).toBeNull()
  })

  it('has symbols for sources without problems from zoom 12, 17 pixels apart, and dots for the rest', () => {
    const metres = (40_075_017 * Math.cos((34.3 * Math.PI) / 180)) / (512 * 2 ** 12)
    const row = Array.from({ length: 200 }, (_, i) => ({ at: near(i * metres) }))
    const { symbols, dots } = drawnSources(input(row), WORLD, 12)
    expect(Math.abs(symbols.rows.length - 200 / 17)).toBeLessThan(1.5)
    expect(symbols.rows.length + dots.rows.length).toBe(200)
    expect(drawnSources(input(row), WORLD, 11.5).symbols.rows).toHaveLength(0)
    expect(Math.abs(drawnSources(input(row), WORLD, 13).symbols.rows.length - 400 / 17)).toBeLessThan(1.5)
  })

  it('merges crowded problems into a badge with their count and worst standing, within its grid square', () => {
    const zoom = 10
    const heap: Placed[] = [
      { at: near(10), status: STATUS.overdue },
      ...Array.from({ length: 4 }, (_, i) => ({ at: near(20 + i), status: STATUS.failing })),
      { at: near(15) },
      { at: near(60_000), status: STATUS.failing },
    ]
    const { badges, symbols, dots } = drawnSources(input(heap), WORLD, zoom)
    expect([...badges.counts]).toEqual([5])
    expect([badges.overdue[0], badges.failing[0], badges.status[0]]).toEqual([1, 4, STATUS.overdue])
    expect([...badges.members].sort()).toEqual([0, 1, 2, 3, 4])
    expect([...symbols.rows]).toEqual([6])
    expect([...dots.rows]).toEqual([5])
    // Its box is that of its sources, so that pressing it can zoom to them.
    const lons = heap.slice(0, 5).map(({ at }) => at[0])
    expect([badges.bounds[0], badges.bounds[2]]).toEqual([Math.min(...lons), Math.max(...lons)])
    const [x, y] = mercator(badges.positions[0]!, badges.positions[1]!)
    const squares = (512 * 2 ** zoom) / 34
    for (const place of [x, y]) expect(Math.abs((place * squares) % 1) - 0.5).toBeLessThanOrEqual(5 / 34 + 1e-6)
    // At a high zoom nothing is merged.
    const close = drawnSources(input(heap), WORLD, 16)
    expect(close.badges.counts).toHaveLength(0)
    expect(close.symbols.rows.length + close.dots.rows.length).toBe(7)
  })

  it('keeps the position of a badge while the map is panned', () => {
    const heap = Array.from({ length: 6 }, (_, i) => ({ at: near(i * 30), status: STATUS.failing }))
    const [one, other] = [WORLD, CITY].map((window) => drawnSources(input(heap), window, 10).badges)
    expect(one!.positions).toEqual(other!.positions)
    expect([...one!.counts].reduce((sum, each) => sum + each, 0)).toBe(6)
  })

  it('shows every source in its own colour if a look has colours: no badges, and symbols when zoomed out', () => {
    const painted = { classes: new Uint8Array(6), sizes: new Uint8Array(6) }
    const heap = Array.from({ length: 6 }, (_, i) => ({ at: near(i), status: STATUS.failing }))
    const { badges, symbols, dots } = drawnSources(input(heap, { painted }), WORLD, 9)
    expect(badges.counts).toHaveLength(0)
    expect([symbols.rows.length, dots.rows.length]).toEqual([1, 5])
  })

  it('has the classes and sizes of a look', () => {
    const painted = { classes: Uint8Array.of(3, 4), sizes: Uint8Array.of(50, 60) }
    const { symbols } = drawnSources(input(apart, { painted, rank: Uint32Array.of(1, 0) }), WORLD, 9)
    expect(symbols.painted).toEqual({ classes: Uint8Array.of(4, 3), sizes: Uint8Array.of(60, 50) })
  })

  it('includes sources that are not masked, have a position and are in the window, edges included', () => {
    const placed = [...apart, { at: near(3), masked: true }, { at: [Number.NaN, Number.NaN] as Position }]
    expect([...drawnSources(input(placed), WORLD, 9).symbols.rows]).toEqual([0, 1])
    const { xs, ys } = input(placed)
    const around = (row: number): Window => ({ west: xs[row]!, east: xs[row]!, north: ys[row]!, south: ys[row]! })
    const drawn = (window: Window) => [...drawnSources(input(placed), window, 9).symbols.rows]
    expect(drawn(around(0))).toEqual([0])
    expect(drawn(around(1))).toEqual([1])
    expect(drawn({ ...around(0), west: xs[0]! + 1e-6, east: 1 })).toEqual([])
    expect(drawn({ ...around(0), east: xs[0]! - 1e-6, west: 0 })).toEqual([])
    expect(drawn({ ...around(0), north: ys[0]! + 1e-6, south: 1 })).toEqual([])
    expect(drawn({ ...around(0), south: ys[0]! - 1e-6, north: 0 })).toEqual([])
  })

  it('includes only overdue sources if only these are counted', () => {
    const density = { form: 'auto', of: 'overdue' } as const
    expect([...drawnSources(input(apart, { density }), WORLD, 9).symbols.rows]).toEqual([0])
  })

  it('is cells or heat map as chosen, up to zoom 14, and single sources from there on', () => {
    for (const form of ['cells', 'heat'] as const) {
      const density = { form, of: 'count' } as const
      const far = drawnSources(input(apart, { density }), CITY, 9)
      expect(far.symbols.rows).toHaveLength(0)
      expect(far.dots.rows).toHaveLength(0)
      expect([...far.cells!.counts]).toEqual([1, 1])
      expect([...far.cells!.overdue]).toEqual([1, 0])
      expect([...far.cells!.failing]).toEqual([0, 1])
      const close = drawnSources(input(apart, { density }), WORLD, 14)
      expect(close.cells).toBeNull()
      expect(close.symbols.rows).toHaveLength(2)
    }
    expect(DENSITY_FORMS).toEqual(['auto', 'cells', 'heat'])
    expect(DENSITY_MEASURES).toEqual(['count', 'overdue'])
  })

  it('has cells centred within half a cell of each source, only in the window', () => {
    const zoom = 9
    const density = { form: 'cells', of: 'count' } as const
    const placed = [
      ...apart,
      { at: near(90_000) },
      { at: near(3), masked: true },
      { at: destination(HERE, 180, 90_000) },
    ]
    const { cells } = drawnSources(input(placed, { density }), CITY, zoom)
    expect([...cells!.counts]).toEqual([1, 1, 1, 1])
    const half = 16 / (512 * 2 ** zoom) + 1e-6
    const centres = Array.from({ length: 4 }, (_, i) =>
      mercator(cells!.positions[2 * i]!, cells!.positions[2 * i + 1]!),
    )
    for (const { at } of placed.filter(({ masked }) => !masked)) {
      const [x, y] = mercator(...at)
      expect(centres.some(([cx, cy]) => Math.abs(cx - x) <= half && Math.abs(cy - y) <= half)).toBe(true)
    }
    const [x, y] = mercator(...HERE)
    const around = { west: x - half, east: x + half, north: y - half, south: y + half }
    expect([...drawnSources(input(placed, { density }), around, zoom).cells!.counts]).toEqual([1])
    // Cells don't move: the same cell in another window.
    const moved = { west: x - half / 2, east: x + half, north: y - half / 2, south: y + half }
    const [one, other] = [around, moved].map(
      (window) => drawnSources(input(placed, { density }), window, zoom).cells!.positions,
    )
    expect(other).toEqual(one)
  })

  it('is cells if more than 20,000 sources are in view', () => {
    const many = Array.from({ length: 20_001 }, (_, i) => ({
      at: [108 + (i % 200) / 200, 34 + Math.floor(i / 200) / 200] as Position,
    }))
    expect(drawnSources(input(many), CITY, 8).cells!.counts.reduce((sum, each) => sum + each, 0)).toBe(20_001)
    const less = drawnSources(input(many.slice(1)), CITY, 8)
    expect(less.cells).toBeNull()
    expect(less.symbols.rows.length + less.dots.rows.length).toBe(20_000)
  })
})
