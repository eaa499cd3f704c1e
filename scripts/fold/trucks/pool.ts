import { Worker } from 'node:worker_threads'
import { bundle } from '../../bundle.mjs'
import { type Done, perform, type Task } from './tasks'

/** Does tasks, some of them at a time. */
export interface Pool {
  run<T extends Done>(tasks: readonly Task[], say?: (done: T, at: number) => void): Promise<T[]>
  end(): Promise<void>
}

/** Does them here, one after the other. */
export const HERE: Pool = {
  async run<T extends Done>(tasks: readonly Task[], say: (done: T, at: number) => void = () => undefined) {
    const all: T[] = []
    for (const [at, task] of tasks.entries()) {
      const done = (await perform(task)) as T
      say(done, at)
      all.push(done)
    }
    return all
  },
  end: async () => undefined,
}

/** Does them in so many threads. */
export async function workerPool(count: number): Promise<Pool> {
  const program = await bundle('scripts/fold/trucks/worker.ts')
  const workers = Array.from({ length: count }, () => new Worker(program))
  return {
    async run<T extends Done>(tasks: readonly Task[], say: (done: T, at: number) => void = () => undefined) {
      const all = new Array<T>(tasks.length)
      let next = 0
      const work = async (worker: Worker) => {
        while (next < tasks.length) {
          const at = next++
          const done = (await answered(worker, tasks[at]!)) as T
          say(done, at)
          all[at] = done
        }
      }
      await Promise.all(workers.map(work))
      return all
    },
    async end() {
      await Promise.all(workers.map((worker) => worker.terminate()))
    },
  }
}

function answered(worker: Worker, task: Task): Promise<Done> {
  return new Promise((resolve, reject) => {
    const settle = () => {
      worker.off('message', hear)
      worker.off('error', fail)
    }
    const hear = (said: { readonly done: Done } | { readonly failed: string }) => {
      settle()
      if ('done' in said) resolve(said.done)
      else reject(new Error(said.failed))
    }
    const fail = (error: Error) => {
      settle()
      reject(error)
    }
    worker.on('message', hear)
    worker.on('error', fail)
    worker.postMessage(task)
  })
}
