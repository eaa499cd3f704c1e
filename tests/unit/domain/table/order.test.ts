import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { classAt, classBreaks } from '@/domain/table/classify'
import type { PackedColumn, TextColumn } from '@/domain/table/column'
import { filterRows } from '@/domain/table/filter'
import { countByText } from '@/domain/table/group'
import { pinyinPlaces } from '@/domain/table/pinyin-places'
import { sortByTokens, tokensOfNumbers, tokensOfPlaces } from '@/domain/table/radix-sort'
import { sortRows } from '@/domain/table/sort'
import { TextIndex } from '@/domain/table/text-index'
import { tableOf } from '../made-table'

const packed = (texts: readonly string[]): PackedColumn => {
  const parts = texts.map((text) => new TextEncoder().encode(text))
  const offsets = new Uint32Array(texts.length + 1)
  parts.forEach((part, i) => {
    offsets[i + 1] = offsets[i]! + part.length
  })
  return { type: 'packed', offsets, bytes: Uint8Array.from(parts.flatMap((part) => [...part])) }
}
const numbers = (values: readonly number[]) => Float64Array.from(values).sort()

describe('classes of values', () => {
  const choice = { method: 'equal', classes: 4, breaks: [], fixedBreak: null } as const

  it('of equal width divide the range evenly', () => {
    expect(classBreaks(numbers([0, 1, 8]), choice)).toEqual([2, 4, 6])
    expect(classBreaks(numbers([-4, 4]), { ...choice, classes: 2 })).toEqual([0])
    expect(classBreaks(numbers([0, 8]), { ...choice, classes: 1 })).toEqual([])
  })

  it('by quantiles have equal numbers of values', () => {
    const values = numbers(Array.from({ length: 100 }, (_, i) => i))
    const breaks = classBreaks(values, { ...choice, method: 'quantile' })
    const counts = [0, 0, 0, 0]
    for (const value of values) counts[classAt(value, breaks)]!++
    expect(Math.max(...counts) - Math.min(...counts)).toBeLessThanOrEqual(2)
    expect(breaks[1]).toBe(49.5)
  })

  it('by natural breaks end at gaps between values, and are no more than there are values', () => {
    const values = numbers([1, 2, 3, 20, 21, 22, 100, 101])
    expect(classBreaks(values, { ...choice, method: 'natural', classes: 3 })).toEqual([3, 22])
    expect(classBreaks(numbers([5, 5, 9]), { ...choice, method: 'natural' })).toEqual([5])
    const many = numbers(Array.from({ length: 10_000 }, (_, i) => (i < 5000 ? i / 1000 : 100 + i / 1000)))
    const [gap, ...more] = classBreaks(many, { ...choice, method: 'natural', classes: 2 })
    expect(more).toEqual([])
    expect(gap).toBeGreaterThan(4.9)
    expect(gap).toBeLessThan(5)
  })

  it('by hand use the given breaks, in order and each once', () => {
    expect(classBreaks(numbers([1, 2]), { ...choice, method: 'manual', breaks: [7, 3, 7] })).toEqual([3, 7])
  })

  it('never contain values on both sides of a limit: the nearest break is moved to it', () => {
    const values = numbers([0, 8])
    expect(classBreaks(values, { ...choice, fixedBreak: 4.5 })).toEqual([2, 4.5, 6])
    expect(classBreaks(values, { ...choice, fixedBreak: 4 })).toEqual([2, 4, 6])
    expect(classBreaks(values, { ...choice, fixedBreak: 7 })).toEqual([2, 4, 7])
    expect(classBreaks(values, { ...choice, fixedBreak: 20 })).toEqual([2, 4, 20])
    expect(classBreaks(values, { ...choice, fixedBreak: -1 })).toEqual([-1, 4, 6])
    expect(classBreaks(values, { ...choice, classes: 1, fixedBreak: 7 })).toEqual([7])
    expect(classBreaks(numbers([]), { ...choice, fixedBreak: 7 })).toEqual([7])
    expect(classBreaks(numbers([]), choice)).toEqual([])
  })

  it('put a value that equals a break into the class below it', () => {
    expect([2, 3, 3.1, 7, 8].map((value) => classAt(value, [3, 7]))).toEqual([0, 0, 1, 1, 2])
    expect(classAt(1, [])).toBe(0)
  })
})

