import { act, cleanup, render } from '@testing-library/react'
import { afterEach, expect, it } from 'vitest'
import { printLight } from '@/app/light-print'
import { usePreferences } from '@/store/device/preferences'
import { useShownTheme } from '@/store/device/shown-theme'

afterEach(() => {
  cleanup()
  localStorage.clear()
})

const Drawing = () => <p>{useShownTheme()}</p>

it('the page is light while the browser prints it, without a change of what was chosen', () => {
  usePreferences.getState().setTheme('dark')
  printLight()
  const { container } = render(<Drawing />)
  const shown = () => container.textContent
  expect(shown()).toBe('dark')
  const stored = { ...localStorage }
  act(() => void window.dispatchEvent(new Event('beforeprint')))
  expect(shown()).toBe('light')
  expect(document.documentElement.dataset.theme).toBe('light')
  expect({ ...localStorage }).toEqual(stored)
  act(() => void window.dispatchEvent(new Event('afterprint')))
  expect(shown()).toBe('dark')
  expect(document.documentElement.dataset.theme).toBe('dark')
})
