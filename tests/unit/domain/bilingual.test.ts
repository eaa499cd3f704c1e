import { expect, it } from 'vitest'
import { inLanguage } from '@/domain/bilingual'

it('a bilingual text is English if English is requested, and Chinese for every other language', () => {
  const text = { zh: '堆场', en: 'Piles' }
  expect(['en', 'zh-CN', 'zh-TW', 'fr', ''].map((language) => inLanguage(text, language))).toEqual([
    'Piles',
    '堆场',
    '堆场',
    '堆场',
    '堆场',
  ])
})