describe('rows that meet conditions', () => {
  const table = tableOf({
    texts: { text: ['a', 'b', '', 'a'] },
    numbers: { number: [1, 2, null, 3] },
    flags: { flag: [true, false, true, true] },
    days: { day: ['2022-01-01', '2022-01-02', null, '2022-01-03'] },
  })

  it('meet all of them, ranges with both ends included', () => {
    expect([...filterRows(table, [])]).toEqual([1, 1, 1, 1])
    const oneOf = { column: 'text', oneOf: new Set(['a', '']) }
    expect([...filterRows(table, [oneOf])]).toEqual([1, 0, 0, 1])
    expect([...filterRows(table, [oneOf, { column: 'number', from: 2, to: 3 }])]).toEqual([0, 0, 0, 1])
    expect([...filterRows(table, [{ column: 'number', from: 1, to: 2 }])]).toEqual([1, 1, 0, 0])
    expect([...filterRows(table, [{ column: 'flag', from: 1, to: 1 }])]).toEqual([1, 0, 1, 1])
  })

  it('are also found in packed texts', () => {
    const columns = { text: packed(['a', 'b', '', 'a']) }
    expect([...filterRows({ length: 4, columns }, [{ column: 'text', oneOf: new Set(['a']) }])]).toEqual([1, 0, 0, 1])
  })

  it('throw for a column that is missing or has another type', () => {
    expect(() => filterRows(table, [{ column: 'x', from: 0, to: 1 }])).toThrow(new RangeError('no column x'))
    expect(() => filterRows(table, [{ column: 'number', oneOf: new Set() }])).toThrow(
      new RangeError('column number is not text'),
    )
    expect(() => filterRows(table, [{ column: 'text', from: 0, to: 1 }])).toThrow(new RangeError('column text is text'))
    expect(() => filterRows({ length: 1, columns: { p: packed(['a']) } }, [{ column: 'p', from: 0, to: 1 }])).toThrow(
      new RangeError('column p is text'),
    )
  })

  it('are counted by text, all or only those of a mask', () => {
    const column = table.columns.text as TextColumn
    expect([...countByText(column)]).toEqual([1, 2, 1])
    expect([...countByText(column, Uint8Array.of(0, 1, 1, 1))]).toEqual([1, 1, 1])
  })
})

describe('rows in order', () => {
  it('are sorted by flag and day too, missing values last in either direction, limited to a mask', () => {
    const table = tableOf({
      flags: { flag: [true, null, false, true] },
      days: { day: ['2022-01-02', null, '1969-12-31', '2022-01-01'] },
      texts: { text: ['b', '', 'a', 'a'] },
    })
    const by = (column: string, descending = false) => [...sortRows(table, [{ column, descending }])]
    expect(by('flag')).toEqual([2, 0, 3, 1])
    expect(by('flag', true)).toEqual([0, 3, 2, 1])
    expect(by('day')).toEqual([2, 3, 0, 1])
    expect(by('day', true)).toEqual([0, 3, 2, 1])
    expect(by('text')).toEqual([2, 3, 0, 1])
    expect(by('text', true)).toEqual([0, 2, 3, 1])
    expect([...sortRows(table, [{ column: 'day' }], Uint8Array.of(1, 1, 0, 1))]).toEqual([3, 0, 1])
    expect([...sortRows(table, [])]).toEqual([0, 1, 2, 3])
    expect([...sortRows(table, [{ column: 'text' }, { column: 'day' }])]).toEqual([2, 3, 0, 1])
    expect(() => sortRows(table, [{ column: 'x' }])).toThrow(new RangeError('no column x'))
  })

  it('of packed texts are sorted by pinyin, missing values last, with the same result the second time', () => {
    const table = { length: 5, columns: { text: packed(['咸阳', '', '宝鸡', '12号', '2号']) } }
    const by = (descending: boolean) => [...sortRows(table, [{ column: 'text', descending }])]
    expect(by(false)).toEqual([4, 3, 2, 0, 1])
    expect(by(true)).toEqual([0, 2, 3, 4, 1])
    expect(by(false)).toEqual([4, 3, 2, 0, 1])
  })
})

describe('ranks by pinyin', () => {
  const order = new Intl.Collator('zh-Hans-CN-u-co-pinyin', { numeric: true })
  const placesBy = (texts: readonly string[]) =>
    texts.map((text) => texts.filter((other) => order.compare(other, text) < 0).length)

  it.each([
    ['of one reading', ['咸阳市', '西安市', '渭南市', '咸阳', '']],
    ['by another reading in a word', ['重庆', '重要', '长安', '长大', '沈阳', '沈没', '重', '庆']],
    [
      'of numbers by their value',
      ['第10期', '第9期', '第009期', '第1期', '第0期', '第00000000期', '第12345678期', '第1234567期'],
    ],
    ['of letters in any case', ['A座', 'a座', 'B座', 'a', 'A', 'Ａ座']],
    ['of signs', ['一（二）', '一(二)', '一-二', '一·二', '一 二', '一二']],
    ['of characters that stand for several', ['㎡', 'm2', '①号', '1号', '½', 'ﬁ', 'fi', '😀', '\u200b', 'x']],
    ['of very long numbers', [`${'9'.repeat(251)}`, `${'9'.repeat(250)}`, `1${'0'.repeat(250)}`, '5']],
    ['of texts that differ after many letters', [`${'甲'.repeat(40)}乙`, `${'甲'.repeat(40)}丙`, '甲'.repeat(40)]],
  ])('equal those of the collator: %s', (_, texts) => {
    // Texts that the collator considers equal are ordered by row.
    const places = [...pinyinPlaces(packed(texts))]
    const wanted = placesBy(texts)
    texts.forEach((text, i) => {
      const same = texts.filter((other) => order.compare(other, text) === 0).length
      expect(places[i]).toBeGreaterThanOrEqual(wanted[i]!)
      expect(places[i]).toBeLessThan(wanted[i]! + same)
    })
  })

  it('are the same for equal texts', () => {
    expect([...pinyinPlaces(packed(['乙', '甲', '乙', '丙']))]).toEqual([2, 1, 2, 0])
    expect([...pinyinPlaces(packed(['重庆', '重', '重庆']))]).toEqual([0, 2, 0])
    expect([...pinyinPlaces(packed([]))]).toEqual([])
  })
})

