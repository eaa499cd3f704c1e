import { cleanup, renderHook, waitFor } from '@testing-library/react'
import { afterEach, expect, it, vi } from 'vitest'
import { useInData } from '@/features/explore/visits/use-in-data'
import type { Visit } from '@/ledger/visit'
import { useChentu } from '@/store/chentu'
import { useLedger } from '@/store/ledger'

const worker = { visitPlaces: vi.fn() }
vi.mock('@/workers/client', () => ({
  datasetWorker: () => worker,
  onDatasetWorkerStopped: () => undefined,
  whenAnswered: async () => undefined,
  whenMapDrawn: async () => undefined,
}))
afterEach(cleanup)

const visitOf = (code: string, nth?: number) =>
  ({ target: { kind: 'site', code, name: code, ...(nth !== undefined && { nth }) } }) as Visit

it('tells visits to sources that the data lack, other than those that a team found', async () => {
  useChentu.setState({ opened: { shown: {}, dataset: {} } as never })
  useLedger.setState({ state: new Map([['site/F', { found: {} }]]) as never })
  worker.visitPlaces.mockImplementation(async (asked: { kind: string; code: string }[]) =>
    asked.filter(({ code }) => code === 'A'),
  )
  // Of several sources with the code, nobody knows which one the last visit is about.
  const visits = [visitOf('A'), visitOf('B'), visitOf('F'), visitOf('A', 0)]
  const { result } = renderHook(() => useInData(visits))
  expect(visits.map(result.current)).toEqual([true, true, true, true])
  await waitFor(() => expect(visits.map(result.current)).toEqual([true, false, true, true]))
})
