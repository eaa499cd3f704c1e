import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { LiveWorker, WorkerStopped } from '@/workers/live-worker'
import { FakeWorker } from '../../fixtures/fake-worker'

const ANSWERS = {
  ping: () => true,
  hold: () => false,
  add: (a: number, b: number) => a + b,
  never: () => new Promise(() => undefined),
}
/** A worker that never answers. */
const DUMB = {
  ping: () => new Promise(() => undefined),
  hold: () => new Promise(() => undefined),
  add: () => new Promise(() => undefined),
  never: () => new Promise(() => undefined),
}

let made: FakeWorker[] = []
function live(...apis: object[]) {
  const stopped = vi.fn()
  const worker = new LiveWorker<typeof ANSWERS>(() => {
    const next = new FakeWorker(apis[Math.min(made.length, apis.length - 1)]!)
    made.push(next)
    return next as unknown as Worker
  })
  worker.onStopped(stopped)
  return { worker, stopped }
}

beforeEach(() => {
  made = []
  vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval'] })
})
afterEach(() => {
  for (const worker of made) worker.terminate()
  vi.useRealTimers()
})

describe('a supervised worker', () => {
  it('answers, and lives while it answers, however long a question takes', async () => {
    const { worker, stopped } = live(ANSWERS)
    expect(await worker.api.add(1, 2)).toBe(3)
    void worker.api.never()
    for (let i = 0; i < 100; i++) {
      vi.advanceTimersByTime(5000)
      // Its answers arrive.
      await worker.api.add(1, 1)
    }
    expect(stopped).not.toHaveBeenCalled()
    expect(worker.waiting).toBe(1)
  })

  it('resolves `settled` after the last question of a name is answered or has failed', async () => {
    let answer = (_found: number) => {}
    const held = {
      ...ANSWERS,
      never: () =>
        new Promise<number>((done) => {
          answer = done
        }),
    }
    const { worker } = live(held, ANSWERS)
    await worker.settled('never')
    const asked = worker.api.never()
    let isSettled = false
    const settled = worker.settled('never').then(() => {
      isSettled = true
    })
    // Answers to other questions change nothing.
    await worker.settled('add')
    expect(await worker.api.add(1, 2)).toBe(3)
    expect(isSettled).toBe(false)
    answer(5)
    await settled
    expect(await asked).toBe(5)

    const lost = expect(worker.api.never()).rejects.toBeInstanceOf(WorkerStopped)
    const given = worker.settled('never')
    vi.advanceTimersByTime(24 * 60_000)
    await lost
    await given
  })

  it('is given up when it is silent: open questions are rejected, and the next question starts another', async () => {
    const { worker, stopped } = live(DUMB, ANSWERS)
    const asked = worker.api.add(1, 2)
    const said = expect(asked).rejects.toBeInstanceOf(WorkerStopped)
    vi.advanceTimersByTime(60_000)
    await said
    expect(stopped).toHaveBeenCalledTimes(1)
    expect(made[0]!.terminated).toBe(true)
    expect(await worker.api.add(1, 2)).toBe(3)
    expect(made.length).toBe(2)
    expect(worker.waiting).toBe(0)
  })

  it('is given up at once if its code can’t be loaded or an answer can’t be read', async () => {
    const { worker, stopped } = live(DUMB, ANSWERS)
    const first = expect(worker.api.add(1, 2)).rejects.toBeInstanceOf(WorkerStopped)
    made[0]!.dispatchEvent(new Event('error'))
    await first
    const second = expect(worker.api.never()).rejects.toBeInstanceOf(WorkerStopped)
    made[1]!.dispatchEvent(new Event('messageerror'))
    await second
    expect(stopped).toHaveBeenCalledTimes(2)
  })

  it('survives an uncaught error if it still answers', async () => {
    const { worker, stopped } = live(ANSWERS)
    await worker.api.add(1, 2)
    made[0]!.dispatchEvent(new Event('error'))
    expect(await worker.api.add(1, 2)).toBe(3)
    expect(stopped).not.toHaveBeenCalled()
  })

  it('is known to be dead when the lock that it held is released', async () => {
    let release: () => void = () => undefined
    vi.stubGlobal('navigator', {
      locks: {
        request: (_: string, __: object, act: () => void) =>
          new Promise<void>((done) => {
            release = () => {
              act()
              done()
            }
          }),
      },
    })
    const { worker, stopped } = live({ ...ANSWERS, hold: () => true })
    const asked = expect(worker.api.never()).rejects.toBeInstanceOf(WorkerStopped)
    await worker.api.add(1, 1)
    await vi.waitFor(() => {
      release()
      expect(stopped).toHaveBeenCalledTimes(1)
    })
    await asked
    vi.unstubAllGlobals()
  })

  it('passes on the error of a question', async () => {
    const { worker, stopped } = live({ ...ANSWERS, add: () => Promise.reject(new RangeError('no item 5')) })
    await expect(worker.api.add(1, 2)).rejects.toThrow('no item 5')
    expect(stopped).not.toHaveBeenCalled()
  })

  it('may be silent for a while when working, and is given up when that does not end', async () => {
    const busy = { ...ANSWERS, ping: () => new Promise(() => undefined) }
    const { worker, stopped } = live(busy)
    await worker.api.add(1, 2)
    const asked = expect(worker.api.never()).rejects.toBeInstanceOf(WorkerStopped)
    vi.advanceTimersByTime(24 * 5000)
    expect(stopped).not.toHaveBeenCalled()
    vi.advanceTimersByTime(5000)
    expect(stopped).toHaveBeenCalledTimes(1)
    await asked
  })
})
