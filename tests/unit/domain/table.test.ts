import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { formatDay } from '@/domain/calendar'
import { parseDayCell, parseFlag, parseMonthCell, parseNumber } from '@/domain/sources/cell'
import { isCreditCode } from '@/domain/sources/credit-code'
import { textColumn } from '@/domain/table/build-column'
import type { Table, TextColumn } from '@/domain/table/column'
import { filterRows } from '@/domain/table/filter'
import { countByText } from '@/domain/table/group'
import { sortRows } from '@/domain/table/sort'

const table: Table = {
  length: 4,
  columns: {
    name: textColumn(['咸宋路', '', '宝泉路', '彩虹一路']),
    value: { type: 'number', values: Float64Array.of(3, 1, Number.NaN, 3) },
  },
}

describe('a table', () => {
  it('is filtered by texts and ranges; an absent value meets no condition', () => {
    expect([...filterRows(table, [{ column: 'value', from: 0, to: 3 }])]).toEqual([1, 1, 0, 1])
    expect([...filterRows(table, [{ column: 'name', oneOf: new Set(['', '宝泉路']) }])]).toEqual([0, 0, 1, 0])
  })

  it('is sorted by several keys, Chinese by pinyin, absent last either way', () => {
    expect([...sortRows(table, [{ column: 'name' }])]).toEqual([2, 3, 0, 1])
    expect([...sortRows(table, [{ column: 'value', descending: true }, { column: 'name' }])]).toEqual([3, 0, 1, 2])
  })

  it('is counted by text within a mask', () => {
    const column = textColumn(['a', 'b', 'a', '']) as TextColumn
    expect([...countByText(column, Uint8Array.of(1, 1, 0, 1))]).toEqual([1, 1, 1])
  })
})

describe('cells as offices write them', () => {
  it.each([
    ['2022/5/3'],
    ['2022-05-03'],
    ['2022年5月3日'],
    ['20220503'],
    ['44684'],
    ['２０２２．５．３'],
    [' 2022-05-03 00:00:00'],
  ])('%s is 3 May 2022', (cell) => {
    expect(formatDay(parseDayCell(cell)!)).toBe('2022-05-03')
  })

  it('are no day where there is none', () => {
    for (const cell of ['2022-02-30', '5月3日', '很快', '7']) expect(parseDayCell(cell)).toBeNull()
  })

  it.each([
    ['1,234.5', 1234.5],
    ['７．２', 7.2],
    ['7.2 ', 7.2],
    ['-3', -3],
  ])('%s is a number', (cell, value) => expect(parseNumber(cell)).toBe(value))

  it('are no number where a person must look', () => {
    for (const cell of ['未检出', '—', '＜0.3', '1,23', '', '7.2t']) expect(parseNumber(cell)).toBeNull()
  })

  it('are yes, no, or neither', () => {
    expect(['是', '√', '有', '1'].map(parseFlag)).toEqual([true, true, true, true])
    expect(['否', '×', '无', '0'].map(parseFlag)).toEqual([false, false, false, false])
    expect(parseFlag('也许')).toBeNull()
    expect(parseMonthCell('2022年9月')).toBe('2022-09')
  })

  it('know the check character of GB 32100 by the standard’s own example', () => {
    expect(isCreditCode('91350100M000100Y43')).toBe(true)
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 16 }), (i) => {
        const code = '91350100M000100Y43'
        expect(isCreditCode(`${code.slice(0, i)}${code[i] === '7' ? '8' : '7'}${code.slice(i + 1)}`)).toBe(false)
      }),
    )
  })
})
