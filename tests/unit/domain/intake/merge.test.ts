import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type BlankCells, type GoneRows, keysOf, mergeTables } from '@/domain/intake/merge'
import { withOriginalColumns } from '@/domain/intake/rows/original-texts'
import { type Table, valueAt } from '@/domain/table/column'
import { tableOf } from '../made-table'
import { planOf } from './town'

/** Every row of a table as a plain object. */
const rowsOf = (table: Table) =>
  Array.from({ length: table.length }, (_, row) =>
    Object.fromEntries(Object.keys(table.columns).map((name) => [name, valueAt(table, name, row)])),
  )
const merge = (
  before: Table,
  after: Table,
  {
    given = Object.keys(after.columns),
    chosen = 'remove',
    key = ['code'],
    blanks = null,
  }: {
    given?: readonly string[]
    chosen?: 'remove' | 'keep'
    key?: readonly string[]
    blanks?: BlankCells | null
  } = {},
) => mergeTables(before, after, key, new Set(given), chosen, blanks)

const BEFORE = tableOf({
  texts: { code: ['A', 'B', 'C'], name: ['甲', '乙', '丙'], county: ['01', '02', '01'], note: ['好', '', '坏'] },
  numbers: { lon: [108.1, 108.2, 108.3], area: [1, 2, null] },
  flags: { covered: [true, false, null] },
  days: { seen: ['2022-01-01', null, '2022-01-03'] },
})
const BEFORE_DAYS = rowsOf(BEFORE).map(({ seen }) => seen)

