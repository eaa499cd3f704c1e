import { createHash } from 'node:crypto'
import { Worker } from 'node:worker_threads'
import { bundleWithDigest } from './bundle.mjs'
import type { Answer } from './thread-tasks'

/** Threads that each run one task after another. */
export interface ThreadPool<Task, Done> {
  /** Hex digest of all code they run and of the program that started them: results of other code may be outdated. */
  readonly code: string
  /**
   * Runs a task in the next free thread. @throws Error with the reason of the failure, also if the pool was ended
   * before
   */
  run(task: Task): Promise<Done>
  /** Stops all threads; unfinished and waiting tasks fail. */
  end(): Promise<void>
}

/**
 * Starts threads of a program that answers tasks (`thread-tasks.ts`). A thread that exits by itself, e.g. out of
 * memory, fails its task and is replaced.
 * @param entry the program's path relative to the project
 * @param heapMegabytes maximum heap of a thread; Node's default if absent
 */
export async function threadPool<Task, Done>(
  entry: string,
  threads: number,
  heapMegabytes?: number,
): Promise<ThreadPool<Task, Done>> {
  const { program, digest } = await bundleWithDigest(entry)
  const start = () =>
    new Worker(program, heapMegabytes ? { resourceLimits: { maxOldGenerationSizeMb: heapMegabytes } } : {})
  const idle = Array.from({ length: threads }, start)
  const all = new Set(idle)
  const waiting: { readonly go: (worker: Worker) => void; readonly giveUp: (why: Error) => void }[] = []
  let isEnded = false
  const free = (worker: Worker) => {
    const next = waiting.shift()
    if (next) next.go(worker)
    else idle.push(worker)
  }
  const taken = async () => {
    if (isEnded) throw new Error(ENDED)
    return idle.pop() ?? new Promise<Worker>((go, giveUp) => waiting.push({ go, giveUp }))
  }

  async function run(task: Task): Promise<Done> {
    const worker = await taken()
    try {
      const answer = await answered<Done>(worker, task)
      free(worker)
      if ('done' in answer) return answer.done
      throw new Error(answer.failed)
    } catch (error) {
      if (!(error instanceof ThreadEnded)) throw error
      all.delete(worker)
      // A new thread would keep the program alive that has ended its pool.
      if (isEnded) throw new Error(ENDED)
      const another = start()
      all.add(another)
      free(another)
      throw new Error(error.message)
    }
  }

  async function end(): Promise<void> {
    isEnded = true
    for (const { giveUp } of waiting.splice(0)) giveUp(new Error(ENDED))
    await Promise.all([...all].map((worker) => worker.terminate()))
  }
  // Includes the main program, which combines the threads' results and runs database queries.
  const code = createHash('sha256').update(`${process.env.CHENTU_CODE} ${digest}`).digest('hex').slice(0, 16)
  return { code, run, end }
}

const ENDED = 'the pool has ended'

class ThreadEnded extends Error {}

function answered<Done>(worker: Worker, task: unknown): Promise<Answer<Done>> {
  return new Promise((resolve, reject) => {
    const settled = () => {
      worker.off('message', hear)
      worker.off('error', fail)
      worker.off('exit', end)
    }
    const hear = (answer: Answer<Done>) => {
      settled()
      resolve(answer)
    }
    const fail = (error: unknown) => {
      settled()
      reject(new ThreadEnded(String(error)))
    }
    const end = (status: number) => fail(`the thread ended with ${status}`)
    worker.on('message', hear)
    worker.on('error', fail)
    worker.on('exit', end)
    worker.postMessage(task)
  })
}
