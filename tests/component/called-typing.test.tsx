import { act, renderHook, waitFor } from '@testing-library/react'
import { expect, it, vi } from 'vitest'
import type { Warning } from '@/domain/warnings/warning'
import { useCalled } from '@/features/explore/warnings/use-called'
import { type CalledRequest, NO_CALLED_FILTERS } from '@/questions/warnings/warning-overview'
import { useChentu } from '@/store/chentu'
import type { CallEvidence } from '@/store/warnings/call-standing'

const worker = { warningOverview: vi.fn(async ({ narrowing }: CalledRequest) => ({ text: narrowing.text })) }
vi.mock('@/workers/client', async (original) => ({ ...(await original<object>()), datasetWorker: () => worker }))

const warning = { code: 'W1', name: '预警', from: 0, until: null } as Warning
const answered = { calls: new Map(), state: new Map(), reviews: new Map() } as unknown as CallEvidence

it('searches once typing pauses, not at each letter', async () => {
  useChentu.setState({ opened: { dataset: {}, evaluation: { asOf: '2022-10-31' }, shown: {} } as never })
  const { result } = renderHook(() => useCalled(warning, answered))
  await waitFor(() => expect(result.current.overview).toMatchObject({ text: '' }))
  for (const text of ['水', '水泥', '水泥厂']) act(() => result.current.setNarrowing({ ...NO_CALLED_FILTERS, text }))
  expect(result.current.narrowing.text).toBe('水泥厂')
  await waitFor(() => expect(result.current.overview).toMatchObject({ text: '水泥厂' }))
  expect(worker.warningOverview.mock.calls.map(([{ narrowing }]) => narrowing.text)).toEqual(['', '水泥厂'])
})
