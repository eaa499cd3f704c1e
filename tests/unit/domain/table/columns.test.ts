import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { absentText, constantColumn, Growing, joinTexts, packedPart, textColumn } from '@/domain/table/build-column'
import { checksum } from '@/domain/table/checksum'
import {
  type Column,
  findText,
  isEmpty,
  lineOf,
  linesOfRows,
  type PackedColumn,
  packedLength,
  rowsOfTexts,
  type TextColumn,
  textAt,
  textOf,
  textsInOrder,
  valueAt,
} from '@/domain/table/column'
import { tableOf } from '../made-table'

/** A packed column of a few texts, built as for many texts. */
function packed(texts: readonly string[]): PackedColumn {
  const parts = texts.map((text) => new TextEncoder().encode(text))
  const offsets = Uint32Array.from({ length: texts.length + 1 }, (_, i) =>
    parts.slice(0, i).reduce((sum, { length }) => sum + length, 0),
  )
  const bytes = new Uint8Array(offsets.at(-1)!)
  parts.forEach((part, i) => {
    bytes.set(part, offsets[i])
  })
  return { type: 'packed', offsets, bytes }
}
const all = (column: Column, length: number) => Array.from({ length }, (_, row) => textOf(column, row))
const TEXTS = ['ab', '', '咸阳', '😀', 'ab', 'é']

describe('columns of texts', () => {
  it('with repetitions use a dictionary with the narrowest codes; the empty text is absent', () => {
    const column = textColumn(['b', '', 'a', 'b']) as TextColumn
    expect(column).toEqual({ type: 'text', codes: Uint8Array.of(1, 0, 2, 1), dictionary: ['', 'b', 'a'] })
    const many = (count: number) => textColumn(Array.from({ length: count }, (_, i) => `t${i}`)) as TextColumn
    expect(many(255).codes).toBeInstanceOf(Uint8Array)
    expect(many(256).codes).toBeInstanceOf(Uint16Array)
    expect(all(many(300), 300)[299]).toBe('t299')
  })

  it('are packed only if more than 4,096 texts differ and these are more than half of all', () => {
    const texts = (distinct: number, rows: number) => Array.from({ length: rows }, (_, i) => `t${i % distinct}`)
    expect(textColumn(texts(4095, 4095)).type).toBe('text')
    expect(textColumn(texts(4096, 4096)).type).toBe('packed')
    expect(textColumn([...texts(4000, 20_000), ...texts(6000, 6000)]).type).toBe('text')
    const column = textColumn(texts(5000, 9000))
    expect(column.type).toBe('packed')
    expect(all(column, 9000)).toEqual(texts(5000, 9000))
  })

  it('use wide codes for more than 65,536 repeated texts', () => {
    const distinct = Array.from({ length: 65_536 }, (_, i) => `t${i}`)
    const repeated = Array.from({ length: 140_000 }, () => 'x')
    const column = textColumn([...repeated, ...distinct]) as TextColumn
    expect(column.type).toBe('text')
    expect(column.codes).toBeInstanceOf(Uint32Array)
    expect(textOf(column, 140_000 + 65_535)).toBe('t65535')
  })

  it('are equal after joining columns of any form, including parts of larger ones', () => {
    fc.assert(
      fc.property(fc.array(fc.array(fc.constantFrom(...TEXTS))), fc.infiniteStream(fc.boolean()), (columns, forms) => {
        const joined = joinTexts(
          columns.map((texts) => {
            if (forms.next().value) return textColumn(texts)
            const larger = packed(['before', ...texts, 'after'])
            return packedPart(larger, 1, 1 + texts.length)
          }),
        )
        expect(all(joined, columns.flat().length)).toEqual(columns.flat())
      }),
    )
    expect(joinTexts([textColumn(['a']), textColumn(['b'])]).type).toBe('text')
    expect(joinTexts([textColumn(['a']), packed(['b'])]).type).toBe('packed')
    const { offsets, bytes } = joinTexts([packed(['a', 'é']), textColumn(['b'])]) as PackedColumn
    expect([...offsets]).toEqual([0, 1, 3, 4])
    expect(bytes).toHaveLength(4)
  })

  it('can consist of a single text or of none', () => {
    expect(all(constantColumn('road', 3), 3)).toEqual(['road', 'road', 'road'])
    expect(isEmpty(constantColumn('', 3))).toBe(true)
    expect(constantColumn('', 3).codes).toEqual(new Uint8Array(3))
    expect(absentText(2)).toEqual({ type: 'text', codes: new Uint8Array(2), dictionary: [''] })
  })

  it('are read in order with the same result as one by one, across decoded blocks and from any row', () => {
    const texts = Array.from({ length: 600 }, (_, i) => TEXTS[i % TEXTS.length]! + (i % 50))
    for (const column of [packed(texts), textColumn(texts)]) {
      const inOrder = textsInOrder(column)
      expect(texts.map((_, row) => inOrder(row))).toEqual(texts)
      expect([599, 0, 300, 299, 255, 256].map(inOrder)).toEqual([599, 0, 300, 299, 255, 256].map((row) => texts[row]))
    }
    expect(textsInOrder(undefined)(0)).toBe('')
  })

  it('are searched for the first row with a text from a given row on', () => {
    for (const column of [textColumn(TEXTS), packed(TEXTS)]) {
      expect(findText(column, 'ab')).toBe(0)
      expect(findText(column, 'ab', 1)).toBe(4)
      expect(findText(column, 'ab', 5)).toBe(-1)
      expect(findText(column, 'é')).toBe(5)
      expect(findText(column, '咸陽')).toBe(-1)
      expect(findText(column, 'ax')).toBe(-1)
      expect(findText(column, 'abc')).toBe(-1)
    }
    expect(findText(tableOf({ numbers: { n: [1] } }).columns.n, '1')).toBe(-1)
    expect(findText(undefined, 'a')).toBe(-1)
  })

  it('are searched for all rows with one of several texts, packed or not', () => {
    const text = fc.array(fc.constantFrom('a', '咸', 'é', '😀'), { maxLength: 5 }).map((units) => units.join(''))
    const few = fc.array(text, { maxLength: 30 })
    fc.assert(
      fc.property(few, few, (texts, some) => {
        const wanted = new Set(some.filter((text) => text !== ''))
        const found = texts.flatMap((text, row) => (wanted.has(text) ? [[row, text]] : []))
        for (const column of [textColumn(texts), packed(texts)]) expect(rowsOfTexts(column, wanted)).toEqual(found)
      }),
    )
    expect(rowsOfTexts(undefined, new Set(['a']))).toEqual([])
  })
})

