import 'fake-indexeddb/auto'
import { act, cleanup, render, screen } from '@testing-library/react'
import { afterEach, beforeAll, expect, it, vi } from 'vitest'
import { CaseStories } from '@/features/meeting/CaseStories'
import { startI18n } from '@/i18n'
import type { CaseView } from '@/store/cases/case-view'

/** A ResizeObserver called by the test, because nothing is laid out here. */
let resized: () => void = () => undefined
beforeAll(async () => {
  await startI18n('zh-CN')
  vi.stubGlobal(
    'ResizeObserver',
    class {
      constructor(look: () => void) {
        resized = look
      }
      observe() {}
      disconnect() {}
    },
  )
})
afterEach(cleanup)

const step = (step: string, when: string) => ({ event: { body: { step, when, photos: [], title: '', note: '' } } })
const view = (steps: readonly ReturnType<typeof step>[]) =>
  ({
    ...{ id: 'a', title: '火点一', stage: 'sent' },
    opened: { reason: '卫星发现火点', observed: '2022-10-29T00:00:00.000Z', county: '' },
    record: { standing: { steps } },
  }) as unknown as CaseView

it('tells where the full text is if it is cut on the wall, and nothing if all is shown', () => {
  render(<CaseStories stories={[view([])]} nameOf={() => '秦都区'} />)
  expect(screen.queryByText(/经过未全部显示/)).toBeNull()
  const text = screen.getByText(/卫星发现火点/)
  // Other files in this process give all elements a height.
  for (const each of [text, text.closest('ul')!]) Object.defineProperty(each, 'clientHeight', { value: 40 })
  Object.defineProperty(text, 'scrollHeight', { value: 90, configurable: true })
  act(() => resized())
  screen.getByText(/全文见“一张图”的“异常处置”/)
  Object.defineProperty(text, 'scrollHeight', { value: 0 })
  act(() => resized())
  expect(screen.queryByText(/经过未全部显示/)).toBeNull()
})

it('tells this also if steps of a case are left out', () => {
  const steps = ['29', '30', '31'].map((day) => step('arrive', `2022-10-${day}T04:00:00.000Z`))
  const two = [view(steps), { ...view(steps), id: 'b' }]
  const { rerender } = render(<CaseStories stories={two} nameOf={() => '秦都区'} />)
  screen.getByText(/经过未全部显示/)
  // A single story has room for all of them.
  rerender(<CaseStories stories={[view(steps)]} nameOf={() => '秦都区'} />)
  expect(screen.queryByText(/经过未全部显示/)).toBeNull()
})
