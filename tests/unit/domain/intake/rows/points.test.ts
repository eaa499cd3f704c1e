import { describe, expect, it } from 'vitest'
import { fromWgs84 } from '@/domain/geodesy/datum-shift'
import { destination } from '@/domain/geodesy/distance'
import type { Position } from '@/domain/geodesy/position'
import { toZone } from '@/domain/geodesy/zone-grid'
import type { KnownPoint } from '@/domain/intake/intake-base'
import type { IntakePlan } from '@/domain/intake/recognise/plan'
import { placeRow, positionText } from '@/domain/intake/rows/place-row'
import { type PointInRow, PointMatcher } from '@/domain/intake/rows/point-matcher'
import type { Note } from '@/domain/sources/reading/field-reader'
import { townOf } from '../town'

/** In 东县 (01) and 西县 (02). */
const [EAST, WEST]: readonly [Position, Position] = [
  [108.71, 34.31],
  [108.69, 34.31],
]

describe('the position of a row', () => {
  const TWO = { lon: 1, lat: 2 }
  const place = (position: Partial<IntakePlan['position']>, ...cells: string[]) => {
    const notes: Note[] = []
    const whole = {
      columns: TWO,
      form: { unit: 'degrees' },
      datum: 'wgs84',
      datumColumn: null,
      ...position,
    } as IntakePlan['position']
    const at = placeRow(cells, { position: whole } as IntakePlan, null, (note) => notes.push(note))
    return { at, notes }
  }

  it('is that of its cells, converted to WGS-84', () => {
    expect(place({}, '甲', '108.71', '34.31')).toEqual({ at: EAST, notes: [] })
    expect(place({ datum: null }, '甲', '108.71', '34.31').at).toEqual(EAST)
    const [lon, lat] = fromWgs84('gcj02', EAST)
    const { at } = place({ datum: 'gcj02' }, '甲', String(lon), String(lat))
    expect(at![0]).toBeCloseTo(EAST[0], 6)
    expect(at![1]).toBeCloseTo(EAST[1], 6)
    const zone = { number: 36, prefixed: true }
    const [x, y] = toZone(zone, EAST)
    const metres = place({ form: { unit: 'metres', zone } }, '甲', String(y), String(x))
    expect([metres.at![0].toFixed(7), metres.at![1].toFixed(7), metres.notes]).toEqual([
      '108.7100000',
      '34.3100000',
      [],
    ])
  })

  it('is swapped with a note if the columns are in the other order, and without one for a pair in one cell', () => {
    expect(place({}, '甲', ' 34.31', '108.71')).toEqual({
      at: EAST,
      notes: [{ code: 'position-swapped', seen: '34.31, 108.71', became: '108.71, 34.31', action: 'repaired' }],
    })
    expect(place({ columns: { pair: 0 } }, '34.31 108.71')).toEqual({ at: EAST, notes: [] })
  })

  it('is null without a note if there is nothing to read', () => {
    for (const cells of [[], ['', '', ''], ['甲', '—', '—'], ['甲', '0', '0'], ['甲', '/', ''], ['甲', '暂无', '']])
      expect([cells, place({}, ...cells)]).toEqual([cells, { at: null, notes: [] }])
    expect(place({ columns: null }, '甲', '108.71', '34.31')).toEqual({ at: null, notes: [] })
    expect(place({ columns: { pair: 3 } }, '甲')).toEqual({ at: null, notes: [] })
  })

  it('is null with a note if something can’t be read', () => {
    const note = (seen: string) => [{ code: 'position-unreadable', seen, expected: '108.7, 34.3', action: 'emptied' }]
    expect(place({}, '甲', '路口', '北')).toEqual({ at: null, notes: note('路口, 北') })
    expect(place({}, '甲', '108.71', '')).toEqual({ at: null, notes: note('108.71, ') })
    expect(place({}, '甲', '1', '2')).toEqual({ at: null, notes: note('1, 2') })
    expect(place({}, '甲', '0', '2').notes).toEqual(note('0, 2'))
    expect(place({}, '甲', '2', '0').notes).toEqual(note('2, 0'))
    expect(place({ form: null }, '甲', '108.71', '34.31').notes).toEqual(note('108.71, 34.31'))
    expect(place({ columns: { pair: 0 } }, ' 路口 ').notes).toEqual(note('路口'))
  })

  it('is the text of its cells', () => {
    const text = (columns: IntakePlan['position']['columns'], ...cells: string[]) =>
      positionText(cells, { columns, form: null, datum: null, datumColumn: null })
    expect(text(null, '甲')).toBe('')
    expect([text({ pair: 0 }, ' 甲 '), text({ pair: 5 }, '甲')]).toEqual(['甲', ''])
    expect([text(TWO, '', ' 1 ', '2'), text(TWO, '', '1'), text(TWO, '', '', '2'), text(TWO)]).toEqual([
      '1, 2',
      '1, ',
      ', 2',
      '',
    ])
  })
})

