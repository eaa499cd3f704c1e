import { cleanup, render, screen } from '@testing-library/react'
import { afterEach, expect, it, vi } from 'vitest'
import { useFold } from '@/app/use-fold'

afterEach(cleanup)

const STEPS = ['words']

function Row() {
  const row = useFold<HTMLElement>(STEPS)
  return (
    <header ref={row} data-testid="row">
      <b>A</b>
      <div role="listbox" aria-label="results" />
    </header>
  )
}

it('measures a row again when its own content changes, not when search results arrive', async () => {
  vi.stubGlobal(
    'ResizeObserver',
    class {
      observe() {}
      disconnect() {}
    },
  )
  Object.defineProperty(document, 'fonts', { value: new EventTarget(), configurable: true })
  render(<Row />)
  const measured = vi.spyOn(screen.getByTestId('row'), 'getBoundingClientRect')
  const told = () => new Promise((done) => setTimeout(done))
  screen.getByLabelText('results').append(document.createElement('button'))
  await told()
  expect(measured).not.toHaveBeenCalled()
  screen.getByText('A').textContent = 'B'
  await told()
  expect(measured).toHaveBeenCalled()
  vi.unstubAllGlobals()
})
