import { act, cleanup, renderHook } from '@testing-library/react'
import { afterEach, expect, it, vi } from 'vitest'
import { useKeptOffline } from '@/app/use-updates'
import { type KeepDataResult, useOfflineState } from '@/store/page/offline'

vi.mock('@/workers/client', () => ({
  datasetWorker: () => ({}),
  onDatasetWorkerStopped: () => undefined,
  whenAnswered: async () => undefined,
  whenMapDrawn: async () => undefined,
}))
vi.mock('@/store/chentu', () => ({ useChentu: () => null }))

afterEach(() => {
  cleanup()
  vi.useRealTimers()
})

it('shows why the data is not stored, and stores data shown later', async () => {
  vi.useFakeTimers()
  const asked: { readonly what: string; readonly answer: (kept: KeepDataResult) => void }[] = []
  const keep = (what: string) => new Promise<KeepDataResult>((answer) => asked.push({ what, answer }))
  const { rerender } = renderHook(({ shown }) => useKeptOffline<string>(shown, keep), {
    initialProps: { shown: null as string | null },
  })
  const idle = () => act(() => vi.advanceTimersByTimeAsync(20_000))
  await idle()
  expect(asked).toEqual([])
  rerender({ shown: 'a making' })
  await idle()
  await act(async () => asked[0]!.answer('unread'))
  expect(useOfflineState.getState().data).toBe('unread')
  dispatchEvent(new Event('online'))
  await act(async () => asked[1]!.answer('kept'))
  expect([asked[1]!.what, useOfflineState.getState().data]).toEqual(['a making', 'kept'])
  rerender({ shown: 'the next making' })
  await idle()
  // The result for earlier data does not apply to this data.
  expect([asked[2]!.what, useOfflineState.getState().data]).toEqual(['the next making', 'keeping'])
  rerender({ shown: 'the third' })
  await idle()
  await act(async () => asked[3]!.answer('kept'))
  await act(async () => asked[2]!.answer('unread'))
  expect(useOfflineState.getState().data).toBe('kept')
})
