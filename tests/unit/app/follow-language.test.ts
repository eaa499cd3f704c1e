import i18next from 'i18next'
import { expect, it, vi } from 'vitest'
import { followLanguage } from '@/app/follow-language'
import { usePreferences } from '@/store/device/preferences'

const texts = vi.hoisted(() => ({ isThere: false, asked: 0 }))
vi.mock('@/i18n', async (original) => {
  const i18n = await original<typeof import('@/i18n')>()
  const load = async (language: string, change: (language: string) => Promise<unknown>) => {
    if (language === 'en') texts.asked++
    if (language === 'en' && !texts.isThere) throw new TypeError('Failed to fetch dynamically imported module')
    await change(language)
  }
  return {
    ...i18n,
    changeLanguage: (language: string) => load(language, i18n.changeLanguage),
    async startI18n(language: string) {
      await i18n.startI18n('zh-CN')
      await load(language, i18n.changeLanguage)
    },
  }
})

it('a page whose English texts cannot be loaded is in Chinese for now, and the choice stays', async () => {
  usePreferences.setState({ language: 'en' })
  await followLanguage()
  expect([i18next.language, usePreferences.getState().language, texts.asked]).toEqual(['zh-CN', 'en', 1])
  // Other choices ask for nothing.
  usePreferences.getState().setSun(true)
  expect(texts.asked).toBe(1)
  texts.isThere = true
  const { setLanguage } = usePreferences.getState()
  setLanguage('zh-CN')
  setLanguage('en')
  await vi.waitFor(() => expect(i18next.language).toBe('en'))
  expect(usePreferences.getState().language).toBe('en')
})
