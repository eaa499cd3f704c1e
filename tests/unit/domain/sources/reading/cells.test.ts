import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { formatDay } from '@/domain/calendar'
import {
  commonForms,
  isAbsentMark,
  isBelowDetection,
  parseDayCell,
  parseFlag,
  parseLooseNumber,
  parseMonthCell,
  parseNumber,
  plainText,
  valueText,
} from '@/domain/sources/reading/cell'
import { creditCodeCheck, isCreditCode } from '@/domain/sources/reading/credit-code'

/** Printable ASCII in full width (U+FF01 …). */
const wide = (text: string) =>
  text.replace(/[!-~]/g, (letter) => String.fromCharCode(letter.charCodeAt(0) + 0xfee0)).replaceAll(' ', '\u3000')
const day = (cell: string) => {
  const number = parseDayCell(cell)
  return number === null ? null : formatDay(number)
}
const pad = (number: number) => String(number).padStart(2, '0')

describe('a text in a cell', () => {
  it('is the same in full width and with spaces around it', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^[!-~]{1,40}$/), fc.stringMatching(/^[ \t\u3000]{0,3}$/), (text, blanks) => {
        expect(plainText(text)).toBe(text)
        expect(plainText(`${blanks}${wide(text)}${blanks}`)).toBe(text)
        expect(valueText(`${blanks}${wide(text)}${blanks}`)).toBe(text)
      }),
    )
    expect(plainText('Ⅲ级　㎡')).toBe('III级 m2')
    expect(plainText(' a b ')).toBe('a b')
  })

  it('is left unchanged where Unicode normalisation would leave it unchanged', () => {
    for (let unit = 0; unit < 0xd800; unit++) {
      const letter = String.fromCharCode(unit)
      expect(commonForms(letter)).toBe(letter.normalize('NFKC'))
    }
  })

  it('is normalised completely, however long it is', () => {
    const long = '１２３'.repeat(1000)
    expect(commonForms(long)).toBe('123'.repeat(1000))
    expect(commonForms('１'.repeat(1024))).toBe('1'.repeat(1024))
  })

  it('has no value if it is longer than any value can be, not counting spaces around it', () => {
    expect(valueText('7'.repeat(200))).toBe('7'.repeat(200))
    expect(valueText('7'.repeat(201))).toBe('')
    expect(valueText(`${' '.repeat(300)}7`)).toBe('7')
    // One character that becomes three when normalised.
    expect(valueText('㎞'.repeat(101))).toBe('')
    expect(parseNumber('7'.repeat(201))).toBeNull()
  })
})

describe('a number in a cell', () => {
  it('is parsed as by JavaScript, with or without thousands separators', () => {
    fc.assert(
      fc.property(fc.double({ noNaN: true, noDefaultInfinity: true }), (number) => {
        expect(parseNumber(String(number))).toBe(number === 0 ? 0 : number)
        expect(parseNumber(wide(String(number)))).toBe(number === 0 ? 0 : number)
      }),
    )
    fc.assert(
      fc.property(fc.integer({ min: -1e12, max: 1e12 }), (number) => {
        expect(parseNumber(number.toLocaleString('en-US'))).toBe(number)
        expect(parseNumber(`${number.toLocaleString('en-US')}.5`)).toBe(Number(`${number}.5`))
      }),
    )
    for (const [
      cell,
      number,
    ] of [['+3', 3], ['.5', 0.5], ['.25', 0.25], ['7.', 7], ['1e3', 1000], ['1E-2', 0.01], ['2e+1', 20]] as const) // biome-ignore format: pairs
      expect(parseNumber(cell)).toBe(number)
  })

  it('is null for anything else', () => {
    for (const cell of [
      '',
      '.',
      '+',
      '-',
      'e3',
      '1e',
      '1.2.3',
      '1 2',
      '1,23',
      '1,2345',
      '--1',
      '0x10',
      'Infinity',
      'NaN',
      '7a',
      'a7',
    ])
      expect([cell, parseNumber(cell)]).toEqual([cell, null])
  })

  it('may have a unit, a percent sign or a word such as 约, but no second number', () => {
    for (const [cell, number] of [
      ['约3000', 3000],
      ['大约 85%', 85],
      ['共12家', 12],
      ['3,000平方米', 3000],
      ['7.2 t', 7.2],
      ['-1.5℃', -1.5],
      ['约12.25', 12.25],
      ['500m2', 500],
      ['500m³', 500],
      ['7.2t/(km2·30d)', 7.2],
      ['12', 12],
    ] as const)
      expect([cell, parseLooseNumber(cell)]).toEqual([cell, number])
    for (const cell of [
      '3000-5000',
      '3至5',
      '3 或 5',
      '2022年5月',
      '米',
      '约',
      '',
      '第3',
      '3!',
      '一共3',
      `3${'米'.repeat(13)}`,
    ])
      expect([cell, parseLooseNumber(cell)]).toEqual([cell, null])
  })
})

