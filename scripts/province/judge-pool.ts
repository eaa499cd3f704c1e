import { availableParallelism } from 'node:os'
import { pathToFileURL } from 'node:url'
import { Worker } from 'node:worker_threads'
import type { CityOrder, JudgedCity } from './judge-city'
import type { Judge } from './make-province'

type Answer = { readonly judged: JudgedCity } | { readonly failed: string }

interface Pool {
  readonly judge: Judge
  close(): Promise<void>
}

/** A city of a million sources takes about so many bytes while it is judged: more threads than that allows would end in none. */
const HEAP_MB = 6144

/** Threads that judge cities, as many as there are processors, each one city at a time. */
export async function judgePool(threads = availableParallelism()): Promise<Pool> {
  // By its address and not by its name: the bundler would look for it beside this file's bundle.
  const { bundle } = (await import(pathToFileURL('scripts/bundle.mjs').href)) as typeof import('../bundle.mjs')
  const program = await bundle('scripts/province/judge-thread.ts')
  const idle = Array.from(
    { length: threads },
    () => new Worker(program, { resourceLimits: { maxOldGenerationSizeMb: HEAP_MB } }),
  )
  const all = [...idle]
  const waiting: ((worker: Worker) => void)[] = []
  const free = (worker: Worker) => {
    const next = waiting.shift()
    if (next) next(worker)
    else idle.push(worker)
  }
  const taken = async () => idle.pop() ?? new Promise<Worker>((resolve) => waiting.push(resolve))

  async function judge(order: CityOrder): Promise<JudgedCity> {
    const worker = await taken()
    const answer = await new Promise<Answer>((resolve) => {
      const ended = (error: unknown) => resolve({ failed: String(error) })
      worker.once('error', ended)
      worker.once('message', (message: Answer) => {
        worker.off('error', ended)
        resolve(message)
      })
      worker.postMessage(order)
    })
    free(worker)
    if ('judged' in answer) return answer.judged
    throw new Error(`${order.folder}: ${answer.failed}`)
  }

  return { judge, close: async () => void (await Promise.all(all.map((worker) => worker.terminate()))) }
}
