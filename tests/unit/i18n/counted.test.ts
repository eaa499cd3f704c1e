import i18next from 'i18next'
import { expect, it } from 'vitest'
import { startI18n } from '@/i18n'

it('uses the singular for one thing in English', async () => {
  await startI18n('en')
  expect(i18next.t('trucks.truckCount', { count: 1 })).toBe('1 truck')
  expect(i18next.t('trucks.truckCount', { count: 2 })).toBe('2 trucks')
  await startI18n('zh-CN')
  expect(i18next.t('trucks.truckCount', { count: 1 })).toBe('1 辆')
})

it('groups counts in thousands in both languages, but not years or words', async () => {
  for (const language of ['zh-CN', 'en']) {
    await startI18n(language)
    const { t } = i18next
    expect(t('frame.count', { count: 2822 })).toContain('2,822')
    expect(t('frame.count', { count: 999 })).toMatch(/(^|\D)999\b/)
    expect(t('frame.place', { place: 1500, count: 2907 })).toMatch(/1,500.*2,907/)
    expect(t('trucks.other', { day: 2022 as unknown as string })).toContain('2022')
    expect(t('monitoring.hour')).not.toContain('undefined')
  }
})
