import { threadPool } from '../../thread-pool'
import { type Done, perform, type Task } from './tasks'

/** Runs tasks, possibly several at a time. */
export interface Pool {
  /** Digest of the code that runs them; results of other code are computed again. */
  readonly code: string
  run<T extends Done>(tasks: readonly Task[], say?: (done: T, at: number) => void): Promise<T[]>
  end(): Promise<void>
}

/** Runs tasks in this thread, one after another. */
export const IN_THIS_THREAD: Pool = {
  code: '',
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

/** Runs tasks in several threads. */
export async function workerPool(count: number): Promise<Pool> {
  const { code, run, end } = await threadPool<Task, Done>('scripts/fold/trucks/worker.ts', count)
  return {
    code,
    run: <T extends Done>(tasks: readonly Task[], say: (done: T, at: number) => void = () => undefined) =>
      Promise.all(
        tasks.map(async (task, at) => {
          const done = (await run(task)) as T
          say(done, at)
          return done
        }),
      ),
    end,
  }
}
