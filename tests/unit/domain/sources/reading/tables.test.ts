import { describe, expect, it } from 'vitest'
import type { Problem } from '@/domain/problem'
import type { Field } from '@/domain/sources/kinds/field'
import { cellText, readCell } from '@/domain/sources/reading/read-cell'
import { extraColumns, matchColumns, missingColumns, readTable, tableReader } from '@/domain/sources/reading/read-table'
import { lineOf, valueAt } from '@/domain/table/column'

const field = (name: string, type: Field['type'], heading: string, more: Partial<Field> = {}): Field => ({
  name,
  title: { zh: heading, en: name },
  headings: [heading, `${heading}名`],
  type,
  ...more,
})
const FIELDS = [
  field('code', 'text', '编号', { required: true, means: 'code' }),
  field('lon', 'number', '经度', { range: [-180, 180] }),
  field('lat', 'number', '纬度', { range: [-90, 90] }),
  field('covered', 'flag', '覆盖'),
  field('seen', 'day', '检查'),
]
const columnsOf = (...args: Parameters<typeof matchColumns>) => Object.fromEntries(matchColumns(...args))

describe('the headings of a table', () => {
  it('match fields by any of their words or by their names, in full width or with spaces', () => {
    expect(columnsOf(['检查', '编号名', 'lon', ' 覆盖 ', '其他'], FIELDS)).toEqual({
      seen: 0,
      code: 1,
      lon: 2,
      covered: 3,
    })
    expect(columnsOf(['ｌｏｎ'], FIELDS)).toEqual({ lon: 0 })
    expect(columnsOf([], FIELDS)).toEqual({})
  })

  it('match one field each, with the first of two columns', () => {
    expect(columnsOf(['编号', '编号名'], FIELDS)).toEqual({ code: 0 })
    const twins = [field('a', 'text', '甲'), field('b', 'text', '甲')]
    expect(columnsOf(['甲', '甲名'], twins)).toEqual({ a: 0, b: 1 })
    expect(columnsOf(['甲'], twins)).toEqual({ a: 0 })
  })

  it('are taken from the package’s own mapping, as far as the fields exist', () => {
    const stated = { 编号: 'seen', 代号: 'code', 某: 'gone' }
    expect(columnsOf(['编号', '代号', '某', '经度'], FIELDS, stated)).toEqual({ seen: 0, code: 1 })
  })

  it('that match no field are kept once, unless they are empty', () => {
    const header = ['编号', ' 备注 ', '', ' ', '备注', '其他']
    expect(Object.fromEntries(extraColumns(header, matchColumns(header, FIELDS)))).toEqual({ 备注: 1, 其他: 5 })
  })

  it('that are missing and required are reported', () => {
    expect(missingColumns('a.csv', ['经度', '其他'], FIELDS)).toEqual([
      { code: 'column-missing', file: 'a.csv', column: '编号', seen: '经度、其他', expected: '编号 / 编号名' },
    ])
    expect(missingColumns('a.csv', ['编号'], FIELDS)).toEqual([])
    expect(missingColumns('a.csv', ['代号'], FIELDS, { 代号: 'code' })).toEqual([])
  })
})

