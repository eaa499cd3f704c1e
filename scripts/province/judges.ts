import { availableParallelism, totalmem } from 'node:os'
import { type ThreadPool, threadPool } from '../thread-pool'
import { type CityOrder, type JudgedCity, judgeCity } from './judge-city'

/** What opens, checks and judges a city, here or in threads, and of which code it is. */
export type Judges = Pick<ThreadPool<CityOrder, JudgedCity>, 'code' | 'run'>

/** A city of a million sources takes about so many megabytes while it is judged; a thread that wants more fails its city. */
const HEAP_MB = 6144

/** As many threads as there are processors, but no more than fit into the memory, as if each had a city that large: at least one. */
export const threadsFor = (processors: number, memoryMegabytes: number): number =>
  Math.max(1, Math.min(processors, Math.floor(memoryMegabytes / HEAP_MB)))

/** Threads that judge cities, each one city at a time. */
export const judgeThreads = (): Promise<ThreadPool<CityOrder, JudgedCity>> =>
  threadPool('scripts/province/judge-thread.ts', threadsFor(availableParallelism(), totalmem() / 2 ** 20), HEAP_MB)

/** Judges them here, one after the other. */
export const HERE: Judges = { code: '', run: judgeCity }
