import type { ReaderTask } from './reader.main'

/** A message from the dataset worker to the page, which starts a reader for it. */
export interface ReaderWanted {
  readonly reader: ReaderTask & {
    /** Name of a lock held as long as the reader lives. */
    readonly lock: string
    /** Port for the reader's messages. */
    readonly answers: MessagePort
    /** Receives a message if the reader failed; any message sent to it ends the reader. */
    readonly control: MessagePort
  }
}

const readers = new Set<Worker>()

const isWanted = (data: unknown): data is ReaderWanted => typeof data === 'object' && data !== null && 'reader' in data

/**
 * Starts readers for a worker. The page does this, because in Firefox 153 a worker that starts workers can hang
 * forever.
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

/** Ends all readers, because the worker that requested them has ended. */
export function endReaders(): void {
  for (const reader of readers) reader.terminate()
  readers.clear()
}
