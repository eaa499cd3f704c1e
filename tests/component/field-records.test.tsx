import 'fake-indexeddb/auto'
import { act, cleanup, renderHook } from '@testing-library/react'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { useFieldRecords } from '@/app/use-field-records'
import { eventsById } from '@/ledger/event'
import { foldLedger } from '@/ledger/fold'
import { NO_REVIEWS, type Review } from '@/ledger/review'
import { useChentu } from '@/store/chentu'
import { useLedger } from '@/store/ledger'
import { inspection, write } from '../unit/ledger/records'

const record = write('a', null, inspection())
const takeSeen = vi.fn()
const review = (verdict: Review['verdict']) => {
  const { id: event, hash } = record
  const said = { event, hash, verdict, note: '', author: '内勤', at: '2022-11-01T08:00:00Z' }
  act(() => useLedger.setState({ reviews: new Map([[hash, said]]) }))
}

beforeEach(() => {
  takeSeen.mockClear()
  useChentu.setState({ phase: 'ready', takeSeen } as never)
  const events = eventsById([record])
  useLedger.setState({ load: vi.fn(), events, state: foldLedger(events.values()), reviews: NO_REVIEWS, doubtful: [] })
})
afterEach(() => {
  cleanup()
  vi.restoreAllMocks()
})

describe('the observations that the rules use', () => {
  const sent = (times: number) => vi.waitFor(() => expect(takeSeen).toHaveBeenCalledTimes(times))

  it('change when the desk returns or accepts a record, and are not sent again if unchanged', async () => {
    renderHook(useFieldRecords)
    await sent(1)
    expect(takeSeen.mock.calls).toEqual([[[expect.objectContaining({ answers: { covered: false } })]]])
    review('accepted')
    review('returned')
    await sent(2)
    expect(takeSeen.mock.lastCall).toEqual([[]])
    review('accepted')
    await sent(3)
    expect(takeSeen.mock.lastCall![0]).toHaveLength(1)
  })

  it('are those of the last state, if that came while earlier ones were being made', async () => {
    // Each look at the clock is later than a slice may last, so that every step is a slice of its own.
    const now = vi.spyOn(performance, 'now').mockImplementation(() => now.mock.calls.length * 100)
    renderHook(useFieldRecords)
    review('returned')
    await sent(1)
    expect(takeSeen.mock.calls).toEqual([[[]]])
    review('accepted')
    cleanup()
    const { rerender } = renderHook(useFieldRecords)
    rerender()
    await sent(2)
    expect(takeSeen.mock.lastCall![0]).toHaveLength(1)
  })
})
