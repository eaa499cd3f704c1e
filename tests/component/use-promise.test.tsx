import { act, cleanup, render, screen } from '@testing-library/react'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { useOutcome, usePromise } from '@/store/answers/use-promise'
import { WorkerStopped } from '@/workers/live-worker'

afterEach(() => {
  cleanup()
  vi.restoreAllMocks()
})

interface Asked {
  readonly question: string
  answer(found: string): void
  fail(error: Error): void
}

const requests: Asked[] = []
let rendered = 0
const Shown = ({ about, again }: { readonly about: string; readonly again: number }) => {
  rendered++
  return (
    usePromise<string>(
      () => new Promise((answer, fail) => requests.push({ question: `${about} ${again}`, answer, fail })),
      about,
      [again],
    ) ?? '…'
  )
}

const Said = ({ about, again }: { readonly about: string; readonly again: number }) => {
  const { found, error } = useOutcome<string>(
    () => new Promise((answer, fail) => requests.push({ question: `${about} ${again}`, answer, fail })),
    about,
    [again],
  )
  return `${found ?? '…'} ${error instanceof Error ? error.message : ''}`
}

const Urgent = () =>
  usePromise<string>(
    () => new Promise((answer, fail) => requests.push({ question: 'urgent', answer, fail })),
    'urgent',
    [],
    { isUrgent: true },
  ) ?? '…'

/** Shows the answers to a question, with the given dependencies. */
function show() {
  requests.length = 0
  const { rerender } = render(<Shown about="a" again={1} />)
  return { ask: (about: string, again: number) => rerender(<Shown about={about} again={again} />) }
}
const answer = (question: string, found: string) =>
  act(async () => requests.find((each) => each.question === question)!.answer(found))
const text = () => document.body.textContent

describe('the answer that a component waits for', () => {
  it('does not re-render if the answer is unchanged', async () => {
    const { ask } = show()
    await answer('a 1', 'same')
    ask('a', 2)
    rendered = 0
    await answer('a 2', 'same')
    expect(rendered).toBe(0)
    ask('a', 3)
    rendered = 0
    await answer('a 3', 'other')
    expect([rendered, text()]).toEqual([1, 'other'])
  })

  it('stays until the next answer to the same question, and is empty while another question is pending', async () => {
    const { ask } = show()
    expect(text()).toBe('…')
    await answer('a 1', 'first')
    expect(text()).toBe('first')
    ask('a', 2)
    expect(text()).toBe('first')
    await answer('a 2', 'second')
    expect(text()).toBe('second')
    ask('b', 2)
    expect(text()).toBe('…')
    await answer('b 2', 'other')
    expect(text()).toBe('other')
    expect(requests.map(({ question }) => question)).toEqual(['a 1', 'a 2', 'b 2'])
  })

  it('is rendered within the same task if it is urgent', async () => {
    requests.length = 0
    render(<Urgent />)
    vi.stubGlobal('IS_REACT_ACT_ENVIRONMENT', false)
    requests[0]!.answer('first')
    await Promise.resolve()
    expect(text()).toBe('first')
    vi.unstubAllGlobals()
  })

  it('is never an older answer, in whatever order they arrive', async () => {
    const { ask } = show()
    ask('a', 2)
    await answer('a 2', 'second')
    await answer('a 1', 'first')
    expect(text()).toBe('second')
    ask('b', 2)
    ask('a', 3)
    await answer('b 2', 'other')
    expect(text()).toBe('second')
    await answer('a 3', 'third')
    expect(text()).toBe('third')
  })

  it('is not the error of an overtaken question, nor of a dead worker', async () => {
    const { ask } = show()
    ask('a', 2)
    await act(async () => requests[0]!.fail(new Error('late')))
    await act(async () => requests[1]!.fail(new WorkerStopped()))
    expect(text()).toBe('…')
    ask('a', 3)
    await answer('a 3', 'third')
    screen.getByText('third')
  })

  it('is thrown to the nearest error boundary if it fails', async () => {
    vi.spyOn(console, 'error').mockImplementation(() => undefined)
    show()
    await expect(act(async () => requests[0]!.fail(new RangeError('a bad rule')))).rejects.toThrow('a bad rule')
  })

  it('stays, beside the error of the next one, if the component handles errors itself', async () => {
    requests.length = 0
    const { rerender } = render(<Said about="a" again={1} />)
    await answer('a 1', 'first')
    rerender(<Said about="a" again={2} />)
    await act(async () => requests[1]!.fail(new Error('no')))
    expect(text()).toBe('first no')
    rerender(<Said about="a" again={3} />)
    await answer('a 3', 'third')
    expect(text()).toBe('third ')
    rerender(<Said about="b" again={3} />)
    await act(async () => requests[3]!.fail(new Error('no')))
    expect(text()).toBe('… no')
  })
})
