import type { ReaderTask } from './reader.main'

/** What the dataset's worker posts to the page, which starts a reader for it. */
export interface ReaderWanted {
  readonly reader: ReaderTask & {
    /** A lock that is held for as long as the reader lives. */
    readonly lock: string
    /** Where the reader says what it reads. */
    readonly answers: MessagePort
    /** Told when the reader failed; anything that is said to it ends the reader. */
    readonly control: MessagePort
  }
}

const readers = new Set<Worker>()

const isWanted = (data: unknown): data is ReaderWanted => typeof data === 'object' && data !== null && 'reader' in data

/**
 * Starts readers where a worker asks for them. The page does it, since in Firefox 153 a worker that starts workers can stand
 * still for ever while it starts one.
 */
export function startReadersFor(thread: Worker): void {
  thread.addEventListener('message', ({ data }: MessageEvent<unknown>) => {
    if (isWanted(data)) start(data)
  })
}

function start({ reader: { control, ...asked } }: ReaderWanted): void {
  const worker = new Worker(new URL('./reader.worker.ts', import.meta.url), { type: 'module' })
  readers.add(worker)
  worker.onerror = (event) => {
    event.preventDefault()
    control.postMessage('failed')
  }
  control.onmessage = () => {
    worker.terminate()
    readers.delete(worker)
    control.close()
  }
  worker.postMessage(asked, [asked.answers])
}

/** Ends all readers: whoever asked for them has ended. */
export function endReaders(): void {
  for (const reader of readers) reader.terminate()
  readers.clear()
}
