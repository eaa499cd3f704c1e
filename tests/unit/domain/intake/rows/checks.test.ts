import { describe, expect, it } from 'vitest'
import { destination } from '@/domain/geodesy/distance'
import type { Position } from '@/domain/geodesy/position'
import { CurrentRow } from '@/domain/intake/rows/current-row'
import { DustfallChecks } from '@/domain/intake/rows/dustfall-checks'
import { EditedRows } from '@/domain/intake/rows/edited-rows'
import { KEPT_PER_GROUP, ProblemLog } from '@/domain/intake/rows/problem-log'
import { RowChecks } from '@/domain/intake/rows/row-checks'
import { readPosition } from '@/domain/intake/rows/typed-position'
import type { Problem } from '@/domain/problem'
import type { Note } from '@/domain/sources/reading/field-reader'
import { PILE, townOf } from '../town'

const HERE: Position = [108.71, 34.31]
/** The notes that a check makes: code, seen, expected, action. */
function said(act: (note: (note: Note) => void) => void): (string | undefined)[][] {
  const notes: Note[] = []
  act((note) => notes.push(note))
  return notes.map(({ code, seen, expected, action }) => [code, seen, expected, action])
}

describe('questionable dustfall values', () => {
  const checks = (figureOf: (unit: string, month: string) => number | null = () => null) =>
    new DustfallChecks(townOf([], { figureOf }))
  let rows = 0
  const doubts = (of: DustfallChecks, month: string, value: number, unit = '甲', row = rows++, givenText = '') =>
    said((note) => of.doubt({ unit, name: `${unit}县`, month, value, givenText, row, column: '降尘量' }, note))
  const asked = (of: DustfallChecks) => {
    const notes: string[] = []
    of.finish((_, column, { code, seen, expected, unit }) =>
      notes.push([code, column, unit?.name, unit?.month, seen, expected].join(' ')),
    )
    return notes
  }

  it('are those above 100', () => {
    expect(doubts(checks(), '2022-01', 100)).toEqual([])
    expect(doubts(checks(), '2022-01', 100.1)).toEqual([['value-too-large', '100.1', '≤ 100', 'kept']])
  })

  it('are those of a month after a later month of the same unit', () => {
    const of = checks()
    expect(doubts(of, '2022-03', 3)).toEqual([])
    expect(doubts(of, '2022-03', 3)).toEqual([])
    expect(doubts(of, '2022-01', 3)).toEqual([['month-order', '2022-01', '> 2022-03', 'kept']])
    expect(doubts(of, '2022-02', 3)).toEqual([])
    expect(doubts(of, '2021-01', 3, '乙')).toEqual([])
  })

  it('are none in the order of the columns of one row, such as 本月 before 去年同期', () => {
    const of = checks()
    expect(doubts(of, '2022-10', 3, '甲', 1)).toEqual([])
    expect(doubts(of, '2021-10', 3, '甲', 1)).toEqual([])
  })

  it('are those more than five times or less than a fifth of the month before, in the file or the package', () => {
    const jump = (before: number, now: number) => {
      const of = checks()
      doubts(of, '2022-01', before)
      return doubts(of, '2022-02', now)
    }
    expect(jump(1, 5)).toEqual([])
    expect(jump(1, 5.1)).toEqual([['value-jump', '5.1', '1.0', 'kept']])
    expect(jump(10, 2)).toEqual([])
    expect(jump(10, 1.9)).toEqual([['value-jump', '1.9', '10.0', 'kept']])
    // So small that the method's own uncertainty is larger.
    expect(jump(0.1, 1.1)).toEqual([])
    expect(jump(0.1, 1.2)).toHaveLength(1)
    expect(doubts(checks(), '2022-02', 90)).toEqual([])
    const known = checks((unit, month) => (unit === '甲' && month === '2021-12' ? 2 : null))
    expect(doubts(known, '2022-01', 0.3)).toEqual([['value-jump', '0.3', '2.0', 'kept']])
    expect(doubts(known, '2022-01', 0.3, '乙')).toEqual([])
  })

  it('have to be confirmed from five times the month before, in the file or the package, in any order of the rows', () => {
    const of = checks((unit, month) => (unit === '甲' && month === '2021-12' ? 2 : null))
    expect(doubts(of, '2022-01', 10)).toEqual([])
    doubts(of, '2022-03', 68.2, '乙')
    doubts(of, '2022-02', 6.8, '乙')
    doubts(of, '2022-01', 1.1, '丙')
    doubts(of, '2022-02', 5.9, '丙')
    // Asked once, for being above 100.
    doubts(of, '2022-01', 6, '丁')
    doubts(of, '2022-02', 682, '丁')
    expect(asked(of)).toEqual(['value-risen 降尘量 甲县 2022-01 10 2.0', 'value-risen 降尘量 乙县 2022-03 68.2 6.8'])
  })

  it('have to be confirmed above five times the median of at least four others of the month', () => {
    const month = (...values: number[]) => {
      const of = checks()
      values.forEach((value, i) => {
        doubts(of, '2022-01', value, `${i}`)
      })
      return asked(of)
    }
    expect(month(6.1, 6.2, 68.2, 6.5, 7.1)).toEqual(['value-above-others 降尘量 2县 2022-01 68.2 6.4'])
    expect(month(6.1, 68.2, 6.2, 62.5, 6.5, 7.1, 6.3).map((each) => each.split(' ')[4])).toEqual(['68.2', '62.5'])
    expect(month(6.1, 6.2, 68.2, 6.5)).toEqual([])
    expect(month(2, 2, 2, 2, 10)).toEqual([])
    expect(month(2, 2, 2, 2, 10.1)).toHaveLength(1)
    // Small figures differ by such factors.
    expect(month(0.1, 0.1, 0.1, 0.1, 0.5, 5.9)).toEqual([])
  })

  it('are given as written where they are below the detection limit, not as the rounded share that they count as', () => {
    const of = checks((unit, month) => (unit === '丙' && month === '2021-12' ? 0.15 : null))
    doubts(of, '2022-01', 0.15, '甲', 1, '<0.3')
    expect(doubts(of, '2022-02', 5.5)).toEqual([['value-jump', '5.5', '<0.3', 'kept']])
    // Of the package only the number is known.
    expect(doubts(of, '2022-01', 5.5, '丙')).toEqual([['value-jump', '5.5', '0.15', 'kept']])
  })

  it('are none where nothing was measured that fell: below the detection limit', () => {
    const of = checks()
    doubts(of, '2022-01', 6.5, '乙')
    expect(doubts(of, '2022-02', 0.15, '乙', 2, '<0.3')).toEqual([])
    expect(doubts(of, '2022-03', 6.5, '乙')).toEqual([])
  })

  it('are still available as earlier values; the package’s value is used if the file has none', () => {
    const of = checks((unit, month) => (unit === '甲' && month === '2021-12' ? 2 : null))
    doubts(of, '2022-01', 3)
    expect([of.valueOf('甲', '2022-01'), of.valueOf('甲', '2021-12'), of.valueOf('乙', '2022-01')]).toEqual([
      3,
      2,
      null,
    ])
  })

  it('of a repeated month return the first row of that month', () => {
    const of = checks()
    const row = (number: number) => ({ row: number, measured: String(number), value: '3' })
    expect(of.repeated('甲', '2022-01', row(2))).toBeNull()
    expect(of.repeated('甲', '2022-01', row(3))).toEqual(row(2))
    expect(of.repeated('甲', '2022-01', row(4))).toEqual(row(2))
    expect(of.repeated('甲', '2022-02', row(5))).toBeNull()
    expect(of.repeated('乙', '2022-01', row(6))).toBeNull()
  })
})

