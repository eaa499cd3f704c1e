import { expect, it } from 'vitest'
import { columnShares } from '@/io/papers/column-shares'

/** The number of characters per line in each column. */
const lettersOf = (headings: readonly string[], row: readonly string[]) =>
  columnShares(headings, [row]).map((share) => share * 42)

const HEADINGS = ['条款', '目标', '要求', '目前', '单位', '数据情况', '是否达到']
const ROW = [
  '22',
  '大风、高温、沙尘天气每日洒水次数',
  '= 328',
  '86.63',
  '吨/(平方公里·月)',
  '最低（渭城区）、2022年10月22日',
  '无数据',
]

it('keeps numbers and short words on one line if long texts make a table wider than a line', () => {
  const [, aim, required, now, , , met] = lettersOf(HEADINGS, ROW)
  // A number needs half a character per digit plus the padding of the cell.
  expect(required).toBeGreaterThan(3)
  expect(now).toBeGreaterThan(3)
  expect(met).toBeGreaterThan(3.9)
  expect(aim).toBeGreaterThan(8)
})

it('gives a figure with a mark room for both', () => {
  const [bare, marked] = lettersOf(['本月', '上月', '说明'], ['7.4', '7.4※', '有效点位均值，长文字，长文字'])
  expect(marked! - bare!).toBeGreaterThan(0.9)
})

it('divides the whole width', () => {
  for (const row of [ROW, ROW.map(() => '1'), ROW.map(() => '很长很长很长很长很长很长很长很长')])
    expect(columnShares(HEADINGS, [row]).reduce((sum, share) => sum + share, 0)).toBeCloseTo(1)
})
