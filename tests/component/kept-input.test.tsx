import { cleanup, fireEvent, render, screen } from '@testing-library/react'
import { afterEach, expect, it, vi } from 'vitest'
import { KeptInput } from '@/features/meeting/KeptInput'

afterEach(cleanup)

function renderInput(value: string) {
  const onKeep = vi.fn()
  const of = (value: string) => <KeptInput label="会议地点" className={undefined} value={value} onKeep={onKeep} />
  const { rerender, unmount } = render(of(value))
  const field = screen.getByLabelText<HTMLInputElement>('会议地点')
  const type = (text: string) => fireEvent.change(field, { target: { value: text } })
  return { onKeep, field, type, unmount, show: (value: string) => rerender(of(value)) }
}

it('saves the typed text once when the field is left', () => {
  const { onKeep, field, type, unmount } = renderInput('')
  type(' 三楼会议室 ')
  fireEvent.blur(field)
  // Before the page has the new value.
  unmount()
  expect(onKeep.mock.calls).toEqual([['三楼会议室']])
})

it('saves the typed text when the field closes with its dialog, and nothing if nothing was typed', () => {
  const typed = renderInput('三楼')
  typed.type('四楼')
  typed.unmount()
  expect(typed.onKeep.mock.calls).toEqual([['四楼']])
  const untouched = renderInput('三楼')
  untouched.unmount()
  expect(untouched.onKeep).not.toHaveBeenCalled()
})

it('submits the same text again if it was typed again after being refused', () => {
  const { onKeep, field, type } = renderInput('')
  for (const text of ['四楼', '四楼 ']) {
    type(text)
    fireEvent.blur(field)
  }
  expect(onKeep).toHaveBeenCalledTimes(2)
})

it('shows a value that was stored elsewhere', () => {
  const { field, show } = renderInput('三楼')
  show('五楼')
  expect(field.value).toBe('五楼')
})
