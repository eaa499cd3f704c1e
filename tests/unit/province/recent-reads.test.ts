import fc from 'fast-check'
import { expect, it } from 'vitest'
import { RecentReads } from '@/io/province/recent-reads'

const sizeOf = ({ byteLength }: ArrayBuffer) => byteLength

it('keeps at most its limit of bytes, and returns the requested parts', async () => {
  const asked = fc.array(fc.tuple(fc.integer({ min: 0, max: 9 }), fc.integer({ min: 1, max: 60 })), { maxLength: 60 })
  await fc.assert(
    fc.asyncProperty(asked, async (reads) => {
      const recent = new RecentReads(100)
      for (const [key, bytes] of reads) {
        const read = async () => new ArrayBuffer(bytes)
        const got = await recent.get(`${key} ${bytes}`, read, sizeOf)
        expect(got.byteLength).toBe(bytes)
        expect(recent.bytes).toBeLessThanOrEqual(100)
      }
    }),
  )
})

it('reads once for all that wait, and drops the least recently used first', async () => {
  const recent = new RecentReads(100)
  const reads: string[] = []
  const get = (key: string) =>
    recent.get(
      key,
      async () => {
        reads.push(key)
        return new ArrayBuffer(40)
      },
      sizeOf,
    )
  await Promise.all([get('a'), get('a'), get('b')])
  expect(reads).toEqual(['a', 'b'])
  // Used again: now b is the least recently used.
  await get('a')
  await get('c')
  await get('a')
  await get('b')
  expect(reads).toEqual(['a', 'b', 'c', 'b'])
})

it('retries after a failure', async () => {
  const recent = new RecentReads(100)
  await expect(recent.get('a', () => Promise.reject(new Error('gone')), sizeOf)).rejects.toThrow('gone')
  expect((await recent.get('a', async () => new ArrayBuffer(8), sizeOf)).byteLength).toBe(8)
})