describe('a table', () => {
  const table = (header: string[], rows: string[][], firstLine?: number) =>
    readTable({ file: 'a.csv', header, rows, ...(firstLine === undefined ? {} : { firstLine }) }, FIELDS)

  it('has a column for every field and for unclaimed headings, and the line of each row', () => {
    const { value, problems } = table(['编号', '检查', '备注'], [['A', '2022-01-01', ' 好 '], ['B']])
    expect(problems).toEqual([])
    expect(Object.keys(value!.columns).sort()).toEqual(['+备注', 'code', 'covered', 'lat', 'lon', 'seen'])
    const row = (at: number) => ['code', 'lon', 'covered', 'seen', '+备注'].map((name) => valueAt(value!, name, at))
    expect(row(0)).toEqual(['A', null, null, 18_993, '好'])
    expect(row(1)).toEqual(['B', null, null, null, null])
    expect([value!.length, value!.lines, lineOf(value!, 1)]).toEqual([2, undefined, 3])
    expect(lineOf(table(['编号'], [['A'], ['B']], 7).value!, 1)).toBe(8)
  })

  it('is null if a required column is missing', () => {
    const { value, problems } = table(['经度'], [['108']])
    expect([value, problems.map(({ code }) => code)]).toEqual([null, ['column-missing']])
  })

  it('reports unreadable cells with file, line and heading', () => {
    const { value, problems } = table(
      ['编号', '检查名'],
      [
        ['A', '某日'],
        ['', '2022-01-01'],
      ],
    )
    expect(problems).toEqual([
      {
        file: 'a.csv',
        row: 2,
        column: '检查',
        code: 'not-a-date',
        seen: '某日',
        expected: '2022-05-03',
        action: 'emptied',
      },
      { file: 'a.csv', row: 3, column: '编号', code: 'required-missing', action: 'emptied' },
    ])
    expect(value!.length).toBe(2)
  })

  it('empties a position with swapped coordinates, and reports it once', () => {
    const place = (lon: string, lat: string) => {
      const { value, problems } = table([' 经度 ', '编号', '纬度'], [[lon, 'A', lat]])
      return [valueAt(value!, 'lon', 0), valueAt(value!, 'lat', 0), problems.map(({ code }) => code)]
    }
    expect(place('108.7', '34.3')).toEqual([108.7, 34.3, []])
    expect(place('34.3', '108.7')).toEqual([null, null, ['position-looks-swapped']])
    expect(place('90', '180')).toEqual([null, null, ['position-looks-swapped']])
    expect(place('-90', '-90.1')).toEqual([null, null, ['position-looks-swapped']])
    expect(place('34.3', '90')).toEqual([34.3, 90, []])
    expect(place('90.1', '108.7')).toEqual([90.1, null, ['out-of-range']])
    expect(place('34.3', '180.1')).toEqual([34.3, null, ['out-of-range']])
    expect(place('', '108.7')).toEqual([null, null, ['out-of-range']])
    expect(place('34.3', '')).toEqual([34.3, null, []])
    const problems: Problem[] = []
    const reader = tableReader('a.csv', ['经度 ', '编号', '纬度'], FIELDS, problems)
    reader.read(['34.3', 'A', '108.7'], 9)
    reader.read([], 10)
    expect(problems[0]).toEqual({
      file: 'a.csv',
      row: 9,
      column: '经度、纬度',
      code: 'position-looks-swapped',
      seen: '34.3, 108.7',
      action: 'emptied',
    })
    const read = reader.finish()
    expect([valueAt(read, 'code', 0), valueAt(read, 'code', 1), lineOf(read, 1)]).toEqual(['A', null, 10])
    // Without both columns nothing can be compared.
    const half = tableReader('a.csv', ['编号', '纬度'], FIELDS, [])
    half.read(['A', '34.3'], 2)
    expect(valueAt(half.finish(), 'lat', 0)).toBe(34.3)
  })
})

describe('a cell that the user edits', () => {
  const [code, lon, , covered, seen] = FIELDS as [Field, Field, Field, Field, Field]

  it('is parsed as in a file, and is null if that fails', () => {
    expect(readCell(code, ' Ａ ')).toEqual({ value: 'A', fault: null })
    expect(readCell(lon, '１０８.７')).toEqual({ value: 108.7, fault: null })
    expect(readCell(covered, '×')).toEqual({ value: false, fault: null })
    expect(readCell(seen, '')).toEqual({ value: null, fault: null })
    expect(readCell(seen, '某日')).toMatchObject({ value: null, fault: { code: 'not-a-date', seen: '某日' } })
    expect(readCell(lon, '200')).toMatchObject({ value: null, fault: { code: 'out-of-range' } })
    // A repaired value is not a fault; the first of two faults is returned.
    expect(readCell(lon, '约108')).toEqual({ value: 108, fault: null })
    const named = field('name', 'text', '名称', { required: true, values: ['甲'] })
    expect(readCell(named, ' ')).toMatchObject({ value: null, fault: { code: 'required-missing' } })
  })

  it('is written as in a file', () => {
    expect([true, false, null].map((value) => cellText('flag', value))).toEqual(['是', '否', ''])
    expect([cellText('day', 18_993), cellText('number', 18_993), cellText('text', '甲')]).toEqual([
      '2022-01-01',
      '18993',
      '甲',
    ])
  })
})
