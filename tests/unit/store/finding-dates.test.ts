import i18next from 'i18next'
import { beforeAll, expect, it } from 'vitest'
import { startI18n } from '@/i18n'
import { dueText, lateText } from '@/store/words/finding-dates'

beforeAll(() => startI18n('zh-CN'))

it('states the days left, or only that it is not due yet if there is no deadline', () => {
  const late = (due: string | null) =>
    lateText(i18next.getFixedT('zh-CN'), { status: 'due', since: null, due, days: due === null ? 0 : 5 })
  expect(late('2022-11-05')).toBe('还有 5 天')
  expect(late(null)).toBe('未到期')
})

it('states that a deadline before the first day of a changed requirement is of the former one', () => {
  const plans = { settings: {}, earlierPlans: [] } as unknown as Parameters<typeof dueText>[2]
  const said = (due: string, from?: string) => dueText(i18next.getFixedT('zh-CN'), due, plans, from)
  expect(said('2022-08-31', '2022-09-01')).toBe('按原要求，期限 2022-08-31')
  expect([said('2022-09-01', '2022-09-01'), said('2022-08-31')]).toEqual(['期限 2022-09-01', '期限 2022-08-31'])
})

it('states during which plan a deadline before the current plan’s issue was', () => {
  const plan = (day: string) => ({ zh: '方案', en: 'plan', number: '', day })
  const plans = {
    settings: { plan: plan('2023-04-06') },
    earlierPlans: [
      { year: 2022, plan: plan('2022-05-30') },
      { year: 2021, plan: plan('2021-05-01') },
    ],
  } as unknown as Parameters<typeof dueText>[2]
  const said = (due: string) => dueText(i18next.getFixedT('zh-CN'), due, plans)
  expect(said('2023-04-06')).toBe('期限 2023-04-06')
  expect(said('2022-05-30')).toBe('期限 2022-05-30（2022年方案期间）')
  expect(said('2021-12-31')).toBe('期限 2021-12-31（2021年方案期间）')
  expect(said('2020-01-01')).toBe('期限 2020-01-01（2021年方案期间）')
  expect(dueText(i18next.getFixedT('zh-CN'), '2020-01-01', { ...plans, earlierPlans: [] })).toBe('期限 2020-01-01')
})