describe('a column', () => {
  const table = tableOf({
    texts: { text: ['a', ''] },
    numbers: { number: [0, null] },
    flags: { flag: [false, null], yes: [true, null] },
    days: { day: ['1970-01-01', null] },
  })

  it('returns a plain value, null if it is absent or the column does not exist', () => {
    const values = (row: number) =>
      ['text', 'number', 'flag', 'yes', 'day', 'none'].map((name) => valueAt(table, name, row))
    expect(values(0)).toEqual(['a', 0, false, true, 0, null])
    expect(values(1)).toEqual([null, null, null, null, null, null])
    expect(valueAt({ length: 2, columns: { text: packed(['a', '']) } }, 'text', 0)).toBe('a')
    expect(valueAt({ length: 2, columns: { text: packed(['a', '']) } }, 'text', 1)).toBeNull()
  })

  it('of another type returns no text', () => {
    expect(textAt(table, 'number', 0)).toBe('')
    expect(textAt(table, 'none', 0)).toBe('')
    expect(textAt(table, 'text', 0)).toBe('a')
  })

  it('is empty if no row has a value', () => {
    for (const column of Object.values(table.columns)) expect(isEmpty(column)).toBe(false)
    const nothing = tableOf({
      texts: { text: ['', ''] },
      numbers: { number: [null] },
      flags: { flag: [null] },
      days: { day: [null, null] },
    })
    for (const column of Object.values(nothing.columns)) expect(isEmpty(column)).toBe(true)
    expect(isEmpty(packed(['', '']))).toBe(true)
    expect(isEmpty(packed(['', 'a']))).toBe(false)
    expect(isEmpty(packedPart(packed(['a', '', 'b']), 1, 2))).toBe(true)
    expect(packedLength(packedPart(packed(['a', 'é', 'b']), 1, 3))).toBe(3)
  })
})

