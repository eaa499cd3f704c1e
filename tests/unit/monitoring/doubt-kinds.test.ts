import i18next from 'i18next'
import { expect, it } from 'vitest'
import { startI18n } from '@/i18n'
import { doubtKinds } from '@/store/words/doubt-text'

it('names the kinds of doubts about a device, with the number of each that occurs several times', async () => {
  await startI18n('zh-CN')
  const of = (...kinds: readonly Parameters<typeof doubtKinds>[1][number]['kind'][]) =>
    doubtKinds(
      i18next.getFixedT('zh-CN'),
      kinds.map((kind) => ({ kind })),
    )
  expect(of('stuck')).toBe('数值不变')
  expect(of('outage', 'spike', 'outage')).toBe('中断 2、突变')
})