describe('sorting by tokens', () => {
  it('is stable, by the first token, then the next, and does not change the given rows', () => {
    const token = fc.integer({ min: 0, max: 0xffff })
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.integer({ min: 0, max: 2 }), token)), (pairs) => {
        const rows = Uint32Array.from(pairs, (_, row) => row)
        const given = rows.slice()
        const sorted = sortByTokens(rows, [
          Uint16Array.from(pairs, ([first]) => first),
          Uint16Array.from(pairs, ([, second]) => second),
        ])
        const wanted = pairs.map((_, row) => row)
        wanted.sort((a, b) => pairs[a]![0] - pairs[b]![0] || pairs[a]![1] - pairs[b]![1] || a - b)
        expect([...sorted]).toEqual(wanted)
        expect(rows).toEqual(given)
      }),
    )
  })

  it('of ranks and numbers equals their order', () => {
    const sortedBy = <T extends Uint32Array | Float64Array>(values: T, tokens: (values: T) => Uint16Array[]) => [
      ...sortByTokens(
        Uint32Array.from(values, (_, row) => row),
        tokens(values),
      ),
    ]
    expect(sortedBy(Uint32Array.of(0x1_0000, 5, 0xffff_ffff, 0xffff, 0), tokensOfPlaces)).toEqual([4, 1, 3, 0, 2])
    expect(sortedBy(Float64Array.of(1, -2, 0.5, -0.5, -1e-300, 1e300, -0, 0), tokensOfNumbers)).toEqual([
      1, 3, 4, 6, 7, 2, 0, 5,
    ])
    // Numbers that differ only in their last bits, and the negative number closest to zero.
    const beyond = (steps: number) => 1 + steps * Number.EPSILON
    expect(sortedBy(Float64Array.of(beyond(0x9000), beyond(0x1000), beyond(0x9000_0000)), tokensOfNumbers)).toEqual([1, 0, 2]) // biome-ignore format: an order
    expect(sortedBy(Float64Array.of(-beyond(0x1000), -beyond(0x9000)), tokensOfNumbers)).toEqual([1, 0])
    expect(sortedBy(Float64Array.of(0, -Number.MIN_VALUE, Number.MIN_VALUE), tokensOfNumbers)).toEqual([1, 0, 2])
  })
})

describe('an index of texts', () => {
  it('keeps the first value by add, the last by set, and returns the previous one', () => {
    const index = new TextIndex()
    expect(index.get('a')).toBeNull()
    expect(index.add('a', 0)).toBeNull()
    expect(index.add('a', 7)).toBe(0)
    expect(index.get('a')).toBe(0)
    expect(index.set('a', 5)).toBe(0)
    expect(index.set('b', 6)).toBeNull()
    expect(index.get('a')).toBe(5)
    expect(index.get('')).toBeNull()
    expect(index.add('', 3)).toBeNull()
    expect(index.get('')).toBe(3)
  })

  it('finds a text given as UTF-8 bytes, whatever characters it has', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), fc.string({ unit: 'grapheme' }), (before, text) => {
        const whole = text.toWellFormed()
        const bytes = new TextEncoder().encode(before + whole)
        const from = bytes.length - new TextEncoder().encode(whole).length
        const index = new TextIndex()
        expect(index.addBytes(bytes, from, bytes.length, 3)).toBeNull()
        expect(index.add(whole, 4)).toBe(3)
        expect(index.addBytes(bytes, from, bytes.length, 5)).toBe(3)
        expect(index.get(`${whole}x`)).toBeNull()
      }),
    )
  })

  it('distinguishes similar texts, beyond its first capacity', () => {
    const index = new TextIndex()
    const texts = Array.from({ length: 20_000 }, (_, i) => `DC2022-${i}`)
    texts.forEach((text, i) => {
      if (index.add(text, i) !== null) throw new Error(`${text} is taken for another`)
    })
    expect(texts.every((text, i) => index.get(text) === i)).toBe(true)
    expect(texts.every((text) => index.get(`${text} `) === null)).toBe(true)
  })
})
