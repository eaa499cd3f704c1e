import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { asOfDay, asOfForNewest, asOfWith } from '@/domain/calendar'
import { sampleDustfall, wholeSample } from '@/domain/dustfall/sample'
import { dustfallForm } from '@/domain/intake/recognise/dustfall-form'
import { monthIn, monthOfHeading, monthOfValues } from '@/domain/intake/recognise/month-words'
import { isUnitRow, sumOf } from '@/domain/intake/recognise/sum-rows'
import { parseChange } from '@/domain/intake/rows/stated-checks'

describe('rows that are not data', () => {
  it.each(['t/km²·30d', '吨/平方公里·月', '(t/km2•月)', '单位：吨/（平方千米·30d）', 'g', 'cm', '天', 't/(km²·30d)'])(
    '%s is a unit',
    (cell) => expect(isUnitRow(['', cell, '', 'g'])).toBe(true),
  )
  it.each([['政府大院', 'g'], ['3.4'], ['2月'], ['月亮湾', '', 't'], ['—'], ['']])('%j is not a unit', (...cells) =>
    expect(isUnitRow(cells)).toBe(false),
  )

  const isPlace = (text: string) => ['秦都区', '秦都', '咸阳市'].includes(text)
  it.each([
    ['合计', 'other'],
    ['平 均', 'mean'],
    ['秦都区平均', 'mean'],
    ['全市均值', 'mean'],
    ['全市', 'mean'],
    ['最大值', 'highest'],
    ['咸阳市最低值', 'lowest'],
    ['平均路小学', null],
    ['县政府', null],
    ['东区', null],
    ['不知名平均', null],
  ])('%s is the summary %s', (cell, sum) => expect(sumOf(cell, isPlace)).toBe(sum))
})

describe('months written in words', () => {
  it.each([
    ['10月降尘量', '长治市2021年降尘', '2021-10'],
    ['10月降尘量', 'changzhi-2021-10', '2021-10'],
    ['10月份降尘量(t/km²·30d)', '2021年', '2021-10'],
    ['2021年10月降尘量', '2022-01', '2021-10'],
    ['10月降尘量', '2022-01 通报', null],
    ['10月降尘量', '通报', null],
    ['降尘量', '2022年3月', '2022-03'],
    ['1-10月降尘量', '2022年10月', '2022-10'],
  ])('%s under %s', (heading, about, month) => expect(monthOfValues(heading, about)).toBe(month))

  it('a range of months is not a month', () => {
    expect(monthIn('2022年1-10月')).toBeNull()
    expect(monthOfHeading('2022年1—3月', null)).toBeNull()
    expect(monthOfHeading('1-10月', '2022')).toBeNull()
  })
})

describe('forms of a table', () => {
  const units = { isCounty: (text: string) => /区$|县$/.test(text), isPoint: () => false }
  const form = (names: string[], row: string[]) => dustfallForm(names, [row, row], '2026年降尘', units).form

  it('numbers of points and cylinders are not points in columns', () => {
    expect(form(['县区', '点位编号', '月份', '降尘量', '采样缸编号'], ['秦都区', '1', '2026-01', '3.4', '7'])).toBe(
      'long',
    )
    expect(form(['县区', '站点', '1月', '2月'], ['秦都区', '县政府', '3.4', '4.0'])).toBe('months')
    expect(form(['月份', '秦都区', '乾县'], ['2026-01', '3.4', '4.0'])).toBe('points')
  })
})

describe('changes in percent', () => {
  it.each([
    ['-50.0', -50],
    ['−50.0%', -50],
    ['下降50.0%', -50],
    ['↓50', -50],
    ['↑7.7%', 7.7],
    ['上升7.7', 7.7],
    ['+7.7', 7.7],
    ['持平', 0],
    ['—', null],
    ['较好', null],
  ])('%s', (cell, percent) => expect(parseChange(cell)).toBe(percent))
})

describe('the mouth of a cylinder given by its area', () => {
  const cells = { dishGrams: 60, dustedGrams: 60.02, blankGrams: 0, days: 30 }
  it('takes precedence over the diameter, and is shown as the diameter of its circle', () => {
    const sample = wholeSample({ ...cells, mouthCm: null, mouthCm2: 177.4 })!
    expect(sample.mouthCm).toBe(15.03)
    expect(Number(sampleDustfall(sample))).toBeCloseTo((0.02 * 300_000) / (177.4 * 30), 12)
    const both = wholeSample({ ...cells, mouthCm: 15, mouthCm2: 177.4 })!
    expect(Number(sampleDustfall(both))).toBe(Number(sampleDustfall(sample)))
    expect(wholeSample({ ...cells, mouthCm: null, mouthCm2: null })).toBeNull()
  })
})

describe('the as-of date', () => {
  const day = fc
    .date({ min: new Date('2020-01-01'), max: new Date('2030-12-31'), noInvalidDate: true })
    .map((at) => at.toISOString().slice(0, 10))

  it('"today" is the current day, any other value stays', () => {
    expect(asOfDay('today', '2026-05-06')).toBe('2026-05-06')
    expect(asOfDay('2022-10-31', '2026-05-06')).toBe('2022-10-31')
    expect(asOfWith('today', '2026-03', '2026-05-06')).toBe('today')
  })

  it('of data is the end of its newest month, never after today, in any year of four digits', () => {
    expect(asOfForNewest('2021-10', '2026-05-06')).toBe('2021-10-31')
    expect(asOfForNewest('2024-02', '2026-05-06')).toBe('2024-02-29')
    expect(asOfForNewest('2026-05', '2026-05-06')).toBe('2026-05-06')
    for (const month of ['2206-02', '9999-12']) expect(asOfWith('2022-10-31', month, '2026-05-06')).toBe('2026-05-06')
  })

  it('moves to the end of the month of newer data, never back and never after today', () => {
    expect(asOfWith('2022-10-31', '2026-03', '2026-05-06')).toBe('2026-03-31')
    expect(asOfWith('2022-10-31', '2026-05', '2026-05-06')).toBe('2026-05-06')
    expect(asOfWith('2022-10-31', '2021-10', '2026-05-06')).toBe('2022-10-31')
    fc.assert(
      fc.property(day, day, day, (asOf, data, today) => {
        const then = asOfWith(asOf, data.slice(0, 7), today)
        expect(then >= asOf && (then === asOf || then <= today)).toBe(true)
      }),
    )
  })
})
