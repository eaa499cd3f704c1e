import { act, cleanup, render, screen } from '@testing-library/react'
import { afterEach, expect, it, vi } from 'vitest'
import { useToday } from '@/store/device/today'

const Day = ({ of }: { readonly of: string }) => <p>{`${of} ${useToday()}`}</p>

afterEach(() => {
  cleanup()
  vi.useRealTimers()
})

it('shows the new day everywhere after midnight, with a single timer', () => {
  // A quarter to midnight in Xi'an.
  vi.useFakeTimers({ now: Date.parse('2022-10-31T15:45:00Z') })
  render(
    <>
      <Day of="a" />
      <Day of="b" />
    </>,
  )
  screen.getByText('a 2022-10-31')
  expect(vi.getTimerCount()).toBe(1)
  act(() => vi.advanceTimersByTime(16 * 60_000))
  screen.getByText('a 2022-11-01')
  screen.getByText('b 2022-11-01')
  cleanup()
  expect(vi.getTimerCount()).toBe(0)
})