describe('a table that replaces an existing one', () => {
  it('is equal if nothing changed', () => {
    const { table, difference } = merge(BEFORE, BEFORE)
    expect(rowsOf(table)).toEqual(rowsOf(BEFORE))
    expect(difference).toEqual({
      added: 0,
      changed: 0,
      same: 3,
      gone: 0,
      blanks: 0,
      addedColumns: [],
      addedRows: [],
      changedRows: [],
      goneRows: [],
    })
  })

  it('does not leave the original text of an earlier file beside a value of the new one', () => {
    const [name, own] = ['+检查日期（原文）', '+记录（原文）']
    const before = tableOf({ texts: { code: ['A', 'B'], [name]: ['3月5日', '2022年3月'], [own]: ['甲', '乙'] } })
    const textsAfter = (...headings: string[]) => {
      const { plan } = planOf([headings, ['A', '一', '2022-03-05']], { choice: { role: 'pile' } })
      const after = withOriginalColumns(tableOf({ texts: { code: ['A'] } }), before, plan)
      return rowsOf(merge(before, after, { chosen: 'keep' }).table).map((row) => [row[name], row[own]])
    }
    expect(textsAfter('堆场编号', '堆场名称', '检查日期')).toEqual([
      [null, '甲'],
      ['2022年3月', '乙'],
    ])
    // A file without the day says nothing of it.
    expect(textsAfter('堆场编号', '堆场名称')).toEqual([
      ['3月5日', '甲'],
      ['2022年3月', '乙'],
    ])
  })

  it('reports added, changed and removed rows by key', () => {
    const after = tableOf({
      texts: { code: ['B', 'D', 'A'], name: ['乙二', '丁', '甲'], county: ['02', '01', '01'], note: ['', '', '好'] },
      numbers: { lon: [108.2, 108.4, 108.1], area: [null, 4, 1] },
      flags: { covered: [true, null, true] },
      days: { seen: [null, '2022-02-01', '2022-01-01'] },
    })
    const { table, difference } = merge(BEFORE, after)
    expect(rowsOf(table)).toEqual(rowsOf(after))
    expect(difference).toEqual({
      added: 1,
      changed: 1,
      same: 1,
      gone: 1,
      blanks: 0,
      addedColumns: [],
      addedRows: [{ key: 'D', name: '丁' }],
      changedRows: [
        {
          key: 'B',
          name: '乙二',
          fields: [
            { field: 'name', before: '乙', after: '乙二' },
            { field: 'area', before: 2, after: null },
            { field: 'covered', before: false, after: true },
          ],
        },
      ],
      goneRows: [{ key: 'C', name: '丙' }],
    })
  })

  it('keeps known values of a column that the file lacks, also if the column had another type', () => {
    const after = tableOf({
      texts: { code: ['A', 'D'], name: ['甲', '丁'], county: ['', ''], note: ['新', ''] },
      numbers: { lon: [null, null], area: [null, null] },
      flags: { covered: [null, null] },
      days: { seen: [null, null] },
    })
    const { table, difference } = merge(BEFORE, after, { given: ['code', 'name'] })
    expect(rowsOf(table)).toEqual([
      { ...rowsOf(BEFORE)[0], name: '甲' },
      { code: 'D', name: '丁', county: null, note: null, lon: null, area: null, covered: null, seen: null },
    ])
    expect(difference).toMatchObject({ added: 1, changed: 0, same: 1 })
    const others = merge(BEFORE, tableOf({ texts: { code: ['C'], name: ['丙'] } })).table
    expect(rowsOf(others)).toEqual([rowsOf(BEFORE)[2]])
  })

  it('gets new columns, whether the file has them or not', () => {
    const after = tableOf({ texts: { code: ['A', 'D'], more: ['x', 'y'] }, flags: { late: [true, false] } })
    const { table } = merge(BEFORE, after, { given: ['code'], chosen: 'keep' })
    expect(rowsOf(table).map(({ code, more, late, name }) => [code, more, late, name])).toEqual([
      ['A', 'x', true, '甲'],
      ['D', 'y', false, null],
      ['B', null, null, '乙'],
      ['C', null, null, '丙'],
    ])
  })

  it('never removes a known position or county', () => {
    const after = tableOf({
      texts: { code: ['A', 'B', 'D'], county: ['', '01', ''], note: ['', '', ''] },
      numbers: { lon: [null, 108.9, null], area: [null, null, null] },
    })
    const { table, difference } = merge(BEFORE, after)
    expect(rowsOf(table).map(({ county, lon, note, area }) => [county, lon, note, area])).toEqual([
      ['01', 108.1, null, null],
      ['01', 108.9, null, null],
      [null, null, null, null],
    ])
    expect(difference.changedRows.map(({ fields }) => fields.map(({ field }) => field))).toEqual([
      ['note', 'area'],
      ['county', 'lon', 'area'],
    ])
  })

  it('keeps rows that the file lacks, after its own, if the user chose so', () => {
    const after = tableOf({ texts: { code: ['B'], name: ['乙'] } })
    const { table, difference } = merge(BEFORE, after, { chosen: 'keep' })
    const [a, b, c] = rowsOf(BEFORE)
    expect(rowsOf(table)).toEqual([b, a, c])
    expect([difference.gone, difference.goneRows.map(({ key }) => key)]).toEqual([2, ['A', 'C']])
  })

  it('keeps the value of a blank cell, or empties it, and counts such cells', () => {
    const after = tableOf({
      texts: { code: ['A', 'B', 'C'], name: ['甲', '', '丙'], note: ['', '新', ''] },
      numbers: { area: [null, null, 3] },
      flags: { covered: [null, null, null] },
      days: { seen: [null, null, null] },
    })
    // The day of C says —, which is not blank.
    const isBlank = (column: string, row: number) => !(column === 'seen' && row === 2)
    const kept = merge(BEFORE, after, { blanks: { isBlank, chosen: 'keep' } })
    expect(rowsOf(kept.table).map(({ name, note, area, covered, seen }) => [name, note, area, covered, seen])).toEqual([
      ['甲', '好', 1, true, BEFORE_DAYS[0]],
      ['乙', '新', 2, false, null],
      ['丙', '坏', 3, null, null],
    ])
    expect(kept.difference.changedRows.map(({ key, fields }) => [key, fields.map(({ field }) => field)])).toEqual([
      ['B', ['note']],
      ['C', ['area', 'seen']],
    ])
    const emptied = merge(BEFORE, after, { blanks: { isBlank, chosen: 'empty' } })
    expect(rowsOf(emptied.table).map(({ note, covered }) => [note, covered])).toEqual([
      [null, null],
      ['新', null],
      [null, null],
    ])
    expect([kept.difference.blanks, emptied.difference.blanks]).toEqual([8, 8])
  })

  it('does not call a row changed whose running number alone is another, and lists fields before other columns', () => {
    const numbers = (...texts: string[]) =>
      tableOf({ texts: { code: ['A', 'B'], '+序号': texts, '+序号/序号': texts, '+备注': texts, name: texts } })
    const renumbered = tableOf({ texts: { code: ['A', 'B'], '+序号': ['2', '1'] } })
    const { difference, table } = merge(tableOf({ texts: { code: ['A', 'B'], '+序号': ['1', '2'] } }), renumbered)
    expect([difference.changed, difference.same]).toEqual([0, 2])
    expect(rowsOf(table).map((row) => row['+序号'])).toEqual(['2', '1'])
    // A field of an office's own kind may be called so.
    const numbered = (no: string) => tableOf({ texts: { code: ['A', 'B'], no: ['1', no], seq: ['1', '1'] } })
    expect(merge(numbered('2'), numbered('3')).difference).toMatchObject({ changed: 1, same: 1 })
    const { changedRows } = merge(numbers('1', '2'), numbers('3', '2')).difference
    expect(changedRows[0]!.fields.map(({ field }) => field)).toEqual(['name', '+备注'])
  })

  it('is compared with the first of several rows with the same key', () => {
    const twice = tableOf({ texts: { code: ['A', 'A'], name: ['一', '二'] } })
    const { difference, table } = merge(twice, tableOf({ texts: { code: ['A'], name: ['一'] } }))
    expect([difference.same, difference.changed, difference.gone, table.length]).toEqual([1, 0, 1, 1])
  })

  it('can have a key of several fields, and lists at most a thousand rows per type of change', () => {
    const before = tableOf({ texts: { point: ['p', 'p'], month: ['1', '2'], name: ['x', 'y'] } })
    const after = tableOf({ texts: { point: ['p', 'q'], month: ['2', '1'], name: ['z', 'w'] } })
    const { difference } = merge(before, after, { key: ['point', 'month'] })
    expect(difference.changedRows[0]!.key).toBe('p · 2')
    expect([difference.addedRows, difference.goneRows]).toEqual([
      [{ key: 'q · 1', name: 'w' }],
      [{ key: 'p · 1', name: 'x' }],
    ])
    expect(keysOf(before, ['point', 'month'])).toEqual(['p\u00001', 'p\u00002'])
    expect(keysOf(tableOf({ texts: { a: [''] }, numbers: { n: [null] } }), ['a', 'n', 'none'])).toEqual([
      '\u0000\u0000',
    ])
    const many = (from: number, name: string) => {
      const codes = Array.from({ length: 1500 }, (_, i) => String(from + i))
      return tableOf({ texts: { code: codes, name: codes.map(() => name) } })
    }
    const added = merge(many(0, 'x'), many(2000, 'x')).difference
    expect([added.added, added.addedRows.length, added.gone, added.goneRows.length]).toEqual([1500, 1000, 1500, 1000])
    const changed = merge(many(0, 'x'), many(0, 'y')).difference
    expect([changed.changed, changed.changedRows.length]).toEqual([1500, 1000])
  })

  it('accounts for every row of both tables', () => {
    const codes = fc.uniqueArray(fc.integer({ min: 0, max: 12 }).map(String), { maxLength: 10 })
    fc.assert(
      fc.property(codes, codes, fc.constantFrom<GoneRows[]>('keep', 'remove'), (was, is, chosen) => {
        const [before, after] = [was, is].map((each, i) =>
          tableOf({ texts: { code: each, name: each.map((code) => (code < '5' ? `${i}` : '')) } }),
        ) as [Table, Table]
        const { table, difference } = merge(before, after, { chosen })
        expect(difference.added + difference.changed + difference.same).toBe(is.length)
        expect(difference.gone).toBe(was.filter((code) => !is.includes(code)).length)
        const kept = chosen === 'keep' ? was.filter((code) => !is.includes(code)) : []
        expect(rowsOf(table).map(({ code }) => code ?? '')).toEqual([...is, ...kept])
      }),
    )
  })
})

it('names the columns that a file adds, except those without a value and those that number the rows', () => {
  const after = tableOf({
    texts: { code: ['A', 'B'], '+风险等级': ['高', ''], '+备用': ['', ''], '+序号': ['1', '2'], unread: ['x', ''] },
    numbers: { height: [3, null] },
  })
  const given = ['code', '+风险等级', '+备用', '+序号', 'height']
  const { difference } = merge(BEFORE, after, { given, chosen: 'keep' })
  expect(difference.addedColumns).toEqual(['height', '+风险等级'])
  expect(difference).toMatchObject({ changed: 0, same: 2 })
})
