import { act, cleanup, render, screen } from '@testing-library/react'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { TimeField } from '@/features/explore/cases/TimeField'
import { startI18n } from '@/i18n'

beforeEach(async () => {
  await startI18n('zh-CN')
  vi.useFakeTimers({ now: Date.parse('2022-10-31T00:00:30Z') })
})
afterEach(() => {
  cleanup()
  vi.useRealTimers()
})

it('a future time is reported until it has passed', () => {
  render(<TimeField label="时间" value="2022-10-31 08:01" onChange={() => undefined} />)
  expect(screen.getByRole('alert').textContent).toMatch(
    /^晚于本机现在的时间（2022-10-31 08:00），不能保存。请填写已经发生的时间/,
  )
  act(() => vi.advanceTimersByTime(61_000))
  expect(screen.queryByRole('alert')).toBeNull()
})
