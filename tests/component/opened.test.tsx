import { act, cleanup, render, screen } from '@testing-library/react'
import { afterEach, expect, it } from 'vitest'
import { type Opened, useChentu, useOpened } from '@/store/chentu'

afterEach(() => {
  cleanup()
  useChentu.setState({ opened: null })
})

let rendered = 0
function Total() {
  rendered++
  return <p>{useOpened(({ shown }) => shown.total)}</p>
}

const shows = (total: number, counts: object) =>
  useChentu.setState({ opened: { shown: { total }, counts } as unknown as Opened })

it('re-renders a component only if its selected part of the open package changes', () => {
  shows(3, {})
  render(<Total />)
  rendered = 0
  act(() => shows(3, { all: 3 }))
  expect(rendered).toBe(0)
  act(() => shows(4, {}))
  expect([rendered, screen.getByText('4')]).toEqual([1, expect.anything()])
})
