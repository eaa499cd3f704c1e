import { act, cleanup, fireEvent, render, renderHook, screen } from '@testing-library/react'
import { afterEach, beforeAll, expect, it, vi } from 'vitest'
import type { Problem } from '@/domain/problem'
import { useNeighbours } from '@/features/field/around/use-neighbours'
import { startI18n } from '@/i18n'
import { useChentu } from '@/store/chentu'
import { useAttempt } from '@/store/page/use-attempt'
import { Refused } from '@/ui/Refused'
import { WorkerStopped } from '@/workers/live-worker'

const worker = { nearestSources: vi.fn<() => Promise<unknown[]>>() }
vi.mock('@/workers/client', () => ({
  datasetWorker: () => worker,
  onDatasetWorkerStopped: () => undefined,
  datasetReopened: () => undefined,
  whenAnswered: async () => undefined,
  whenMapDrawn: async () => undefined,
}))

beforeAll(async () => {
  await startI18n('zh-CN')
  const dataset = { settings: { asOf: '2022-10-31' } }
  useChentu.setState({ opened: { shown: {}, dataset, evaluation: { asOf: '2022-10-31' } } as never })
})
afterEach(cleanup)

function Button({ work }: { readonly work: (() => Promise<void>) | (() => Promise<readonly Problem[]>) }) {
  const { running, problems, attempt } = useAttempt()
  return (
    <>
      <button type="button" disabled={running} onClick={() => void attempt(work)}>
        {'save'}
      </button>
      <Refused problems={problems} />
    </>
  )
}
const press = () => act(async () => fireEvent.click(screen.getByRole('button')))

it('shows an error, whether the work threw or returned problems, until a later attempt succeeds', async () => {
  const work = vi
    .fn<() => Promise<readonly Problem[]>>()
    .mockRejectedValueOnce(new Error('no room for the picture'))
    .mockResolvedValueOnce([{ code: 'storage-full', file: '堆场.csv' }])
    .mockResolvedValueOnce([])
  render(<Button work={work} />)
  await press()
  expect(screen.getByRole('alert').textContent).toContain('no room for the picture')
  await press()
  expect(screen.getByRole('alert').textContent).toContain('堆场.csv')
  await press()
  expect(screen.queryByRole('alert')).toBeNull()
})

it('ignores a second press while the first is running', async () => {
  let done = () => {}
  const work = () =>
    new Promise<void>((resolve) => {
      done = resolve
    })
  render(<Button work={work} />)
  await press()
  expect(screen.getByRole<HTMLButtonElement>('button').disabled).toBe(true)
  await act(async () => done())
  expect(screen.getByRole<HTMLButtonElement>('button').disabled).toBe(false)
})

it('keeps the previous neighbours and shows an error if the next ones can’t be loaded', async () => {
  worker.nearestSources.mockResolvedValueOnce(['a source'])
  const { result, rerender } = renderHook(({ km }) => useNeighbours([108.7, 34.3], km), { initialProps: { km: 1 } })
  await vi.waitFor(() => expect(result.current.near).toEqual(['a source']))
  worker.nearestSources.mockRejectedValueOnce(new Error('no index'))
  rerender({ km: 3 })
  await vi.waitFor(() => expect(result.current.problems).toMatchObject([{ code: 'step-failed', seen: 'no index' }]))
  expect(result.current.near).toEqual(['a source'])
})

it('does not report a stopped worker, which the page reports', async () => {
  worker.nearestSources.mockRejectedValueOnce(new WorkerStopped())
  const { result } = renderHook(() => useNeighbours([108.7, 34.3], 1))
  await act(async () => undefined)
  expect(result.current).toEqual({ near: [], problems: [], isAsking: true })
})
