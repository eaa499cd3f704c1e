import { afterEach, describe, expect, it, vi } from 'vitest'
import { holdRecording, isRecording } from '@/ledger/recording'

afterEach(() => vi.unstubAllGlobals())

/** Locks of a browser (Web Locks API), shared ones alone. */
function stubLocks() {
  const held: { name: string; mode: string }[] = []
  const request = async (name: string, { mode }: { mode: string }, work: () => Promise<void>) => {
    const lock = { name, mode }
    held.push(lock)
    await work()
    held.splice(held.indexOf(lock), 1)
  }
  vi.stubGlobal('navigator', { locks: { request, query: async () => ({ held: [...held] }) } })
  return held
}

describe('a record that is being made', () => {
  it('is known to all windows until all that make one have ended', async () => {
    const held = stubLocks()
    held.push({ name: 'another', mode: 'exclusive' })
    expect(await isRecording()).toBe(false)
    const [first, second] = [holdRecording(), holdRecording()]
    expect(held.filter(({ mode }) => mode === 'shared')).toHaveLength(2)
    expect(await isRecording()).toBe(true)
    first()
    await Promise.resolve()
    expect(await isRecording()).toBe(true)
    second()
    await new Promise(setImmediate)
    expect(await isRecording()).toBe(false)
  })

  it('is nothing to know where there are no locks', async () => {
    vi.stubGlobal('navigator', {})
    holdRecording()()
    expect(await isRecording()).toBe(false)
  })
})
