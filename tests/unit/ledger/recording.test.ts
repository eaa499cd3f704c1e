import { afterEach, describe, expect, it, vi } from 'vitest'
import { holdRecording, isRecording } from '@/ledger/recording'

afterEach(() => vi.unstubAllGlobals())

/** The browser's locks (Web Locks API), only shared ones. */
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

describe('a sound recording in progress', () => {
  it('is known to all windows until all recordings have ended', async () => {
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

  it('is unknown without locks', async () => {
    vi.stubGlobal('navigator', {})
    holdRecording()()
    expect(await isRecording()).toBe(false)
  })
})