describe('a day in a cell', () => {
  const days = fc.date({ min: new Date('1954-10-03'), max: new Date('2063-12-31'), noInvalidDate: true })

  it('is read in every notation, with or without a time', () => {
    fc.assert(
      fc.property(days, (date) => {
        const iso = date.toISOString().slice(0, 10)
        const [year, month, of] = [date.getUTCFullYear(), date.getUTCMonth() + 1, date.getUTCDate()]
        const serial = Math.round((Date.parse(iso) - Date.UTC(1899, 11, 30)) / 86_400_000)
        for (const form of [
          iso,
          `${year}/${month}/${of}`,
          `${year}.${pad(month)}.${of}`,
          `${year}年${month}月${of}日`,
          `${year}年${month}月${of}`,
          `${year}${pad(month)}${pad(of)}`,
          `${iso} 8:15`,
          `${iso}T08:15:30.25Z`,
          `${year}年${month}月${of}日 08:15:00`,
          wide(iso),
          String(serial),
          `${serial}.75`,
        ])
          expect([form, day(form)]).toEqual([form, iso])
      }),
    )
  })

  it('is null for a day that does not exist, and for anything shorter or longer', () => {
    for (const cell of [
      '2022-02-30',
      '2022-13-01',
      '2022-00-10',
      '20220230',
      '202205031',
      'x20220503',
      '18991231',
      '22-05-03',
      '2022-5',
      '2022-05-03x',
      'x2022-05-03',
      '2022-05-03 8',
      '12022-05-03',
      '2022年5月3日起',
      '第2022年5月3日',
      '1 2022/5/3',
      '19999',
      '60000',
      '446840',
      'x44684',
      '44684x',
      '',
    ])
      expect([cell, day(cell)]).toEqual([cell, null])
  })
})

describe('a month in a cell', () => {
  it('is read in every notation, also from a day', () => {
    for (const cell of [
      '2022-09',
      '2022/9',
      '2022.09',
      '2022年9月',
      '2022年9月份',
      '2022年09月30日',
      '202209',
      '2022-9-30',
      '2022/09/30 08:15',
      '2022-09-30T08:15:00',
      wide('2022-09'),
    ])
      expect([cell, parseMonthCell(cell)]).toEqual([cell, '2022-09'])
    expect([1, 12].map((month) => parseMonthCell(`2022年${month}月`))).toEqual(['2022-01', '2022-12'])
  })

  it('is null for anything else', () => {
    for (const cell of [
      '2022-13',
      '2022-0',
      '202213',
      '2022',
      '9月',
      '22-09',
      '2022-09x',
      'x2022-09',
      '2022年9月底',
      'x2022年9月',
      '2022年9',
      'x202209',
      '2022099',
      '2022-09-300',
      '',
    ])
      expect([cell, parseMonthCell(cell)]).toEqual([cell, null])
  })
})

