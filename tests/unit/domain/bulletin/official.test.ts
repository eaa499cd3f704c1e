import { describe, expect, it } from 'vitest'
import { markAsCorrection } from '@/domain/bulletin/correction-title'
import {
  formerNumber,
  keepOfficial,
  officialFieldsOfMonth,
  officialLines,
  officialText,
  withOfficialDays,
} from '@/domain/bulletin/official'
import type { MonthReport } from '@/domain/dustfall/month-report'
import { signatureIndents } from '@/io/papers/signature'

const EMPTY = officialFieldsOfMonth(undefined, '2022-10')

describe('a bulletin with a corrected figure', () => {
  const parts = (text: string) => [{ type: 'title', text } as const, { type: 'paragraph', text } as const]
  const report = (...publications: string[]) =>
    ({ rows: publications.map((publication) => ({ figure: { publication } })) }) as unknown as MonthReport

  it('states that in its title, once', () => {
    expect(markAsCorrection(parts('通报'), report('2022-11-05公布'))).toEqual(parts('通报'))
    expect(markAsCorrection(parts('通报'), report('2022-12-01由9更正为8'))).toEqual([
      { type: 'title', text: '通报（更正）' },
      { type: 'paragraph', text: '通报' },
    ])
    expect(markAsCorrection(parts('更正通报'), report('更正'))).toEqual(parts('更正通报'))
    expect(markAsCorrection(parts('更正通报'), report('2022-12-01由9更正为8'))).toEqual(parts('更正通报'))
    expect(markAsCorrection(parts('通报'), report('2022-11-05公布', '2022-12-01由9更正为8'))[0]!.text).toBe(
      '通报（更正）',
    )
    expect(markAsCorrection(parts('通报'), report('', '2022-11-05公布'))).toEqual(parts('通报'))
  })
})

describe('a text of the screen in an official document', () => {
  it('loses the spaces between Chinese and digits, and keeps other spaces', () => {
    expect(officialText('均值为 6.4 吨， 12 个区县，下降  9.0%  左右')).toBe('均值为6.4吨，12个区县，下降9.0%左右')
    expect(officialText('PM 10 与 TSP 各 3 g 为 x')).toBe('PM 10与 TSP 各3 g 为 x')
  })
})

