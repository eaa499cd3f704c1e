import { expect, it, vi } from 'vitest'
import { failureOf } from '@/store/page/failure'
import { WorkerStopped } from '@/workers/live-worker'

vi.stubGlobal('localStorage', { getItem: () => null, setItem: () => undefined, removeItem: () => undefined })

it('reports in its own words that a server did not answer, for each browser’s message', () => {
  // The last message is as it comes from a worker.
  for (const message of ['Failed to fetch', 'NetworkError when attempting to fetch resource.', 'Load failed'])
    for (const error of [new TypeError(message), Object.assign(new Error(message), { name: 'TypeError' })])
      expect(failureOf(error, 'a.parquet')).toEqual({ code: 'server-unreachable', file: 'a.parquet' })
})

it('does not take other errors for that', () => {
  expect(failureOf(new TypeError('x is undefined'))).toEqual({ code: 'step-failed', file: '', seen: 'x is undefined' })
  expect(failureOf(new Error('Failed to fetch')).code).toBe('step-failed')
  expect(failureOf(new WorkerStopped()).code).toBe('worker-stopped')
})
