import 'fake-indexeddb/auto'
import { afterEach, expect, it, vi } from 'vitest'
import { PartShelf } from '@/io/kept/part-shelf'

afterEach(() => {
  vi.useRealTimers()
  vi.unstubAllGlobals()
})

it('files that are listed are asked for every few minutes, as Chromium forgets unused ones of a private window', async () => {
  const asked = vi.fn(async () => ({ done: true, value: undefined }))
  vi.stubGlobal('navigator', { storage: { getDirectory: async () => ({ keys: () => ({ next: asked }) }) } })
  vi.useFakeTimers({ toFake: ['setInterval'] })
  const shelf = new PartShelf<{ readonly month: '2022-10' }>('readings-in-use')
  await shelf.list()
  await vi.advanceTimersByTimeAsync(10 * 60_000)
  expect(asked).not.toHaveBeenCalled()
  await shelf.parts.add({ id: 1, month: '2022-10', bytes: 1 })
  await shelf.list()
  await shelf.list()
  await vi.advanceTimersByTimeAsync(10 * 60_000)
  expect(asked).toHaveBeenCalledTimes(2)
})