describe('checks across several rows', () => {
  const placed = (of: RowChecks, name: string, at: Position, row: number, county: string | null = '01') =>
    said((note) => of.place(name, at, county, row, note))

  it('find the first row with a repeated code', () => {
    const of = new RowChecks(townOf())
    expect([of.repeated('A1', 2), of.repeated('A2', 3), of.repeated('A1', 4), of.repeated('A1', 5)]).toEqual([
      null,
      null,
      2,
      2,
    ])
  })

  it('question a position outside the city, or within 30 m of the centre line of a river', () => {
    expect(placed(new RowChecks(townOf()), '甲', HERE, 2, null)).toEqual([
      ['position-outside', '108.710000, 34.310000', undefined, 'kept'],
    ])
    const river = (metres: number, county: string | null = '01') =>
      placed(new RowChecks(townOf([], { riverMetres: () => metres })), '甲', HERE, 2, county).map(([code]) => code)
    expect([river(29.9), river(30), river(0, null)]).toEqual([['position-in-river'], [], ['position-outside']])
  })

  it('question a row of the same name within 50 m, and report the latest such row', () => {
    const of = new RowChecks(townOf())
    expect(placed(of, '甲', HERE, 2)).toEqual([])
    expect(placed(of, '乙', HERE, 3)).toEqual([])
    expect(placed(of, '甲', destination(HERE, 90, 50.5), 4)).toEqual([])
    const rowOf = (at: Position, row: number) => {
      const notes: Note[] = []
      of.place('甲', at, '01', row, (note) => notes.push(note))
      return notes.map(({ code, earlier }) => [code, earlier])
    }
    expect(rowOf(destination(HERE, 270, 49.5), 5)).toEqual([['same-name-near', { row: 2, value: '甲' }]])
    expect(rowOf(HERE, 6)).toEqual([['same-name-near', { row: 5, value: '甲' }]])
  })

  it('remember only the last hundred positions of a name', () => {
    const of = new RowChecks(townOf())
    placed(of, '甲', HERE, 1)
    for (let i = 1; i < 100; i++) placed(of, '甲', destination(HERE, 90, 1000 * i), 1 + i)
    expect(placed(of, '甲', HERE, 101)).toHaveLength(1)
    const more = new RowChecks(townOf())
    placed(more, '甲', HERE, 1)
    for (let i = 1; i <= 100; i++) placed(more, '甲', destination(HERE, 90, 1000 * i), 1 + i)
    expect(placed(more, '甲', HERE, 102)).toEqual([])
  })
})