describe('yes and no', () => {
  it('are recognised as signs and words of any width, and nothing else', () => {
    const pairs = [['是', '否'], ['有', '无'], ['有', '没有'], ['√', '×'], ['✓', '✗'], ['✔', '✘'], ['☑', '☐'], ['1', '0'], ['true', 'false'], ['TRUE', 'FALSE'], ['Y', 'N'], ['y', 'n'], ['已完成', '未完成'], ['完成', '未完成'], ['已', '未'], ['达标', '不达标'], ['合格', '不合格'], ['到位', '不到位'], ['有效', '无效'], ['Ｙ', 'Ｘ'], [' 是 ', 'x']] // biome-ignore format: pairs
    for (const [yes, no] of pairs) expect([yes, no, parseFlag(yes!), parseFlag(no!)]).toEqual([yes, no, true, false])
    for (const cell of ['', '是否', '也许', '2', '—', 'yes?']) expect([cell, parseFlag(cell)]).toEqual([cell, null])
  })
})

describe('a cell marked as having no data', () => {
  it('has a dash or a word for it, and no value', () => {
    for (const cell of [
      '-',
      '—',
      '——',
      '–',
      '/',
      '\\',
      '…',
      '...',
      '~',
      '、',
      '*',
      '_',
      '无数据',
      '未测',
      '未监测',
      '缺测',
      '缺失',
      '暂无',
      '不详',
      '不涉及',
      'n/a',
      'NA',
      'null',
      'None',
      'NaN',
      ' ／ ',
    ])
      expect([cell, isAbsentMark(cell)]).toEqual([cell, true])
    for (const cell of ['', '无', '0', '-1', '无数据。', '暂无数据', 'x/', '/x', 'nano', '未检出'])
      expect([cell, isAbsentMark(cell)]).toEqual([cell, false])
  })

  it('is distinguished from below the detection limit', () => {
    for (const cell of [
      '<0.3',
      '<12.35',
      '<12.35L',
      '12.35L',
      '＜0.3',
      '≤ 0.3',
      '<0.3L',
      '0.3L',
      '3l',
      '未检出',
      'nd',
      'ND',
      '低于检出限',
      '﹤1',
    ])
      expect([cell, isBelowDetection(cell)]).toEqual([cell, true])
    for (const cell of [
      '',
      '—',
      '0.3',
      '>0.3',
      '<',
      '<x',
      'L',
      '<0.3x',
      'x<0.3',
      '1.L',
      '<0.',
      '未检出物',
      '样品ND',
      '0.3Lx',
    ])
      expect([cell, isBelowDetection(cell)]).toEqual([cell, false])
  })
})

describe('a unified social credit code (GB 32100-2015)', () => {
  /** The weights as printed in the standard's table. */
  const WEIGHTS = [1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28]
  const LETTERS = [...'0123456789ABCDEFGHJKLMNPQRTUWXY']

  it('has the check character by the standard’s table of weights', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...LETTERS), { minLength: 17, maxLength: 17 }), (letters) => {
        const sum = letters.reduce((all, letter, i) => all + LETTERS.indexOf(letter) * WEIGHTS[i]!, 0)
        const check = LETTERS[(31 - (sum % 31)) % 31]!
        const code = letters.join('')
        expect(creditCodeCheck(code)).toBe(check)
        expect(isCreditCode(code + check)).toBe(true)
        for (const other of LETTERS) if (other !== check) expect(isCreditCode(code + other)).toBe(false)
      }),
    )
  })

  it('has 18 characters of the standard’s alphabet', () => {
    const code = '91350100M000100Y43'
    expect([code, `${code}0`, code.slice(0, 17), `0${code}`, ''].map(isCreditCode)).toEqual([
      true,
      false,
      false,
      false,
      false,
    ])
    for (const letter of 'IOSVZio-') expect(creditCodeCheck(code.replace('M', letter))).toBeNull()
    expect(creditCodeCheck('91350100M000100Y')).toBeNull()
  })
})
