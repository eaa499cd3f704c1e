import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { withoutFormula } from '@/io/export/formula'
import { CsvBytes, csvCell, isPlainCell } from '@/io/package/csv-bytes'

/** The text that a function writes. */
function written(write: (csv: CsvBytes) => void): string {
  const csv = new CsvBytes()
  write(csv)
  return new TextDecoder('utf-8', { ignoreBOM: true }).decode(csv.take())
}

describe('a number in a CSV of the package', () => {
  const asString = (value: number): void => {
    expect(written((csv) => csv.number(value))).toBe(String(value))
  }

  it('has the same digits as String gives, for any number', () => {
    fc.assert(fc.property(fc.double({ noNaN: true }), asString))
    fc.assert(fc.property(fc.double({ min: -1e7, max: 1e7, noNaN: true }), asString))
  })

  it('has them for numbers written with a few decimals', () => {
    const decimals = fc.tuple(fc.integer({ min: -2_000_000_000, max: 2_000_000_000 }), fc.nat({ max: 12 }))
    fc.assert(
      fc.property(decimals, ([digits, places]) => asString(Number(`${digits}e-${places}`))),
      { numRuns: 1000 },
    )
  })

  it.each([0, -0, 1e-6, 9.9e-7, 1e-8, 0.1 + 0.2, 108.708901, 9_999_999.99999999, 1e7, 999_999_999_999_999, 1e21])(
    'has them at the limits of the fast path (%d)',
    asString,
  )

  it('is empty if it is missing', () => {
    expect(written((csv) => csv.number(Number.NaN))).toBe('')
  })
})

describe('a cell given as UTF-8 bytes', () => {
  const blanks = ['\u00a0', '\u1680', '\u2003', '\u2028', '\u202f', '\u205f', '\u3000', '\ufeff']
  const signs = ['"', ',', '\n', '\r', '\t', '\v', ' ', "'", '=', '+', '-', '@', '＝', '－', '工', 'a', '𠮷', ...blanks]

  it('is copied unchanged only if no guard is needed', () => {
    const text = fc.array(fc.constantFrom(...signs), { maxLength: 5 }).map((parts) => parts.join(''))
    fc.assert(
      fc.property(text, fc.string(), (cell, before) => {
        const bytes = new TextEncoder().encode(before + cell)
        const from = new TextEncoder().encode(before).length
        const asItIs = isPlainCell(bytes, from, bytes.length)
        if (asItIs) expect(csvCell(withoutFormula(cell))).toBe(cell)
        expect(written((csv) => (asItIs ? csv.copy(bytes, from, bytes.length) : csv.text(cell)))).toBe(
          csvCell(withoutFormula(cell)),
        )
      }),
      { numRuns: 2000 },
    )
  })

  it('is copied unchanged if it is a name or a code', () => {
    const plain = (text: string) =>
      isPlainCell(new TextEncoder().encode(text), 0, new TextEncoder().encode(text).length)
    expect(['', 'GD-1', '项目12', '秦都区 工地'].map(plain)).toEqual([true, true, true, true])
  })
})
