import { parentPort } from 'node:worker_threads'

/** A thread's answer to a task: its result, or why it failed. */
export type Answer<Done> = { readonly done: Done } | { readonly failed: string }

/** Makes a thread of a pool run the tasks it receives. */
export function answerTasks<Task, Done>(perform: (task: Task) => Promise<Done>): void {
  parentPort?.on('message', async (task: Task) => {
    let answer: Answer<Done>
    try {
      answer = { done: await perform(task) }
    } catch (error) {
      answer = { failed: error instanceof Error ? (error.stack ?? error.message) : String(error) }
    }
    parentPort?.postMessage(answer)
  })
}
