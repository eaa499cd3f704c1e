import { describe, expect, it } from 'vitest'
import { inOwnUnit, unitIn, unitsIn } from '@/domain/dustfall/unit'

describe('a unit of dustfall', () => {
  it.each([
    ['t/(km²·30d)', 0],
    ['t/km2·30 d', 0],
    ['t/km²·月', 0],
    ['吨/平方公里·30天', 0],
    ['吨／（平方公里·月）', 0],
    ['t·km⁻²·30d⁻¹', 0],
    ['t/(km2·month)', 0],
    ['t/(月·km2)', 0],
    ['吨每平方公里每月', 0],
    ['t/km^2', 0],
    ['g/m2·month', 0],
    ['g/㎡·月', 0],
    ['克/平方米·月', 0],
    ['mg/100cm²·月', -1],
    ['ＭＧ／１００ｃｍ２·月', -1],
    ['mg/(100 cm2·30d)', -1],
    ['毫克/100平方厘米·30天', -1],
    ['mg/cm2·月', 1],
    ['mg/m²·月', -3],
    ['kg/km2·月', -3],
    ['kg/hm²·月', -1],
    ['t/(km²·30±2d)', 0],
    ['吨/每平方公里·每月', 0],
    ['t·(km²·30d)⁻¹', 0],
    ['t km-2 30d-1', 0],
    ['t∕km²·月', 0],
    ['mg⁄100cm²·月', -1],
    ['克/米²·月', 0],
    ['吨/公里²·月', 0],
  ])('%s is t/(km²·30d) by 10^%i', (text, power) => {
    const factor = inOwnUnit(1, `1e${power}`)
    expect(unitIn(text)?.factor).toBe(factor)
    expect(unitIn(`单位：${text}`)?.factor).toBe(factor)
    expect(unitIn(`降尘量(${text})(11月)`)?.factor).toBe(factor)
  })

  it.each(['t/km²·a', 't/km²·年', 't/(km2·31d)', 'mg/m3', 'μg/m³', 't/月', 'kg/亩·月'])('%s is unknown', (text) => {
    expect(unitIn(text)).toMatchObject({ factor: null, isOwn: false })
  })

  // Taken as a month, a day would be thirty times too little.
  it.each([
    ...['g/(m²·d)', 'g/m² d', 'g/m²(d)', 'g/m²·每天', 'g/m²每日', 'g/(m2 d)', 'g m⁻² d⁻¹'].map((text) => [text, '30']),
    ...['g/m²，d', 'g/m2, d', 'g/㎡，日', 't/(km²·1d)'].map((text) => [text, '30']),
    ...['mg/m²·d', 'mg/m2-d'].map((text) => [text, '0.03']),
    ...['mg/100cm² 日', 'mg/(100cm²·d)'].map((text) => [text, '3']),
  ])('%s is per day, so that thirty times as much fall in the month of the method', (text, factor) => {
    for (const around of [text, `降尘量(${text})`, `单位：${text}`])
      expect(unitIn(around!)).toMatchObject({ factor, isDaily: true, isOwn: false })
  })

  it('is per month behind a comma, too, and no other word there is a time', () => {
    expect(unitIn('t/km²，30d')).toMatchObject({ factor: '1', isDaily: false, isOwn: true })
    for (const title of ['单位：g/m²，日期：11月5日', '单位：g/m²，天气：晴'])
      expect(unitIn(title)).toMatchObject({ text: 'g/m²', factor: '1' })
  })

  it.each(['降尘（g/㎡）日均值', 't/km²·半年', 't/km²·旬', 't/(km²·24h)', 'g/m²，年', 'g/(m²·2d)'])(
    '%s is unknown by its time',
    (text) => {
      expect(unitIn(text)).toMatchObject({ factor: null, isOwn: false })
      expect(unitIn(`降尘量(${text})(11月)`)?.factor).toBeNull()
    },
  )

  it('is that of the group above the name of a month, and no word behind it is its time', () => {
    for (const heading of ['降尘量(t/km²)/2月', '降尘量（t/km²·30d）/2月', '降尘量(t/(km²·月))/秦都区'])
      expect(unitIn(heading)).toMatchObject({ factor: '1', isOwn: true })
    for (const title of ['单位：t/km² 日期：11月5日', '单位：t/km²    年  月  日', '单位：t/km² 天气：晴'])
      expect(unitIn(title)).toMatchObject({ text: 't/km²', factor: '1' })
  })

  it('is quoted without the brackets around it', () => {
    const quoted = (text: string) => unitsIn(text).map((each) => [each.text, each.rest])
    expect(quoted('降尘量（mg/100cm²·月）')).toEqual([['mg/100cm²·月', '降尘量']])
    expect(quoted('降尘量(mg/(100cm²·月))')).toEqual([['mg/(100cm²·月)', '降尘量']])
    expect(quoted('5.3 (t/km²)')).toEqual([['t/km²', '5.3 ']])
  })

  it.each(['', '降尘量', '2022年11月', '见各行', '约3.4吨', '秦都区/渭城区', 'cat/dog'])('%s is none', (text) => {
    expect(unitIn(text)).toBeNull()
  })

  it('is not mistaken for the year behind it, and two that differ are one unknown', () => {
    expect(unitIn('单位：t/km2 2022年11月')).toMatchObject({ text: 't/km²', factor: '1', isOwn: true })
    expect(unitIn('mg/100cm2·月 t/km2·月')).toMatchObject({ text: 'mg/100cm²·月、t/km²·月', factor: null })
    expect(unitsIn('5.3mg/100cm²·月')).toMatchObject([{ factor: '0.1', rest: '5.3' }])
  })

  it('is converted exactly', () => {
    expect([inOwnUnit(62, '0.1'), inOwnUnit(0.7, '0.1'), inOwnUnit(1.1, '1')]).toEqual(['6.2', '0.07', '1.1'])
  })
})
