import { act, cleanup, fireEvent, render, screen } from '@testing-library/react'
import { useRef } from 'react'
import { afterEach, expect, it, vi } from 'vitest'
import { useListKeys } from '@/features/explore/filters/use-list-keys'

const scrolled = vi.fn()
afterEach(() => {
  cleanup()
  scrolled.mockClear()
})

/** A list that renders only `there`, and the row of the keyboard once it has `arrived`. */
function List({ name, there, arrived = true }: { name: string; there: readonly number[]; arrived?: boolean }) {
  const frame = useRef<HTMLDivElement>(null)
  const keys = useListKeys(frame, 100, name, scrolled)
  const rows = [...new Set([...there, ...(arrived ? [keys.active] : [])])].sort((a, b) => a - b)
  return (
    <div ref={frame} tabIndex={-1} data-testid="frame">
      <ul onKeyDown={keys.onKeyDown} onFocus={keys.onFocus} onBlur={keys.onBlur}>
        {rows.map((row) => (
          <li key={`${name} ${row}`} data-index={row}>
            <button type="button" tabIndex={row === keys.active ? 0 : -1}>{`${name} ${row}`}</button>
          </li>
        ))}
      </ul>
      <button type="button">{'beside'}</button>
    </div>
  )
}

const at = () => document.activeElement?.textContent
const press = (key: string) => fireEvent.keyDown(document.activeElement!, { key })
const first = [0, 1, 2]

it('arrows, Home and End move, and one row is a stop of Tab', () => {
  render(<List name="a" there={first} />)
  act(() => screen.getByRole('button', { name: 'a 0' }).focus())
  press('ArrowDown')
  expect(at()).toBe('a 1')
  press('End')
  expect(at()).toBe('a 99')
  expect(scrolled).toHaveBeenLastCalledWith(99)
  press('ArrowDown')
  expect(at()).toBe('a 99')
  press('Home')
  press('ArrowUp')
  expect(at()).toBe('a 0')
  expect(screen.getAllByRole('button').filter(({ tabIndex }) => tabIndex === 0)).toHaveLength(2)
  act(() => screen.getByRole('button', { name: 'a 2' }).focus())
  press('ArrowUp')
  expect(at()).toBe('a 1')
})

it('focusing the list moves the focus to its row', () => {
  render(<List name="a" there={first} />)
  act(() => screen.getByTestId('frame').focus())
  expect(at()).toBe('a 0')
})

it('keeps the focus while the row is loading', () => {
  const { rerender } = render(<List name="a" there={first} arrived={false} />)
  act(() => screen.getByRole('button', { name: 'a 0' }).focus())
  press('End')
  expect(document.activeElement).toBe(screen.getByTestId('frame'))
  rerender(<List name="a" there={first} />)
  expect(at()).toBe('a 99')
})

it('starts a new list at its first row, and keeps the focus', () => {
  const { rerender } = render(<List name="a" there={first} />)
  act(() => screen.getByRole('button', { name: 'a 2' }).focus())
  rerender(<List name="b" there={first} />)
  expect(at()).toBe('b 0')
})

it('does not take the focus from elsewhere', () => {
  const { rerender } = render(
    <>
      <List name="a" there={first} />
      <input aria-label="other" />
    </>,
  )
  act(() => screen.getByRole('button', { name: 'a 0' }).focus())
  act(() => screen.getByRole('textbox').focus())
  rerender(
    <>
      <List name="b" there={first} />
      <input aria-label="other" />
    </>,
  )
  expect(document.activeElement).toBe(screen.getByRole('textbox'))
})
