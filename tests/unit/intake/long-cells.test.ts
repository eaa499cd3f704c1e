import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { parsePair } from '@/domain/intake/recognise/position-cells'
import { commonForms, parseLooseNumber, parseNumber, plainText } from '@/domain/sources/reading/cell'
import { bundleWorker, IsolatedWorker } from '../../fuzz/apart'

const LENGTH = 200_000
/** Far more than a linear reader needs; a quadratic one needs minutes. */
const HANGS_MS = 30_000

let apart: IsolatedWorker<string, 'read'>
beforeAll(async () => {
  apart = new IsolatedWorker(await bundleWorker('tests/fuzz/cells.worker.ts'), 512)
})
afterAll(() => apart.end())

describe('a cell of 200 kB is read quickly by every reader', () => {
  it.each([
    ['digits', '1', 'x'],
    ['digits and commas', '1,', 'x'],
    ['full-width digits', '７', '甲'],
    ['blanks', ' ', 'x'],
    ['blanks within', '1 ', 'x'],
    ['degrees', "1°1'", 'x'],
    ['colons', '1:', 'x'],
    ['opened brackets', '(', ''],
    ['opened full-width brackets', '（', ''],
    ['dashes', '—', 'x'],
    ['years', '2022年', 'x'],
    ['marks upon one letter', '\u0315\u0316', 'x'],
    ['ligatures that grow eighteenfold', '\ufdfa', 'x'],
  ])('%s', async (_, unit, last) => {
    expect(await apart.ask(`1${unit.repeat(LENGTH / unit.length)}${last}`, HANGS_MS)).toEqual({ answer: 'read' })
  })

  it('a cell of any content is read quickly', async () => {
    const unit = fc.string({
      unit: fc.constantFrom(...'0189.,-+eE%°′″度分秒经纬东EN ：:（()[]年月日/<L约\t\n甲a'),
      minLength: 1,
      maxLength: 6,
    })
    await fc.assert(
      fc.asyncProperty(unit, unit, async (repeated, last) => {
        const cell = repeated.repeat(Math.ceil(LENGTH / repeated.length)) + last
        expect(await apart.ask(cell, HANGS_MS)).toEqual({ answer: 'read' })
      }),
      { numRuns: 30 },
    )
  })
})

describe('values that are not too long are read as before', () => {
  it('spaces around a value do not count towards its length', () => {
    const blanks = ' '.repeat(1000)
    expect(parseNumber(`${blanks}1,234.5${blanks}`)).toBe(1234.5)
    expect(parsePair(`${blanks}108.7, 34.3${blanks}`)).toEqual([108.7, 34.3])
    expect(parseLooseNumber(`${blanks}约3000平方米`)).toBe(3000)
  })

  it('a long text is normalised in pieces', () => {
    const text = '（甲）７Ａ'.repeat(1000)
    expect(commonForms(text)).toBe(text.normalize('NFKC'))
    expect(plainText(` ${text} `)).toBe(text.normalize('NFKC'))
  })
})