describe('a log of problems', () => {
  const problem = (row: number, more: Partial<Problem> = {}): Problem => ({
    code: 'not-a-date',
    file: 'a',
    row,
    ...more,
  })

  it('groups them by action, code and column, worst first, then most frequent', () => {
    const log = new ProblemLog()
    log.add(problem(2))
    for (const row of [3, 4]) log.add(problem(row, { column: '日期' }))
    for (const action of ['skipped', 'repaired', 'emptied', 'refused'] as const) log.add(problem(5, { action }))
    expect(log.groups().map(({ action, code, column, count }) => [action, code, column, count])).toEqual([
      ['refused', 'not-a-date', '', 1],
      ['emptied', 'not-a-date', '', 1],
      ['kept', 'not-a-date', '日期', 2],
      ['kept', 'not-a-date', '', 1],
      ['repaired', 'not-a-date', '', 1],
      ['skipped', 'not-a-date', '', 1],
    ])
    expect(log.groups()[2]!.first.map(({ row }) => row)).toEqual([3, 4])
    expect(new ProblemLog().groups()).toEqual([])
  })

  it('keeps a thousand problems per group, and counts all', () => {
    const log = new ProblemLog()
    for (let row = 0; row < KEPT_PER_GROUP + 5; row++) log.add(problem(row))
    const [group] = log.groups()
    expect([group!.count, group!.first.length, group!.first.at(-1)!.row]).toEqual([1005, 1000, 999])
  })

  it('adds groups that were counted elsewhere', () => {
    const log = new ProblemLog()
    log.add(problem(1, { column: '日期' }))
    log.addGroup({
      code: 'not-a-date',
      column: '日期',
      action: 'kept',
      count: 500,
      first: [problem(7, { column: '日期' })],
    })
    expect(log.groups()).toMatchObject([{ count: 501, first: [{ row: 1 }, { row: 7 }] }])
  })
})

describe('the current row', () => {
  const hand = (sheet = '表1') => {
    const log = new ProblemLog()
    const present = PILE.fields.filter(({ name }) => name !== 'material')
    return { log, hand: new CurrentRow(PILE.fields, present, ['备注'], { file: 'a.csv', sheet }, log) }
  }

  it('has the cells of the fields in its file, trimmed', () => {
    const { hand: row } = hand()
    expect([row.has('name'), row.has('material')]).toEqual([true, false])
    row.set('name', ' 甲 ')
    row.set('material', '煤')
    expect([row.get('name'), row.get('material'), row.get('code')]).toEqual(['甲', '', ''])
    // All fields but one, plus one more column.
    expect(row.cells).toHaveLength(PILE.fields.length)
    expect([row.heading('name'), row.heading('other')]).toEqual(['堆场名称', 'other'])
  })

  it('reports what is wrong, and counts repairs', () => {
    const { hand: row, log } = hand()
    row.number = 7
    row.note({ code: 'cell-repaired', seen: 'x', action: 'repaired' }, '物料')
    row.note({ code: 'row-too-long', action: 'kept' }, '')
    expect(row.refuse({ code: 'duplicate-code', seen: 'A1' }, '编号')).toBe(false)
    expect(row.repairs).toBe(1)
    const problems = log.groups().flatMap(({ first }) => first)
    expect(problems).toEqual([
      { file: 'a.csv', sheet: '表1', row: 7, column: '编号', code: 'duplicate-code', seen: 'A1', action: 'refused' },
      { file: 'a.csv', sheet: '表1', row: 7, code: 'row-too-long', action: 'kept' },
      { file: 'a.csv', sheet: '表1', row: 7, column: '物料', code: 'cell-repaired', seen: 'x', action: 'repaired' },
    ])
    const single = hand('')
    single.hand.note({ code: 'row-too-long' }, '')
    expect(single.log.groups()[0]!.first).toEqual([{ file: 'a.csv', row: 0, code: 'row-too-long' }])
  })

  it('is complete if every required cell can be parsed; codes and names are handled elsewhere', () => {
    const required = (type: 'text' | 'day' | 'number', cell: string) => {
      const log = new ProblemLog()
      const base = { title: { zh: '', en: '' }, required: true, type } as const
      const fields = ['code', 'name', 'x'].map((name) => ({ ...base, name, headings: [`${name} 列`] }))
      const row = new CurrentRow(fields, fields, [], { file: 'a', sheet: '' }, log)
      row.set('x', cell)
      return row.isComplete() || log.groups().map(({ code, column }) => `${code} ${column}`)
    }
    expect([required('text', '甲'), required('text', ' ')]).toEqual([true, ['required-missing x 列']])
    expect([required('day', '2022-10-31'), required('day', '甲')]).toEqual([true, ['not-a-date x 列']])
    expect([required('day', ''), required('number', '')]).toEqual([
      ['required-missing x 列'],
      ['required-missing x 列'],
    ])
    for (const cell of ['3.4', '约3.4', '＜0.3', '未检出'])
      expect([cell, required('number', cell)]).toEqual([cell, true])
    expect(required('number', '甲')).toEqual(['not-a-number x 列'])
    const { hand: row } = hand()
    expect(row.isComplete()).toBe(true)
  })
})

