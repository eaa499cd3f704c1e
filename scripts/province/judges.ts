import { availableParallelism } from 'node:os'
import { type ThreadPool, threadPool } from '../thread-pool'
import { type CityOrder, type JudgedCity, judgeCity } from './judge-city'

/** What opens, checks and judges a city, here or in threads, and of which code it is. */
export type Judges = Pick<ThreadPool<CityOrder, JudgedCity>, 'code' | 'run'>

/** A city of a million sources takes about so many megabytes while it is judged: more threads than that allows would end in none. */
const HEAP_MB = 6144

/** Threads that judge cities, as many as there are processors, each one city at a time. */
export const judgeThreads = (): Promise<ThreadPool<CityOrder, JudgedCity>> =>
  threadPool('scripts/province/judge-thread.ts', availableParallelism(), HEAP_MB)

/** Judges them here, one after the other. */
export const HERE: Judges = { code: '', run: judgeCity }
