import { type HeldAnswer, type HeldFile, readHeldFile } from '@/io/held-file'
import type { HeldTable } from '@/io/table-file'
import type { ReaderSays } from './reader.main'

/**
 * Reads a file in a worker of its own, which is ended when the reading is: a library that parses for seconds can't be asked to
 * stop, and one that runs out of memory takes nothing else with it.
 * @throws the signal's reason as soon as it is aborted.
 */
export async function readApart(held: HeldFile, signal?: AbortSignal): Promise<HeldAnswer> {
  signal?.throwIfAborted()
  // An engine whose workers can't start workers reads it here, and a cancel waits.
  if (typeof Worker === 'undefined') return readHeldFile(held)
  const worker = new Worker(new URL('./reader.worker.ts', import.meta.url), { type: 'module' })
  const tables: (Omit<HeldTable, 'rows'> & { readonly rows: (readonly string[])[] })[] = []
  return new Promise<HeldAnswer>((answer, refuse) => {
    const died = () => answer({ problem: { code: 'reader-died', file: held.file.name } })
    worker.onmessage = ({ data }: MessageEvent<ReaderSays>) => {
      if ('table' in data) tables.push({ ...data.table, rows: [] })
      else if ('rows' in data) for (const cells of data.rows) tables.at(-1)!.rows.push(cells)
      else answer('format' in data ? { format: data.format, tables } : data)
    }
    worker.onerror = (event) => {
      event.preventDefault()
      died()
    }
    worker.onmessageerror = died
    signal?.addEventListener('abort', () => refuse(signal.reason), { once: true })
    worker.postMessage(held)
  }).finally(() => worker.terminate())
}
