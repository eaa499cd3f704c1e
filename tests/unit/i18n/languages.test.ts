import i18next from 'i18next'
import { beforeEach, expect, it } from 'vitest'
import { changeLanguage, loadEnglish, startI18n } from '@/i18n'

beforeEach(() => startI18n('zh-CN'))

it('a page in Chinese starts without the English texts', async () => {
  expect(i18next.hasResourceBundle('en', 'texts')).toBe(false)
  await loadEnglish()
  expect(i18next.getFixedT('en')('app.close')).toBe('Close')
  expect(i18next.t('app.close')).toBe('关闭')
})

it('a page in English has its texts from the start, those for a count of one too', async () => {
  const t = await startI18n('en')
  expect(t('app.close')).toBe('Close')
  expect(t('data.taken', { count: 1, rows: 1 })).toMatch(/^1 file imported/)
})

it('a page that changes to English and back has the texts of each', async () => {
  await changeLanguage('en')
  expect(i18next.t('app.close')).toBe('Close')
  await changeLanguage('zh-CN')
  expect(i18next.t('app.close')).toBe('关闭')
})

it('a page that changes back while the English texts are on their way stays in Chinese', async () => {
  const toEnglish = changeLanguage('en')
  await changeLanguage('zh-CN')
  await toEnglish
  expect(i18next.language).toBe('zh-CN')
})
