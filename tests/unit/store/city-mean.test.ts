import i18next from 'i18next'
import { expect, it } from 'vitest'
import { cityMonth } from '@/domain/dustfall/city-month'
import { startI18n } from '@/i18n'
import { cityMeanLines } from '@/store/words/figure-lines'

it('the city’s mean is explained by the values that were averaged, not by rounded ones', async () => {
  await startI18n('zh-CN')
  const month = cityMonth('2022-11', [
    { county: 'a', value: 6.15 },
    { county: 'b', value: 0.15 },
    { county: 'c', value: 7 },
  ])
  const counties = ['a', 'b', 'c'].map((code) => ({ code, name: code, nameEn: code, aliases: [], ranked: true }))
  expect(cityMeanLines(i18next.getFixedT('zh-CN'), { counties }, month, 'zh-CN')).toEqual([
    'a 6.15、b 0.15、c 7.0',
    '4.433333 → 4.4 按 GB/T 8170 修约（四舍六入五成双）',
  ])
})
