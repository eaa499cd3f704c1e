import { cleanup, render, screen } from '@testing-library/react'
import { afterEach, beforeAll, beforeEach, expect, it, vi } from 'vitest'
import { TasksBefore } from '@/features/meeting/TasksBefore'
import { startI18n } from '@/i18n'

const both = (zh: string) => ({ zh, en: zh })
const target = (what: string, value: number) => ({ what: both(what), comparison: '≥', value, unit: '%' })
const planOf = (year: number, day: string, ...targets: object[]) => ({
  ...{ year, rules: [] },
  plan: { ...both(`甲市${year}年工作方案`), number: '', day },
  clauses: [{ number: 26, targets }],
})
const opened = {
  dataset: {
    settings: { plan: { ...both('甲市2023年工作方案'), number: '', day: '2023-04-06' } },
    earlierPlans: [] as object[],
  },
}
vi.mock('@/store/chentu', () => ({ useOpened: () => opened }))
vi.mock('@/store/words/data-words', () => ({ useDataWords: () => ({ word: (text: string) => text }) }))

beforeAll(() => startI18n('zh-CN').then(() => undefined))
beforeEach(() => {
  opened.dataset.earlierPlans = []
})
afterEach(cleanup)

const show = (day: string) => render(<TasksBefore day={day} until="2023-04-06" />)

it('names the plan that a month is not evaluated by, and what to do', () => {
  show('2022-10-31')
  expect(screen.getByText('本月早于《甲市2023年工作方案》印发（2023年4月6日），不按该方案判定。')).toBeTruthy()
  expect(screen.getByText(/请选择方案印发以后的月份/)).toBeTruthy()
})

it('shows the targets of the plan in force then, without an evaluation', () => {
  opened.dataset.earlierPlans = [
    planOf(2022, '2022-05-30', target('主城区机械化清扫率', 90)),
    planOf(2021, '2021-05-30', target('清洁取暖率', 80)),
  ]
  const { container, unmount } = show('2022-10-31')
  expect(screen.getByText(/当时执行：《甲市2022年工作方案》/)).toBeTruthy()
  expect(screen.getAllByRole('row').map((row) => row.textContent)).toEqual([
    expect.stringContaining('条'),
    '26主城区机械化清扫率≥ 90 %',
  ])
  expect(container.textContent).not.toMatch(/达到/)
  unmount()
  show('2021-10-31')
  expect(screen.getByText('清洁取暖率')).toBeTruthy()
})

it('shows how many targets have no room', () => {
  opened.dataset.earlierPlans = [
    planOf(2022, '2022-05-30', ...Array.from({ length: 20 }, (_, i) => target(`目标${i}`, i))),
  ]
  show('2022-10-31')
  expect(screen.getAllByRole('row').at(-1)!.textContent).toContain('12')
})
