import { parentPort } from 'node:worker_threads'

/** What a thread says of a task: what came of it, or why it was not done. */
export type Answer<Done> = { readonly done: Done } | { readonly failed: string }

/** Lets a thread of a pool do the tasks that it is given. */
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
