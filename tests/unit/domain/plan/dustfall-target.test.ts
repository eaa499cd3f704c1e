import { expect, it } from 'vitest'
import { measuredByUnit } from '@/domain/plan/dustfall-target'
import type { PlanTarget } from '@/domain/rules/clause'

const measureOf = (zh: string, comparison: PlanTarget['comparison'] = '≤', unit = '吨/月·平方公里') =>
  measuredByUnit<PlanTarget>({ what: { zh, en: zh }, comparison, value: 7, unit }).measure

it('measures a limit on each county’s month by the ranking', () => {
  expect(measureOf('市建成区及各县城建成区平均降尘量')).toEqual({ of: 'worst-dustfall' })
  expect(measureOf('月降尘量')).toEqual({ of: 'worst-dustfall' })
})

it('leaves a limit on the whole city, on a year or against last year to the user', () => {
  for (const words of [
    '全市平均降尘量',
    '全市均值',
    '年均降尘量',
    '降尘量年平均',
    '全年平均降尘量',
    '累计降尘量',
    '降尘量同比',
  ])
    expect(measureOf(words), words).toBeUndefined()
  expect(measureOf('降尘量', '≥')).toBeUndefined()
  expect(measureOf('降尘量', '≤', '%')).toBeUndefined()
})
