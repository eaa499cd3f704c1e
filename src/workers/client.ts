import { type Remote, wrap } from 'comlink'
import type { DatasetApi } from './dataset.main'

let remote: Remote<DatasetApi> | null = null
/** Questions that are not answered yet. */
let open = 0

/** The one worker that holds the package; started at the first call. */
export function datasetWorker(): Remote<DatasetApi> {
  remote ??= counted(wrap<DatasetApi>(new Worker(new URL('./dataset.worker.ts', import.meta.url), { type: 'module' })))
  return remote
}

/** The same, but counts what is asked until it is answered. */
function counted(asked: Remote<DatasetApi>): Remote<DatasetApi> {
  return new Proxy(asked, {
    get(target, name) {
      const question = Reflect.get(target, name) as (...args: unknown[]) => Promise<unknown>
      return async (...args: unknown[]) => {
        open++
        try {
          return await question(...args)
        } finally {
          open--
        }
      }
    },
  })
}

/** Nobody waits longer than this for answers to others. */
const MOST_WAIT_MS = 500

const painted = () => new Promise((done) => requestAnimationFrame(() => setTimeout(done, 0)))

/**
 * Answers once the page shows what it has asked for. Drawing the map anew keeps the page from everything else for as long as
 * the graphics card, or the processor in its place, needs: a panel must not wait for it.
 */
export async function whenAnswered(): Promise<void> {
  const until = performance.now() + MOST_WAIT_MS
  do await painted()
  while (open > 0 && performance.now() < until)
}
