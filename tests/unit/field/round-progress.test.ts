import i18next from 'i18next'
import { beforeAll, expect, it } from 'vitest'
import { progressText, shortProgress } from '@/features/field/around/round-progress'
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

it('counts cases apart from the stops, which the desk counts without them', () => {
  const of = (stops: readonly 'open'[], cases: readonly ('open' | 'done')[]) =>
    progressText(
      i18next.t,
      stops.map((state) => ({ state })),
      cases.map((state) => ({ state })),
    ).replace(/\s/g, ' ')
  expect(of(['open', 'open'], ['done'])).toBe('已查 0 / 2 · 异常处置 1 / 1')
  expect(of([], ['done', 'open'])).toBe('异常处置 1 / 2')
})

it('for a label of one line, only what is done of all', () => {
  const stops = (['done', 'partial', 'open'] as const).map((state) => ({ state }))
  expect(shortProgress(i18next.t, stops, [{ state: 'open' }]).replace(/\s/g, ' ')).toBe('已查 1 / 3 · 异常处置 0 / 1')
})
