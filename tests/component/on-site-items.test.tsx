import { act, cleanup, renderHook, waitFor } from '@testing-library/react'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { minuteAt } from '@/domain/monitoring/minute-of'
import { useChentu } from '@/store/chentu'
import { useOnSiteItems } from '@/store/warnings/use-duties'

const duty = { role: 'asked', asked: [0, 1], unclear: [] }
const worker = {
  dutiesOf: vi.fn(async (sources: readonly number[], codes: readonly string[]) => {
    return new Map(sources.map((source) => [source, new Map(codes.map((code) => [code, duty]))]))
  }),
}
vi.mock('@/workers/client', async (original) => ({ ...(await original<object>()), datasetWorker: () => worker }))

const ago = (minutes: number) => new Date(Date.now() - minutes * 60_000).toISOString()
const measure = (id: string) => ({ id, duty: 'binding', what: { zh: id, en: id } })

/** A warning that began two hours ago and ended just now, and one still in force. */
const open = (measures: readonly string[], ended: number | null = 1) =>
  useChentu.setState({
    opened: {
      dataset: {
        warnings: [
          { code: 'W1', name: '黄色预警', from: minuteAt(ago(120)), until: ended && minuteAt(ago(ended)) },
          { code: 'W0', name: '上月的', from: minuteAt(ago(9000)), until: minuteAt(ago(8000)) },
        ],
        warningMeasures: measures.map(measure),
      },
      shown: {},
    } as never,
  })

beforeEach(() => open(['stop', 'cover']))
afterEach(cleanup)
const titles = (items: ReturnType<typeof useOnSiteItems>) => items.map(({ title }) => title.zh)

it('items of a warning stay in a started check when the warning ends', async () => {
  const begun = renderHook(() => useOnSiteItems(7, { since: ago(30) }))
  await waitFor(() => expect(titles(begun.result.current)).toEqual(['stop', 'cover']))
  expect(worker.dutiesOf).toHaveBeenLastCalledWith([7], ['W1'])
  // A check started after the end has no items of it; a record from the time of the warning still does.
  const after = renderHook(() => useOnSiteItems(7))
  const corrected = renderHook(() => useOnSiteItems(7, { since: ago(60), ended: ago(60) }))
  await waitFor(() => expect(corrected.result.current).toHaveLength(2))
  expect(after.result.current).toEqual([])
})

it('an answer to an item that the plan no longer has is not shown', async () => {
  open(['stop', 'cover'], null)
  const { result } = renderHook(() => useOnSiteItems(7))
  await waitFor(() => expect(result.current).toHaveLength(2))
  worker.dutiesOf.mockResolvedValueOnce(new Map([[7, new Map([['W1', { ...duty, asked: [0] }]])]]))
  act(() => open(['stop'], null))
  await waitFor(() => expect(titles(result.current)).toEqual(['stop']))
})
