import { describe, expect, it } from 'vitest'
import { pointMonth } from '@/domain/dustfall/point-month'
import { keptPointsOf, keptPointsText } from '@/io/package/kept-points'

const MONTH = '2022-10'
const record = { point: '=东区,"1"', month: MONTH, sample: null, given: 8.123456789, valid: true, reason: '' }
const POINTS = [
  pointMonth(record, 0.5),
  pointMonth({ ...record, given: 0.1 }, 0.5),
  pointMonth({ ...record, valid: false, reason: '采样缸被盗；"复核"' }, 0.5),
  pointMonth({ ...record, given: null }, 0.5),
  pointMonth({ ...record, given: -1 }, 0.5),
]

describe('the points that are kept with a published figure', () => {
  it('come back to the last digit, with what was below the detection limit and why others do not count', () => {
    expect(keptPointsOf(keptPointsText(POINTS), MONTH)).toEqual(POINTS)
    expect(keptPointsText([])).toBe('')
  })

  it('say so too where what counts for one below the detection limit is what was measured', () => {
    const [half, less] = [pointMonth({ ...record, given: 0.15 }, 0.5), pointMonth({ ...record, given: 0.1 }, 0.5)]
    expect(half).toMatchObject({ value: '0.15', measured: '0.15', belowDetection: true })
    expect(keptPointsOf(keptPointsText([half, less]), MONTH)).toEqual([half, less])
  })

  it('are no points where the text is anything else', () => {
    const broken = ['', '{}', '[{}]', '[{"point":"a","value":"1e9"}]', '[{"point":"a","value":-1}]', '[1', '东区 8.1']
    expect(broken.map((text) => keptPointsOf(text, MONTH))).toEqual(broken.map(() => null))
  })

  it('pass over what a later version adds', () => {
    const text = '[{"point":"a","value":"8.1","later":true}]'
    expect(keptPointsOf(text, MONTH)).toMatchObject([{ point: 'a', counted: true, value: '8.1', measured: '8.1' }])
  })
})
