import { expect, it, vi } from 'vitest'
import { loadedOnce } from '@/workers/loaded-once'

it('loads on the first call and caches the result, and loads again after a failure', async () => {
  const load = vi.fn<() => Promise<string>>().mockRejectedValueOnce(new Error('offline')).mockResolvedValue('desk')
  const desk = loadedOnce(load)
  await expect(desk()).rejects.toThrow('offline')
  expect(await Promise.all([desk(), desk()])).toEqual(['desk', 'desk'])
  expect(await desk()).toBe('desk')
  expect(load).toHaveBeenCalledTimes(2)
})
