import { availableParallelism, totalmem } from 'node:os'
import { type ThreadPool, threadPool } from '../thread-pool'
import { type CityOrder, type JudgedCity, judgeCity } from './judge-city'

/** Evaluates cities, here or in threads; `code` is the digest of the code. */
export type Judges = Pick<ThreadPool<CityOrder, JudgedCity>, 'code' | 'run'>

/** Memory in MB that evaluating a city of a million sources takes; a thread that needs more fails its city. */
const HEAP_MB = 6144

/** Number of threads: one per processor, limited by the memory if each had a city that large; at least one. */
export const threadsFor = (processors: number, memoryMegabytes: number): number =>
  Math.max(1, Math.min(processors, Math.floor(memoryMegabytes / HEAP_MB)))

/** Threads that each evaluate one city at a time. */
export const judgeThreads = (): Promise<ThreadPool<CityOrder, JudgedCity>> =>
  threadPool('scripts/province/judge-thread.ts', threadsFor(availableParallelism(), totalmem() / 2 ** 20), HEAP_MB)

/** Evaluates cities in this thread, one after another. */
export const IN_THIS_THREAD: Judges = { code: '', run: judgeCity }
