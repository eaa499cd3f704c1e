import { afterEach, expect, it, vi } from 'vitest'
import { exchangeWorker } from '@/ledger/exchange'
import { WorkerStopped } from '@/workers/live-worker'
import { FakeWorker } from '../../fixtures/fake-worker'

afterEach(() => vi.unstubAllGlobals())

it('a worker that is killed rejects its open requests, and they are not sent again', async () => {
  let die: () => void = () => undefined
  vi.stubGlobal('navigator', {
    locks: {
      // Granted to the page when the worker that held it is gone.
      request: (_: string, __: object, act: () => void) =>
        new Promise<void>((done) => {
          die = () => {
            act()
            done()
          }
        }),
    },
  })
  const receive = vi.fn(() => new Promise(() => undefined))
  const made: FakeWorker[] = []
  vi.stubGlobal(
    'Worker',
    class extends FakeWorker {
      constructor() {
        super({ ping: () => true, hold: () => true, receive, releasable: () => 0 })
        made.push(this)
      }
    },
  )
  const asked = expect(exchangeWorker().receive(new File([], 'a.zip'), '', '', [])).rejects.toBeInstanceOf(
    WorkerStopped,
  )
  expect(await exchangeWorker().releasable()).toBe(0)
  await vi.waitFor(() => {
    die()
    expect(made[0]!.terminated).toBe(true)
  })
  await asked
  expect(await exchangeWorker().releasable()).toBe(0)
  expect(made.length).toBe(2)
  expect(receive).toHaveBeenCalledTimes(1)
  made[1]!.terminate()
})
