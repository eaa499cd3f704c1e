import { expect, it } from 'vitest'
import { Recent } from '@/io/readings/recent'

it('drops the least recently used entries above the limit, and retries after a failure', async () => {
  const made: string[] = []
  const recent = new Recent<number>(10, (weight) => weight)
  const ask = (key: string, weight: number) =>
    recent.get(key, async () => {
      made.push(key)
      return weight
    })
  await ask('a', 4)
  await ask('b', 4)
  await ask('a', 4)
  await ask('c', 4)
  expect(['a', 'b', 'c'].map((key) => recent.has(key))).toEqual([true, false, true])
  await ask('b', 4)
  expect(made).toEqual(['a', 'b', 'c', 'b'])
  // The most recent entry stays, however large.
  await ask('d', 40)
  expect(['a', 'b', 'c', 'd'].map((key) => recent.has(key))).toEqual([false, false, false, true])
  await expect(recent.get('e', () => Promise.reject(new Error('lost')))).rejects.toThrow('lost')
  expect([recent.has('e'), await recent.get('e', async () => 1)]).toEqual([false, 1])
})
