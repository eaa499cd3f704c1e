import i18next from 'i18next'
import { beforeAll, expect, it } from 'vitest'
import { progressText } from '@/features/field/around/round-progress'
import { startI18n } from '@/i18n'

beforeAll(() => void startI18n('zh-CN'))

it('describes the progress of a round in the same words everywhere', () => {
  const words = (...states: Parameters<typeof progressText>[1][number]['state'][]) =>
    progressText(
      i18next.t,
      states.map((state) => ({ state })),
    ).replace(/\s/g, ' ')
  expect(words('open', 'open')).toBe('已查 0 / 2')
  expect(words('done', 'skipped', 'open', 'open', 'open')).toBe('已查 1 · 跳过 1 / 5')
  expect(words('done', 'partial', 'skipped', 'returned')).toBe('已查 1 · 部分核查 1 · 已退回 1 · 跳过 1 / 4')
})
