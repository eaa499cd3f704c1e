import { act, cleanup, fireEvent, render, screen } from '@testing-library/react'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { HOLD_MS, HoldButton } from '@/ui/controls/HoldButton'
import { ReasonForm } from '@/ui/ReasonForm'

beforeEach(() => void vi.useFakeTimers())
afterEach(() => {
  cleanup()
  vi.useRealTimers()
})

const pass = (ms: number) => act(() => vi.advanceTimersByTime(ms))

function renderButton(hold: boolean, disabled = false) {
  const onPress = vi.fn()
  render(
    <HoldButton hold={hold} hint="请按住不放" disabled={disabled} onPress={onPress}>
      {'保存'}
    </HoldButton>,
  )
  return { onPress, button: screen.getByRole('button') }
}

it('acts on a press if holding is not required', () => {
  const { onPress, button } = renderButton(false)
  fireEvent.click(button)
  expect(onPress).toHaveBeenCalledOnce()
})

it('ignores a stray touch, shows what to do, and saves once when it is held', () => {
  const { onPress, button } = renderButton(true)
  fireEvent.pointerDown(button, { isPrimary: true, button: 0 })
  pass(HOLD_MS - 50)
  fireEvent.pointerUp(button)
  fireEvent.click(button)
  pass(5000)
  expect(onPress).not.toHaveBeenCalled()
  expect(button.textContent).toContain('请按住不放')
  fireEvent.pointerDown(button, { isPrimary: true, button: 0 })
  pass(HOLD_MS + 5000)
  fireEvent.pointerUp(button)
  expect(onPress).toHaveBeenCalledOnce()
})

it('ignores a palm, and can be held by a key as well', () => {
  const { onPress, button } = renderButton(true)
  fireEvent.pointerDown(button, { isPrimary: true, button: 0 })
  pass(300)
  fireEvent.pointerDown(button, { isPrimary: false, button: 0 })
  pass(5000)
  expect(onPress).not.toHaveBeenCalled()
  fireEvent.keyDown(button, { key: 'Enter' })
  pass(300)
  fireEvent.keyDown(button, { key: 'Enter', repeat: true })
  pass(400)
  expect(onPress).toHaveBeenCalledOnce()
})

it('cancels if another finger comes down elsewhere, and ignores touches as wide as a palm', () => {
  const { onPress, button } = renderButton(true)
  fireEvent.pointerDown(button, { isPrimary: true, button: 0 })
  pass(300)
  fireEvent.pointerDown(document.body, { isPrimary: false, button: 0 })
  pass(5000)
  fireEvent.pointerDown(button, { isPrimary: true, button: 0, width: 90, height: 40 })
  pass(5000)
  fireEvent.pointerDown(button, { isPrimary: true, button: 0, width: 20, height: 20 })
  pass(300)
  fireEvent.pointerMove(button, { isPrimary: true, button: -1, width: 40, height: 80 })
  pass(5000)
  expect(onPress).not.toHaveBeenCalled()
  expect(button.textContent).toContain('请按住不放')
})

it('does nothing if it is disabled', () => {
  const { onPress, button } = renderButton(true, true)
  fireEvent.pointerDown(button, { isPrimary: true, button: 0 })
  pass(5000)
  expect(onPress).not.toHaveBeenCalled()
})

it('does something irreversible only if its button was held, not if the form is submitted otherwise', async () => {
  const onGive = vi.fn(async () => undefined)
  const form = { title: '作废记录', warning: '', reasons: ['重复记录'], confirm: '作废', onGive, onCancel: vi.fn() }
  render(<ReasonForm {...form} hold="请按住不放" />)
  fireEvent.click(screen.getByRole('button', { name: '重复记录' }))
  const button = screen.getByRole('button', { name: '作废' })
  fireEvent.pointerDown(button, { isPrimary: true, button: 0 })
  pass(300)
  fireEvent.pointerUp(button)
  fireEvent.click(button)
  fireEvent.submit(screen.getByRole('form'))
  pass(5000)
  expect(onGive).not.toHaveBeenCalled()
  fireEvent.pointerDown(button, { isPrimary: true, button: 0 })
  await act(() => vi.advanceTimersByTimeAsync(HOLD_MS))
  expect(onGive).toHaveBeenCalledExactlyOnceWith('重复记录')
})
