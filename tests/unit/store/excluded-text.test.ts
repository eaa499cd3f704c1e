import i18next from 'i18next'
import { beforeAll, expect, it } from 'vitest'
import { loadEnglish, startI18n } from '@/i18n'
import { excludedText } from '@/store/words/figure-lines'

beforeAll(async () => {
  await startI18n('zh-CN')
  await loadEnglish()
})

const said = (language: string, reason: string, word = (text: string) => text) =>
  excludedText(i18next.getFixedT(language), word, { cause: 'void', reason })

it('a reason that says itself that nothing was measured stands alone where it can be read', () => {
  expect([said('zh-CN', '停测'), said('zh-CN', '采样缸被盗')]).toEqual(['停测', '无效 采样缸被盗'])
  expect(said('en', '停测', () => 'Not measured')).toBe('Not measured')
  // Not in the glossary: a reader of English would not even know that the point does not count.
  expect(said('en', '停测')).toBe('void 停测')
})
