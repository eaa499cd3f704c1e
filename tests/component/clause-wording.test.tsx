import { cleanup, render } from '@testing-library/react'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { ClauseWording, type PlanPlace, wordingKey } from '@/features/explore/plan/ClauseWording'
import { startI18n } from '@/i18n'
import { usePreferences } from '@/store/device/preferences'

const plan = (year: number) => ({ year, plan: { zh: '', en: '', number: `〔${year}〕1号`, day: `${year}-05-01` } })
const dataset = { name: 'x', settings: plan(2023), earlierPlans: [plan(2022), plan(2021)] } as never
vi.mock('@/store/chentu', () => ({ useOpened: () => ({ dataset }) }))

beforeEach(async () => {
  await startI18n('zh-CN')
  usePreferences.setState({ wording: {} })
})
afterEach(cleanup)

const renderedText = (of: PlanPlace) => {
  const { container, unmount } = render(<ClauseWording clause={3} of={of} />)
  const text = container.textContent
  unmount()
  return text
}
const keep = (of: PlanPlace, words: string) =>
  usePreferences.getState().setWording(wordingKey(dataset, of), new Map([[3, words]]))

it('belongs to one plan, and is missing for a plan whose document was not added', () => {
  keep(null, '今年的原文')
  keep(0, '去年的原文')
  expect([renderedText(null), renderedText(0), renderedText(1)]).toEqual([
    expect.stringContaining('今年的原文'),
    expect.stringContaining('去年的原文'),
    '',
  ])
})

it('is the first plan’s if an earlier version stored it per package only', () => {
  usePreferences.getState().setWording('x', new Map([[3, '最早的原文']]))
  expect([renderedText(null), renderedText(0), renderedText(1)]).toEqual([
    '',
    '',
    expect.stringContaining('最早的原文'),
  ])
})
