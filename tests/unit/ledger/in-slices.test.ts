import { expect, it, vi } from 'vitest'
import { atOnce, inSlices, type Steps } from '@/ledger/in-slices'

function* counting(upTo: number, said: string[]): Steps<number> {
  for (let i = 1; i <= upTo; i++) {
    said.push(String(i))
    yield
  }
  return upTo
}

it('work in slices has the result of the same work at once, and lets other tasks run in between', async () => {
  let clock = 0
  // Each look at the clock is five milliseconds after the previous one.
  const now = vi.spyOn(performance, 'now').mockImplementation(() => (clock += 5))
  try {
    const [once, said]: string[][] = [[], []]
    expect(atOnce(counting(6, once!))).toBe(6)
    expect(once).toEqual(['1', '2', '3', '4', '5', '6'])
    const { port1, port2 } = new MessageChannel()
    const heard = new Promise<void>((done) => {
      port2.onmessage = () => {
        said!.push('another task')
        port2.close()
        done()
      }
    })
    port1.postMessage(null)
    expect(await inSlices(counting(6, said!))).toBe(6)
    await heard
    expect(said!.filter((each) => each !== 'another task')).toEqual(once)
    const at = said!.indexOf('another task')
    expect(at).toBeGreaterThan(0)
    expect(at).toBeLessThan(6)
  } finally {
    now.mockRestore()
  }
})

it('work that fails in a later slice is rejected', async () => {
  const now = vi.spyOn(performance, 'now').mockImplementation(() => now.mock.calls.length * 5)
  try {
    const failing = function* (): Steps<number> {
      yield* counting(4, [])
      throw new RangeError('later')
    }
    await expect(inSlices(failing())).rejects.toThrow('later')
    expect(() => atOnce(failing())).toThrow('later')
  } finally {
    now.mockRestore()
  }
})
