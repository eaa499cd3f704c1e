import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { textColumn } from '@/domain/table/build-column'
import { type Column, lineOf, type Table, textOf, type Value, valueAt } from '@/domain/table/column'
import { pickColumn, pickRows } from '@/domain/table/pick-rows'
import { putCells } from '@/domain/table/put-cells'
import { tableOf } from '../made-table'

/** Enough distinct texts that the column is packed. */
const MANY = Array.from({ length: 5000 }, (_, i) => `t${i}`)
const TABLE = tableOf({
  texts: { text: ['a', '', 'b'] },
  numbers: { number: [1, null, 3] },
  flags: { flag: [true, null, false] },
  days: { day: ['2022-01-01', null, '2022-01-03'] },
})
const rowsOf = (table: Table) =>
  Array.from({ length: table.length }, (_, row) => Object.keys(table.columns).map((name) => valueAt(table, name, row)))

const UNTOUCHED = rowsOf(TABLE)

describe('selected rows of a table', () => {
  it('have the values of every column, in the given order, with repetitions', () => {
    const [first, second, third] = rowsOf(TABLE)
    expect(rowsOf(pickRows(TABLE, [2, 0, 2, 1]))).toEqual([third, first, third, second])
    expect(pickRows(TABLE, [])).toMatchObject({ length: 0 })
  })

  it('keep their line numbers in the file', () => {
    expect([0, 1].map((row) => lineOf(pickRows(TABLE, [2, 0]), row))).toEqual([4, 2])
    expect(pickRows(TABLE, [0, 1]).lines).toBeUndefined()
    const spaced = { ...TABLE, lines: Uint32Array.of(2, 5, 9) }
    expect([0, 1].map((row) => lineOf(pickRows(spaced, [1, 2]), row))).toEqual([5, 9])
  })

  it('of a packed column have the same texts', () => {
    const table = { length: MANY.length, columns: { text: textColumn(MANY) } }
    expect(rowsOf(pickRows(table, [4999, 7]))).toEqual([['t4999'], ['t7']])
  })

  it('have their texts, by dictionary and packed, whatever their length in bytes', () => {
    const anyTexts = fc.array(fc.string({ unit: 'grapheme' }), { minLength: 1, maxLength: 20 })
    fc.assert(
      fc.property(anyTexts, fc.array(fc.nat(), { maxLength: 30 }), (texts, picks) => {
        const rows = picks.map((pick) => pick % texts.length)
        for (const column of [textColumn(texts), textColumn([...texts, ...MANY])]) {
          const picked = pickColumn(column, rows)
          expect(rows.map((_, i) => textOf(picked, i))).toEqual(rows.map((row) => texts[row]))
        }
      }),
    )
  })
})

describe('cells put into a column', () => {
  const put = (name: string, ...cells: [number, Value][]) => {
    const column = putCells(TABLE.columns[name]!, new Map(cells))
    expect(column.type).toBe(TABLE.columns[name]!.type)
    return rowsOf({ length: 3, columns: { [name]: column } }).flat()
  }

  it('replace the old ones; the rest stays; null is absent', () => {
    expect(put('text', [0, 'x'], [2, null])).toEqual(['x', null, null])
    expect(put('text', [1, 'b'])).toEqual(['a', 'b', 'b'])
    expect(put('number', [1, 7], [2, null])).toEqual([1, 7, null])
    expect(put('flag', [0, false], [1, true], [2, null])).toEqual([false, true, null])
    expect(put('day', [1, 19_000], [0, null])).toEqual([null, 19_000, 18_995])
    for (const name of Object.keys(TABLE.columns))
      expect(put(name)).toEqual(rowsOf(TABLE).map((row) => row[Object.keys(TABLE.columns).indexOf(name)]))
  })

  it('leave the given column unchanged', () => {
    put('number', [0, 9])
    put('flag', [0, false])
    put('day', [0, 1])
    expect(rowsOf(TABLE)).toEqual(UNTOUCHED)
  })

  it('of another type are rejected', () => {
    const refused = (name: string, value: Value) => () => putCells(TABLE.columns[name]!, new Map([[0, value]]))
    expect(refused('text', 7)).toThrow(new RangeError('no value of a text column: 7'))
    expect(refused('number', 'x')).toThrow(new RangeError('no value of a number column: x'))
    expect(refused('day', true)).toThrow(new RangeError('no value of a day column: true'))
    expect(refused('flag', 1)).toThrow(new RangeError('no value of a flag column: 1'))
  })

  it('of a packed column are found again, wherever they are', () => {
    const column: Column = textColumn(MANY)
    expect(column.type).toBe('packed')
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.nat(4999), fc.constantFrom('x', '咸阳', null)), { maxLength: 20 }), (cells) => {
        const wanted = new Map(cells)
        const next = putCells(column, wanted)
        for (const row of [...wanted.keys(), 0, 4999]) {
          const value = wanted.get(row)
          expect(textOf(next, row)).toBe(value === undefined ? `t${row}` : (value ?? ''))
        }
      }),
      { numRuns: 10 },
    )
  })
})
