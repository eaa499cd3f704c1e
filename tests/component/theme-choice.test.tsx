import { act, cleanup, fireEvent, render, screen } from '@testing-library/react'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { startI18n } from '@/i18n'
import { usePreferences } from '@/store/device/preferences'
import { chooseTheme, followSystemTheme, useThemeChoice } from '@/store/device/theme-choice'
import { ThemeButton } from '@/ui/controls/ThemeButton'

const system = { matches: false, change: (): void => undefined }
beforeEach(async () => {
  await startI18n('zh-CN')
  system.matches = false
  vi.stubGlobal('matchMedia', () => ({
    get matches() {
      return system.matches
    },
    addEventListener: (_: string, change: () => void) => {
      system.change = change
    },
  }))
})
afterEach(() => {
  cleanup()
  vi.unstubAllGlobals()
  usePreferences.getState().setTheme('light')
})
const turnSystem = (dark: boolean) =>
  act(() => {
    system.matches = dark
    system.change()
  })
const theme = () => usePreferences.getState().theme

function Head() {
  return <ThemeButton {...useThemeChoice()} onChoose={chooseTheme} />
}

it('is light, dark or that of the system, one after the other', () => {
  render(<Head />)
  const button = screen.getByRole('button', { name: '切换深浅色' })
  expect(button.title).toBe('现为浅色，点击改为深色')
  fireEvent.click(button)
  expect([theme(), button.title]).toEqual(['dark', '现为深色，点击改为跟随系统'])
  fireEvent.click(button)
  expect([theme(), button.title]).toEqual(['light', '现为跟随系统，点击改为浅色'])
})

it('follows the system only where a person chose that', () => {
  followSystemTheme()
  turnSystem(true)
  // Nothing chosen: as before, light.
  expect(theme()).toBe('light')
  chooseTheme('system')
  expect(theme()).toBe('dark')
  turnSystem(false)
  expect(theme()).toBe('light')
  turnSystem(true)
  chooseTheme('light')
  turnSystem(true)
  expect(theme()).toBe('light')
})

it('takes over at the start what the system asks for since', () => {
  chooseTheme('system')
  system.matches = true
  followSystemTheme()
  expect(theme()).toBe('dark')
})