describe('values that the user set in the rows of a file', () => {
  const position = {
    columns: { lon: 2, lat: 3 },
    form: { unit: 'degrees' },
    datum: 'wgs84',
    datumColumn: null,
  } as const
  const editedOf = (edited: readonly number[], placed: readonly number[] = []) =>
    new EditedRows({
      columns: { name: 0, county: 1 },
      position,
      edits: new Map(edited.map((row) => [row, []])),
      placed: new Map(placed.map((row) => [row, HERE])),
    })
  const file = ['甲', '东县', '108.7', '34.3']
  const set = (edited: EditedRows, cells: readonly string[], row = 2, original: readonly string[] = file) => {
    edited.note('A1', row, original, cells)
    return Object.fromEntries(edited.byCode)
  }

  it('are the edited ones, with what the file had instead', () => {
    expect(set(editedOf([2]), ['乙', '西县', '108.8', '34.3'])).toEqual({
      A1: { name: '甲', county: '东县', position: '108.7, 34.3' },
    })
    expect(set(editedOf([2]), ['乙', '东县', '108.7', '34.3'])).toEqual({ A1: { name: '甲' } })
    expect(set(editedOf([2]), ['乙'], 2, [])).toEqual({ A1: { name: '' } })
    expect(set(editedOf([2]), ['甲', '东县', '108.7', '34.3'], 2, ['甲', '东县', '', ''])).toEqual({
      A1: { position: '' },
    })
  })

  it('are none if a cell was emptied or only its spaces changed, or the row was not edited', () => {
    expect(set(editedOf([2]), ['', ' ', '', ''])).toEqual({})
    expect(set(editedOf([2]), [' 甲 ', '东县 ', '108.7 ', ' 34.3'])).toEqual({})
    expect(set(editedOf([3]), ['乙', '西县', '108.8', '34.3'])).toEqual({})
  })

  it('include a position set on the map, whatever the cells contain', () => {
    expect(set(editedOf([], [2]), file)).toEqual({ A1: { position: '108.7, 34.3' } })
    expect(set(editedOf([], [2]), [], 2, [])).toEqual({ A1: { position: '' } })
  })

  it('of points include a position on the map, and the county chosen for a point without one', () => {
    const point = (code: string, row: number, county = '01') => ({
      code,
      row,
      county,
      name: code,
      at: null,
      known: null,
    })
    const lost = (row: number, chosen: string, county = '某区') => ({ key: '', name: '', rows: 1, row, chosen, county })
    const of = (...args: Parameters<EditedRows['ofPoints']>) => Object.fromEntries(editedOf([], [4]).ofPoints(...args))
    expect(of([point('a', 2), point('b', 3), point('c', 4)], [lost(3, '01')])).toEqual({
      b: { county: '某区' },
      c: { position: '' },
    })
    expect(of([point('a', 4)], [lost(4, '01', '')])).toEqual({ a: { position: '', county: '' } })
    expect(of([point('a', 2)], [lost(2, '02'), lost(2, ''), lost(3, '01')])).toEqual({})
    expect(of([point('a', 2, '')], [lost(2, '')])).toEqual({})
  })
})

describe('a position typed by the user', () => {
  it.each([
    ['108.7, 34.3', [108.7, 34.3]],
    ['34.3 108.7', [108.7, 34.3]],
    ['54, 73', [73, 54]],
    ['10, 20', [10, 20]],
    ['-70.5, 54', [-70.5, 54]],
    ['55, 73', [55, 73]],
    ['181, 3', null],
    ['108.7', null],
    ['甲', null],
    ['', null],
  ])('%j', (text, position) => expect(readPosition(text)).toEqual(position))
})
