import i18next from 'i18next'
import { beforeAll, expect, it } from 'vitest'
import { startI18n } from '@/i18n'
import { lateText } from '@/store/words/finding-dates'

beforeAll(() => startI18n('zh-CN'))

it('says how many days are left, or of what is due without a day only that it is not due yet', () => {
  const late = (due: string | null) =>
    lateText(i18next.getFixedT('zh-CN'), { status: 'due', since: null, due, days: due === null ? 0 : 5 })
  expect(late('2022-11-05')).toBe('还有 5 天')
  expect(late(null)).toBe('未到期')
})
