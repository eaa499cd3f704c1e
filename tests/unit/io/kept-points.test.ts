import { describe, expect, it } from 'vitest'
import { type PointMonth, pointMonth } from '@/domain/dustfall/point-month'
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

describe('the points stored with a published figure', () => {
  it('are restored to the last digit, with values below the detection limit and the reasons of invalid ones', () => {
    expect(keptPointsOf(keptPointsText(POINTS), MONTH)).toEqual(POINTS)
    expect(keptPointsText([])).toBe('')
  })

  it('are restored also if the measured value counts for one below the detection limit', () => {
    const [half, less] = [pointMonth({ ...record, given: 0.15 }, 0.5), pointMonth({ ...record, given: 0.1 }, 0.5)]
    expect(half).toMatchObject({ value: '0.15', measured: '0.15', belowDetection: true })
    const said: PointMonth = {
      point: 'P',
      month: '2022-10',
      counted: true,
      value: '0.15',
      measured: '0',
      sample: null,
      belowDetection: true,
      writtenAs: '<0.2',
    }
    expect(keptPointsOf(keptPointsText([said]), '2022-10')).toEqual([said])
    expect(keptPointsOf(keptPointsText([half, less]), MONTH)).toEqual([half, less])
  })

  it('are null for any other text', () => {
    const broken = ['', '{}', '[{}]', '[{"point":"a","value":"1e9"}]', '[{"point":"a","value":-1}]', '[1', '东区 8.1']
    expect(broken.map((text) => keptPointsOf(text, MONTH))).toEqual(broken.map(() => null))
  })

  it('ignore additions of a newer version', () => {
    const text = '[{"point":"a","value":"8.1","later":true}]'
    expect(keptPointsOf(text, MONTH)).toMatchObject([{ point: 'a', counted: true, value: '8.1', measured: '8.1' }])
  })
})
