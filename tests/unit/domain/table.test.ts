import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { formatDay } from '@/domain/calendar'
import { parseDayCell, parseFlag, parseMonthCell, parseNumber } from '@/domain/sources/reading/cell'
import { isCreditCode } from '@/domain/sources/reading/credit-code'
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
  it('is filtered by texts and ranges; a missing value meets no condition', () => {
    expect([...filterRows(table, [{ column: 'value', from: 0, to: 3 }])]).toEqual([1, 1, 0, 1])
    expect([...filterRows(table, [{ column: 'name', oneOf: new Set(['', '宝泉路']) }])]).toEqual([0, 0, 1, 0])
  })

  it('is sorted by several keys, Chinese by pinyin, missing values last in either direction', () => {
    expect([...sortRows(table, [{ column: 'name' }])]).toEqual([2, 3, 0, 1])
    expect([...sortRows(table, [{ column: 'value', descending: true }, { column: 'name' }])]).toEqual([3, 0, 1, 2])
  })

  it('with many texts is sorted as by the collator, for any content', () => {
    const order = new Intl.Collator('zh-Hans-CN-u-co-pinyin', { numeric: true })
    const letters = [
      ...'项目工地咸阳市秦都区重庆长安〇号第期ABab019（）()-·、，. ＡＢ',
      '007',
      '重庆',
      '沈阳',
      '12345678',
      '项目',
      '咸阳市秦都区彩虹',
    ]
    const odd = ['é', '㎡', '①', '…', '\0', '😀', '½', '٣', 'ﬁ', '\u200b']
    const words = (alphabet: string[]) =>
      fc.array(fc.constantFrom(...alphabet), { maxLength: 9 }).map((all) => all.join(''))
    const texts = fc.oneof(
      { weight: 4, arbitrary: fc.array(words(letters), { maxLength: 80 }) },
      { weight: 1, arbitrary: fc.array(words([...letters, ...odd]), { maxLength: 80 }) },
    )
    // Enough texts that the column is packed.
    const filler = Array.from({ length: 4200 }, (_, i) => `彩虹${i * 7}号`)
    fc.assert(
      fc.property(texts, fc.boolean(), (more, descending) => {
        const all = [...more, ...filler, ...more]
        const column = textColumn(all)
        expect(column.type).toBe('packed')
        const sorted = sortRows({ length: all.length, columns: { name: column } }, [{ column: 'name', descending }])
        const wanted = all.map((_, row) => row)
        wanted.sort((a, b) => {
          const [x, y] = [all[a]!, all[b]!]
          if (x === '' || y === '') return Number(x === '') - Number(y === '') || a - b
          return (descending ? -1 : 1) * order.compare(x, y) || a - b
        })
        expect([...sorted].map((row) => all[row])).toEqual(wanted.map((row) => all[row]))
      }),
      { numRuns: 60 },
    )
  })

  it('with any numbers is sorted by their values', () => {
    const numbers = fc.array(fc.oneof(fc.double(), fc.constantFrom(0, -0, Number.POSITIVE_INFINITY, 1e-320)))
    fc.assert(
      fc.property(numbers, fc.boolean(), (values, descending) => {
        const column = { type: 'number', values: Float64Array.from(values) } as const
        const sorted = sortRows({ length: values.length, columns: { value: column } }, [
          { column: 'value', descending },
        ])
        const wanted = values.map((_, row) => row)
        wanted.sort((a, b) => {
          const [x, y] = [values[a]!, values[b]!]
          if (Number.isNaN(x) || Number.isNaN(y)) return Number(Number.isNaN(x)) - Number(Number.isNaN(y)) || a - b
          return x === y ? a - b : (x < y ? -1 : 1) * (descending ? -1 : 1)
        })
        expect([...sorted]).toEqual(wanted)
      }),
    )
  })

  it('is counted by text within a mask', () => {
    const column = textColumn(['a', 'b', 'a', '']) as TextColumn
    expect([...countByText(column, Uint8Array.of(1, 1, 0, 1))]).toEqual([1, 1, 1])
  })
})

describe('cells in the notations of offices', () => {
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

  it('are null if they contain no day', () => {
    for (const cell of ['2022-02-30', '5月3日', '很快', '7']) expect(parseDayCell(cell)).toBeNull()
  })

  it.each([
    ['1,234.5', 1234.5],
    ['７．２', 7.2],
    ['7.2 ', 7.2],
    ['-3', -3],
  ])('%s is a number', (cell, value) => expect(parseNumber(cell)).toBe(value))

  it('are null if a person must decide on the number', () => {
    for (const cell of ['未检出', '—', '＜0.3', '1,23', '', '7.2t']) expect(parseNumber(cell)).toBeNull()
  })

  it('are yes, no, or neither', () => {
    expect(['是', '√', '有', '1'].map(parseFlag)).toEqual([true, true, true, true])
    expect(['否', '×', '无', '0'].map(parseFlag)).toEqual([false, false, false, false])
    expect(parseFlag('也许')).toBeNull()
    expect(parseMonthCell('2022年9月')).toBe('2022-09')
  })

  it('accept the check character of GB 32100 in the standard’s own example', () => {
    expect(isCreditCode('91350100M000100Y43')).toBe(true)
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 16 }), (i) => {
        const code = '91350100M000100Y43'
        expect(isCreditCode(`${code.slice(0, i)}${code[i] === '7' ? '8' : '7'}${code.slice(i + 1)}`)).toBe(false)
      }),
    )
  })
})
