import { cleanup, render, screen } from '@testing-library/react'
import { afterEach, beforeAll, expect, it } from 'vitest'
import { CaseLine } from '@/features/explore/cases/CaseLine'
import { startI18n } from '@/i18n'
import type { CaseView } from '@/store/cases/case-view'

beforeAll(async () => {
  await startI18n('zh-CN')
})
afterEach(cleanup)

const opened = { observed: '2022-10-29T00:00:00.000Z', sortName: '火点' }
const line = (turn: number, wasLate: boolean) => {
  const state = { next: null, isLate: false, wasLate, age: null, stage: 'closed' }
  const of = { ...state, ...{ id: 'a', title: '火点一', opened }, record: { standing: { turn, contested: false } } }
  render(<CaseLine of={of as unknown as CaseView} county="秦都区" />)
  const text = screen.getByRole('button').textContent
  cleanup()
  return text
}

it('a reopened case is marked on the board with its round, and that an earlier one was late', () => {
  expect(line(1, false)).not.toContain('次办理')
  expect(line(2, false)).toMatch(/第2次办理$/)
  expect(line(2, true)).toMatch(/第2次办理\s·\s前次办理超时$/)
})
