import { parentPort } from 'node:worker_threads'
import { perform, type Task } from './tasks'

parentPort!.on('message', (task: Task) => {
  perform(task).then(
    (done) => parentPort!.postMessage({ done }),
    (error: unknown) =>
      parentPort!.postMessage({ failed: error instanceof Error ? (error.stack ?? error.message) : String(error) }),
  )
})
