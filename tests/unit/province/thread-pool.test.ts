import { afterAll, beforeAll, expect, it, vi } from 'vitest'
import { threadsFor } from '../../../scripts/province/judges'
import { type ThreadPool, threadPool } from '../../../scripts/thread-pool'

let pool: ThreadPool<number | 'fail' | 'end', number>
beforeAll(async () => {
  pool = await threadPool('tests/fixtures/doubling-thread.ts', 2)
})
afterAll(() => pool?.end())

it('handles more tasks than it has threads', async () => {
  const numbers = Array.from({ length: 9 }, (_, i) => i)
  expect(await Promise.all(numbers.map(pool.run))).toEqual(numbers.map((each) => each * 2))
})

it('reports why a task failed, and continues with the next', async () => {
  await expect(pool.run('fail')).rejects.toThrow('told to fail')
  expect(await pool.run(4)).toBe(8)
})

it('replaces a thread that ended, also while others wait', async () => {
  const ended = await Promise.allSettled([pool.run('end'), pool.run('end'), pool.run('end'), pool.run(1)])
  expect(ended.map(({ status }) => status)).toEqual(['rejected', 'rejected', 'rejected', 'fulfilled'])
  expect(await Promise.all([pool.run(2), pool.run(3)])).toEqual([4, 6])
})

it('stops when ended while busy: running and waiting tasks fail, and no thread is left', async () => {
  const busy = await threadPool<number | 'wait', number>('tests/fixtures/doubling-thread.ts', 2)
  const tasks = Promise.allSettled((['wait', 'wait', 'wait', 1] as const).map(busy.run))
  await busy.end()
  expect((await tasks).map((task) => task.status === 'rejected' && task.reason.message)).toEqual(
    Array.from({ length: 4 }, () => 'the pool has ended'),
  )
  await expect(busy.run(1)).rejects.toThrow('the pool has ended')
})

it('hashes its code: equal for the same, different for others', async () => {
  expect(pool.code).toMatch(/^[0-9a-f]{16}$/)
  const [again, other] = await Promise.all([
    threadPool('tests/fixtures/doubling-thread.ts', 0),
    threadPool('scripts/fold/trucks/worker.ts', 0),
  ])
  expect(again.code).toBe(pool.code)
  expect(other.code).not.toBe(pool.code)
  vi.stubEnv('CHENTU_CODE', 'another program')
  const started = await threadPool('tests/fixtures/doubling-thread.ts', 0)
  vi.unstubAllEnvs()
  expect(started.code).not.toBe(pool.code)
})

it('uses no more threads than processors or memory allow', () => {
  expect([threadsFor(2, 65_536), threadsFor(16, 32_768), threadsFor(4, 2048)]).toEqual([2, 5, 1])
})
