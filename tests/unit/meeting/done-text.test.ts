import i18n from 'i18next'
import { beforeAll, expect, it } from 'vitest'
import { doneText } from '@/features/meeting/done-text'
import { startI18n } from '@/i18n'

beforeAll(() => startI18n('zh-CN'))

it('states when a decision was done, and how late it was', () => {
  const text = (due: string, doneOn: string, by: string) => doneText(i18n.t, { due, doneOn } as never, by)
  expect(text('2022-10-31', '2022-10-31', '2022-11-10')).toBe('2022年10月31日完成')
  expect(text('', '2022-11-08', '2022-11-10')).toBe('2022年11月8日完成')
  expect(text('2022-10-31', '2022-11-08', '2022-11-10')).toBe('2022年11月8日完成（逾期 8 天）')
  // Empty for a meeting before that day, and for a decision that is not done.
  expect(text('2022-10-31', '2022-11-08', '2022-11-07')).toBe('')
  expect(text('2022-10-31', '', '2022-11-07')).toBe('')
})