describe('the line numbers of a file', () => {
  it('are consecutive below the header, unless something is between the rows', () => {
    expect(lineOf({}, 0)).toBe(2)
    expect(lineOf({}, 5)).toBe(7)
    expect(lineOf({ lines: Uint32Array.of(4, 9) }, 1)).toBe(9)
    expect(linesOfRows(Uint32Array.of(2, 3, 4))).toEqual({})
    expect(linesOfRows(Uint32Array.of(2, 4))).toEqual({ lines: Uint32Array.of(2, 4) })
  })
})

describe('a growing array', () => {
  it('keeps what was added beyond its first capacity, in an array of exactly that length', () => {
    const growing = new Growing((length) => new Float64Array(length))
    for (let i = 0; i < 3000; i++) growing.push(i / 2)
    expect(growing.length).toBe(3000)
    expect(growing.at(2999)).toBe(1499.5)
    expect(growing.finish()).toEqual(Float64Array.from({ length: 3000 }, (_, i) => i / 2))
    expect(growing.reserve(10_000).length).toBeGreaterThanOrEqual(10_000)
    expect(growing.finish()).toHaveLength(3000)
  })
})

describe('the checksum of tables', () => {
  const one = (table = tableOf({ texts: { a: ['x', 'y'] }, numbers: { b: [1, 2] } }), file = 'f.csv') =>
    checksum([{ file, table }])

  it('is FNV-1a (draft-eastlake-fnv): the offset basis for nothing, otherwise updated by each byte', () => {
    expect(checksum([])).toBe('811c9dc5')
    let sum = 0x811c9dc5n
    for (const byte of new TextEncoder().encode('foobar\n')) sum = ((sum ^ BigInt(byte)) * 0x01000193n) % 2n ** 32n
    expect(checksum([{ file: 'foobar', table: { length: 0, columns: {} } }])).toBe(sum.toString(16).padStart(8, '0'))
  })

  it('continues from the checksum of earlier tables', () => {
    const tables = ['a.csv', 'b.csv'].map((file) => ({ file, table: tableOf({ texts: { a: [file] } }) }))
    expect(checksum(tables.slice(1), checksum(tables.slice(0, 1)))).toBe(checksum(tables))
  })

  it('is equal for equal data in any order of columns, and different after any change', () => {
    expect(one()).toMatch(/^[0-9a-f]{8}$/)
    const { a, b } = tableOf({ texts: { a: ['x', 'y'] }, numbers: { b: [1, 2] } }).columns
    expect(one({ length: 2, columns: { b: b!, a: a! } })).toBe(one())
    const others = [
      one(undefined, 'g.csv'),
      one(tableOf({ texts: { a: ['x', 'z'] }, numbers: { b: [1, 2] } })),
      one(tableOf({ texts: { a: ['y', 'x'] }, numbers: { b: [1, 2] } })),
      one(tableOf({ texts: { a: ['x', 'x'] }, numbers: { b: [1, 2] } })),
      one(tableOf({ texts: { a: ['x', 'y'] }, numbers: { b: [1, 3] } })),
      one(tableOf({ texts: { a: ['x', 'y'] }, numbers: { c: [1, 2] } })),
      one({ length: 2, columns: { a: packed(['x', 'y']), b: b! } }),
    ]
    expect(new Set([one(), ...others]).size).toBe(8)
    // Texts of a dictionary are separated from each other.
    const texts = (...a: string[]) => one(tableOf({ texts: { a } }))
    expect(texts('ab', 'c')).not.toBe(texts('a', 'bc'))
  })

  it('covers only its own rows if the column is a part of a larger one', () => {
    const whole = packed(['v', 'x', 'y', 'n'])
    const part = (column: Column) => checksum([{ file: 'f', table: { length: 2, columns: { a: column } } }])
    expect(part(packedPart(whole, 1, 3))).toBe(part(packed(['x', 'y'])))
    expect(part(packedPart(whole, 0, 2))).not.toBe(part(packed(['x', 'y'])))
    const values = Float64Array.of(1, 2, 3)
    expect(part({ type: 'number', values: values.subarray(1) })).toBe(
      part({ type: 'number', values: Float64Array.of(2, 3) }),
    )
  })
})