describe('the lines around an official document', () => {
  it('are empty if nothing was entered, except for the blank number', () => {
    expect(Object.values(EMPTY).join('')).toBe('')
    expect(officialLines(EMPTY, '2022', '')).toEqual({
      head: '',
      number: '〔2022〕\u3000\u3000号',
      to: '',
      signature: '',
      date: '',
      copyTo: '',
      issuedBy: '',
      issuedOn: '',
    })
  })

  it('take their form from the number of an earlier document', () => {
    const blank = (former: string) => officialLines(EMPTY, '2023', former).number
    expect(blank('咸环函〔2022〕45号')).toBe('咸环函〔2023〕\u3000\u3000号')
    expect(blank('咸环函（2022）45')).toBe('咸环函〔2023〕\u3000\u3000号')
    expect(blank('第45期')).toBe('〔2023〕\u3000\u3000号')
    expect(blank('咸环函〔2022〕 45 号')).toBe('咸环函〔2023〕\u3000\u3000号')
    expect(blank('咸环发[2022]45号')).toBe('咸环发〔2023〕\u3000\u3000号')
    // Digits after the number: the form is not recognised.
    expect(blank('咸环函〔2022〕45号附2')).toBe('〔2023〕\u3000\u3000号')
  })

  it('have punctuation once, dates in Arabic numerals without leading zeros, and a blank date if an office signs', () => {
    const written = { ...EMPTY, to: '各区县：', copyTo: '省厅。', office: '市局', issuedOn: '2022-11-05' }
    expect(officialLines(written, '2022', '')).toMatchObject({
      to: '各区县：',
      copyTo: '抄送：省厅。',
      date: '2022年\u3000\u3000月\u3000\u3000日',
      issuedBy: '市局',
      issuedOn: '2022年11月5日印发',
    })
    expect(officialLines({ ...written, signedOn: '2023-01-04' }, '2022', '')).toMatchObject({
      number: '〔2023〕\u3000\u3000号',
      date: '2023年1月4日',
    })
    expect(withOfficialDays('2022-11-05公布；2022-12-20由9.0更正为8.8，见12022-11-05、2022-13-01')).toBe(
      '2022年11月5日公布；2022年12月20日由9.0更正为8.8，见12022-11-05、2022-13-01',
    )
  })

  it('lose only punctuation at the end', () => {
    const written = { ...EMPTY, to: '各区县：市直部门:', copyTo: '省厅。市委.' }
    expect(officialLines(written, '2022', '')).toMatchObject({ to: '各区县：市直部门：', copyTo: '抄送：省厅。市委。' })
  })

  it('accept any day of a year, and leave similar strings alone', () => {
    const day = (signedOn: string) => officialFieldsOfMonth({ months: { '2022-10': { signedOn } } }, '2022-10').signedOn
    for (const each of ['2022-01-09', '2022-09-10', '2022-10-01', '2022-11-20', '2022-12-30', '2022-05-31'])
      expect(day(each)).toBe(each)
    for (const each of [
      'x2022-10-05',
      '2022-10-05x',
      '2-10-05',
      '2022-00-10',
      '2022-13-10',
      '2022-10-00',
      '2022-10-32',
    ])
      expect(day(each), each).toBe('')
    expect(withOfficialDays('2022-05-31')).toBe('2022年5月31日')
    expect(withOfficialDays('2022-00-31、2022-05-32、2022-05-00')).toBe('2022-00-31、2022-05-32、2022-05-00')
  })

  it('are stored if nothing was stored before, or nothing for a month', () => {
    const written = { ...EMPTY, number: '环〔2022〕10号' }
    for (const before of [undefined, { office: '省局' }])
      expect(officialFieldsOfMonth(keepOfficial(before, '2022-10', written), '2022-10')).toEqual(written)
    expect([formerNumber(undefined, '2022-10'), formerNumber({ office: '市局' }, '2022-10')]).toEqual(['', ''])
    expect(officialFieldsOfMonth({ office: '市局' }, '2022-10')).toEqual({ ...EMPTY, office: '市局' })
  })

  it('use the latest earlier number, whatever the order in which they are stored', () => {
    const number = (months: readonly string[]) =>
      formerNumber({ months: Object.fromEntries(months.map((month) => [month, { number: month }])) }, '2022-10')
    expect(number(['2022-08', '2022-09', '2022-07', '2022-10', '2022-11'])).toBe('2022-09')
    expect(number(['2022-09', '2021-12', '2022-01'])).toBe('2022-09')
    expect(number(['2021-12', '2022-01', '2022-09'])).toBe('2022-09')
    expect(formerNumber({ months: { '2022-09': { number: '' }, '2022-08': { number: '8' } } }, '2022-10')).toBe('8')
  })

  it('are stored partly for all months, partly for one; fields of a newer version are kept', () => {
    const later = { seal: 'x', months: { '2022-09': { number: '环〔2022〕9号', colour: 'red' } } }
    const kept = keepOfficial(later, '2022-10', { ...EMPTY, office: ' 市局 ', number: '环〔2022〕10号' })
    expect(kept).toMatchObject({ seal: 'x', office: '市局', months: later.months })
    expect(officialFieldsOfMonth(kept, '2022-10')).toMatchObject({ office: '市局', number: '环〔2022〕10号' })
    expect(officialFieldsOfMonth(kept, '2022-11')).toMatchObject({ office: '市局', number: '' })
    expect([formerNumber(kept, '2022-11'), formerNumber(kept, '2022-10'), formerNumber(kept, '2022-09')]).toEqual([
      '环〔2022〕10号',
      '环〔2022〕9号',
      '',
    ])
    expect(
      officialFieldsOfMonth({ months: { '2022-10': { signedOn: '十月', issuedOn: '2022-10-5' } } }, '2022-10'),
    ).toEqual(EMPTY)
  })

  it('have the signature centred over a date indented by four characters for the seal, and indented by two at least', () => {
    expect(signatureIndents('咸阳市生态环境局', '2022年11月9日')).toEqual([3.25, 4])
    const [signature, date] = signatureIndents('咸'.repeat(20), '2022年11月9日')
    expect(signature).toBe(2)
    expect(date + 6.5 / 2).toBe(signature + 20 / 2)
  })
})
