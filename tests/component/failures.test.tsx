import { cleanup, fireEvent, render, screen } from '@testing-library/react'
import { Suspense } from 'react'
import { afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest'
import { startI18n } from '@/i18n'
import { useAnswer } from '@/store/answers/use-answer'
import { useRows } from '@/store/answers/use-rows'
import { useChentu } from '@/store/chentu'
import { lazyPart } from '@/ui/lazy-part'
import { ScreenPart } from '@/ui/ScreenPart'
import { WorkerStopped } from '@/workers/live-worker'

vi.mock('@/workers/client', () => ({
  datasetWorker: () => ({}),
  onDatasetWorkerStopped: () => undefined,
  datasetReopened: () => undefined,
  datasetGivenUp: () => undefined,
  whenAnswered: async () => undefined,
  whenMapDrawn: async () => undefined,
}))

beforeAll(async () => {
  await startI18n('zh-CN')
})
beforeEach(() => {
  // React logs again what an error boundary caught.
  vi.spyOn(console, 'error').mockImplementation(() => undefined)
  useChentu.setState({ opened: { shown: {} } as never })
})
afterEach(() => {
  cleanup()
  vi.restoreAllMocks()
})

type Ask = () => Promise<string[]>
const Answer = ({ ask }: { readonly ask: Ask }) => useAnswer(ask)?.[0] ?? '…'
const Rows = ({ ask }: { readonly ask: Ask }) => useRows(ask, 'x', [0]).rowAt(0) ?? '…'

const failed = () => screen.findByText(/这一部分没有显示出来/)
const retry = () => fireEvent.click(screen.getByRole('button', { name: '重试' }))

describe('part of the screen', () => {
  it('whose code can’t be loaded shows an error, and loads on a retry', async () => {
    const load = vi
      .fn<() => Promise<{ default: () => string }>>()
      .mockRejectedValueOnce(new TypeError('Failed to fetch dynamically imported module'))
      .mockResolvedValue({ default: () => 'the screen' })
    const Screen = lazyPart(load)
    render(
      <ScreenPart>
        <Suspense fallback="…">
          <Screen />
        </Suspense>
      </ScreenPart>,
    )
    await failed()
    expect(screen.getByRole('button', { name: '重新加载页面' })).toBeTruthy()
    retry()
    await screen.findByText('the screen')
    expect(load).toHaveBeenCalledTimes(2)
  })

  it.each(['answer', 'rows'] as const)(
    'whose %s failed shows an error, retries on a press, and does not affect other parts',
    async (what) => {
      const ask = vi
        .fn<Ask>()
        .mockRejectedValueOnce(new RangeError('the rule reads "name" as flag'))
        .mockResolvedValue(['an answer'])
      render(
        <>
          <ScreenPart>{what === 'answer' ? <Answer ask={ask} /> : <Rows ask={ask} />}</ScreenPart>
          <p>{'another part'}</p>
        </>,
      )
      await failed()
      screen.getByText('another part')
      retry()
      await screen.findByText('an answer')
    },
  )

  it('waits for the next worker if the previous one died', async () => {
    const ask = vi.fn<Ask>().mockRejectedValueOnce(new WorkerStopped()).mockResolvedValue(['an answer'])
    render(
      <ScreenPart>
        <Answer ask={ask} />
      </ScreenPart>,
    )
    await vi.waitFor(() => expect(ask).toHaveBeenCalledTimes(1))
    expect(screen.queryByText(/这一部分没有显示出来/)).toBeNull()
    // The content is loaded again with the worker.
    useChentu.setState({ opened: { shown: {} } as never })
    await screen.findByText('an answer')
  })
})