describe('the point of a row', () => {
  const known = (code: string, name: string, county: string, more: Partial<KnownPoint> = {}): KnownPoint => ({
    code,
    name,
    county,
    at: null,
    real: true,
    ...more,
  })
  const said = (text: string, county = '', more: Partial<PointInRow> = {}): PointInRow => ({
    text,
    name: '',
    county,
    at: null,
    isCode: false,
    ...more,
  })
  /** A point book, and the refusals and notes it made for rows, each with its column. */
  function bookOf(points: readonly KnownPoint[] = [], chosen: ReadonlyMap<string, string> = new Map()) {
    const book = new PointMatcher(townOf(points), chosen)
    const words: (string | undefined)[][] = []
    const find = (of: PointInRow, row = 2) => {
      const note = ({ code, seen, expected, action }: Note, column: string) => {
        words.push([code, column, seen, expected, action])
      }
      return book.find(
        of,
        row,
        (each, column) => {
          note(each, column)
          return null
        },
        note,
      )
    }
    return { book, find, words }
  }

  it('gets a code of county and name if the package lacks it, or the code in the file', () => {
    const { find, words } = bookOf()
    expect(find(said(' 政府大院 ', '东县'))).toEqual({
      code: '01-政府大院',
      name: '政府大院',
      county: '01',
      at: null,
      known: null,
      row: 2,
    })
    expect(find(said('A01', '东县', { isCode: true, name: ' 政府大院 ' }))).toMatchObject({
      code: 'A01',
      name: '政府大院',
    })
    expect(find(said('A01', '东县'))).toMatchObject({ code: '01-A01', name: 'A01' })
    // A number is unique only within its county, whatever its heading says.
    for (const text of ['1', '1#', '#1', '12号', '12号点', '3#点'])
      expect([text, find(said(text, '东县', { isCode: true }))?.code]).toEqual([text, `01-${text}`])
    for (const text of ['1234', '1-1', 'A1#', '1#A', '##1'])
      expect([text, find(said(text, '东县', { isCode: true }))?.code]).toEqual([text, text])
    expect(words).toEqual([])
  })

  it('is in its stated county, otherwise in the one around its position; a difference is reported', () => {
    const { find, words } = bookOf()
    expect(find(said('甲', '', { at: EAST }))).toMatchObject({ county: '01', at: EAST })
    expect(find(said('乙', '东县', { at: EAST }))).toMatchObject({ county: '01' })
    expect(words).toEqual([])
    expect(find(said('丙', '东县', { at: WEST }))).toMatchObject({ county: '01', at: WEST })
    expect(words).toEqual([['county-disagrees', 'county', '东县', '西县', 'kept']])
  })

  it('is refused without a name or code, or without a county', () => {
    const { book, find, words } = bookOf()
    expect(find(said(' ', '东县'))).toBeNull()
    expect(find(said('甲'), 3)).toBeNull()
    expect(find(said('甲'), 4)).toBeNull()
    expect(find(said('甲', '某区'), 5)).toBeNull()
    expect(words).toEqual([
      ['required-missing', 'point', '', undefined, undefined],
      ['point-county-unknown', 'county', '甲', undefined, undefined],
      ['point-county-unknown', 'county', '甲', undefined, undefined],
      ['point-county-unknown', 'county', '甲 · 某区', undefined, undefined],
    ])
    const lost = book.lostPoints()
    expect(lost.map(({ key: _, ...each }) => each)).toEqual([
      { name: '甲', county: '', row: 3, rows: 2, chosen: '' },
      { name: '甲', county: '某区', row: 5, rows: 1, chosen: '' },
    ])
    expect(lost[0]!.key).not.toBe(lost[1]!.key)
    expect(bookOf().find(said('', '东县', { name: '甲' }))).toMatchObject({ code: '01-', name: '甲' })
  })

  it('is in the county chosen by the user if the row has none', () => {
    const asked = bookOf()
    for (const [name, county] of [
      ['甲', ''],
      ['乙', '某区'],
      ['丙', ''],
    ] as const)
      asked.find(said(name, county))
    const [a, b, c] = asked.book.lostPoints().map(({ key }) => key)
    const chosen = new Map([[a!, '02'], [b!, '01'], [c!, '']]) // biome-ignore format: pairs
    const { book, find } = bookOf([], chosen)
    expect(find(said('甲'), 3)).toMatchObject({ code: '02-甲' })
    expect(find(said('甲', '东县'), 4)).toMatchObject({ code: '01-甲' })
    expect(find(said('甲', '', { at: EAST }), 5)).toMatchObject({ code: '01-甲' })
    expect(find(said('乙', '某区'), 6)).toMatchObject({ code: '01-乙' })
    expect(find(said('乙'), 7)).toBeNull()
    expect(find(said('丙'), 8)).toBeNull()
    expect(book.lostPoints().map(({ name, row, rows, chosen }) => [name, row, rows, chosen])).toEqual([
      ['甲', 3, 1, '02'],
      ['乙', 6, 1, '01'],
      ['乙', 7, 1, ''],
      ['丙', 8, 1, ''],
    ])
  })

  it('is matched with the package by its code, by county and text, or by its name', () => {
    const points = [known('A01', '政府大院', '01'), known('02-1#', '一号', '02'), known('B', '学校', '02')]
    const { find, words } = bookOf(points)
    expect(find(said('A01'))).toMatchObject({ code: 'A01', name: '政府大院', county: '01', known: points[0] })
    expect(find(said('1#', '西县'))).toMatchObject({ code: '02-1#', known: points[1] })
    expect(find(said('学校'))).toMatchObject({ code: 'B', known: points[2] })
    expect(find(said('x', '西县', { name: '学校' }))).toMatchObject({ code: 'B' })
    expect(find(said('学校', '东县'))).toMatchObject({ code: '01-学校', known: null })
    expect(words).toEqual([])
  })

  it('is in the county of its position if the one written is unknown, which is reported', () => {
    const { find, words } = bookOf()
    expect(find(said('1#', '长安区', { at: WEST }))).toMatchObject({ county: '02' })
    expect(find(said('2#', '西县管委会', { at: WEST }))).toMatchObject({ county: '02' })
    expect(words).toEqual([['county-unlisted', 'county', '长安区', '西县', 'kept']])
  })

  it('is matched by code even in another county, unless the code is a number within a county', () => {
    const points = [known('A01', '甲', '01'), known('1', '乙', '01')]
    const { find, words } = bookOf(points)
    expect(find(said('A01', '西县'))).toMatchObject({ code: 'A01', county: '01' })
    expect(words).toEqual([['county-disagrees', 'county', '西县', '东县', 'kept']])
    expect(find(said('1', '西县'))).toMatchObject({ code: '02-1', known: null })
    expect(find(said('1', '东县'))).toMatchObject({ code: '1' })
    expect(find(said('1'))).toMatchObject({ code: '1' })
  })

  it('is not guessed if two counties have a point with its name', () => {
    const points = [known('01-学校', '学校', '01'), known('02-学校', '学校', '02')]
    const { book, find, words } = bookOf(points)
    expect(find(said('学校'), 7)).toBeNull()
    expect(words).toEqual([['point-ambiguous', 'county', '学校', '东县、西县', undefined]])
    expect(book.lostPoints()).toMatchObject([{ name: '学校', row: 7 }])
    expect(find(said('学校', '西县'))).toMatchObject({ code: '02-学校' })
    // Choosing a county does not help for two points in the same county.
    const twins = bookOf([known('a', '学校', '01'), known('b', '学校', '01')])
    expect(twins.find(said('学校', '东县'))).toBeNull()
    expect(twins.words).toEqual([['point-ambiguous', 'county', '学校', '东县', undefined]])
    expect(twins.book.lostPoints()).toEqual([])
  })

  it('in an unknown county is not matched by name with a point elsewhere', () => {
    const { find, words } = bookOf([known('A', '学校', '01')])
    expect(find(said('学校', '某区'))).toBeNull()
    expect(words.map(([code]) => code)).toEqual(['point-county-unknown'])
  })

  it('keeps the package’s position, and reports a different one in the file beyond 100 m', () => {
    const points = [known('A', '甲', '01', { at: EAST }), known('B', '乙', '01', { at: EAST, real: false })]
    const far = (metres: number) => destination(EAST, 90, metres)
    const { find, words } = bookOf(points)
    expect(find(said('A', '', { at: far(99) }))).toMatchObject({ at: EAST })
    expect(words).toEqual([])
    expect(find(said('A', '', { at: far(101) }))).toMatchObject({ at: EAST })
    expect(words).toEqual([
      [
        'point-moved',
        'lon',
        far(101)
          .map((each) => each.toFixed(6))
          .join(', '),
        '108.710000, 34.310000',
        'kept',
      ],
    ])
    // The position of an invented point is not compared.
    expect(find(said('B', '', { at: far(500) }))).toMatchObject({ at: far(500) })
    expect(find(said('B', '东县'))).toMatchObject({ at: null })
    expect(words).toHaveLength(1)
    const open = bookOf([known('C', '丙', '01')])
    expect(open.find(said('C', '', { at: EAST }))).toMatchObject({ at: EAST })
  })

  it('is one point with earlier kept rows: it has the first row, and the first known position', () => {
    const { book, find, words } = bookOf()
    const keep = (of: PointInRow, row: number) => {
      const point = find(of, row)!
      book.keep(point)
      return point
    }
    keep(said('甲', '东县'), 2)
    expect(keep(said('甲', '东县', { at: EAST }), 3)).toMatchObject({ row: 2, at: EAST })
    expect(keep(said('甲', '东县', { at: destination(EAST, 90, 500) }), 4)).toMatchObject({ row: 2, at: EAST })
    expect(words.map(([code]) => code)).toEqual(['point-moved'])
    // A row that was not kept adds no point.
    find(said('乙', '东县'), 5)
    expect(book.points().map(({ code }) => code)).toEqual(['01-甲'])
  })
})
