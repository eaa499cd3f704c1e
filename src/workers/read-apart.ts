import { type HeldAnswer, type HeldFile, readHeldFile } from '@/io/held-file'
import type { HeldTable } from '@/io/table-file'
import type { ReaderAsked, ReaderSays } from './reader.main'

/** So long a reader may be silent: counted, not timed, since a device that was asleep has not waited. */
const TICK_MS = 5000
const SILENT_TICKS = 12
const SILENT_TICKS_PER_MB = 2

/**
 * Reads a file in a worker of its own, which is ended when the reading is: a library that parses for seconds can't be asked to
 * stop, and one that runs out of memory takes nothing else with it. One that dies, or does not come to an end, is answered by a
 * problem.
 * @throws the signal's reason as soon as it is aborted.
 */
export async function readApart(held: HeldFile, signal?: AbortSignal): Promise<HeldAnswer> {
  signal?.throwIfAborted()
  // An engine whose workers can't start workers reads it here, and a cancel waits.
  if (typeof Worker === 'undefined') return readHeldFile(held)
  const worker = new Worker(new URL('./reader.worker.ts', import.meta.url), { type: 'module' })
  const tables: (Omit<HeldTable, 'rows'> & { readonly rows: (readonly string[])[] })[] = []
  const over = new AbortController()
  const asked: ReaderAsked = { held, lock: `chentu-reader-${crypto.getRandomValues(new Uint32Array(4)).join('-')}` }
  let silent = 0
  let watch: ReturnType<typeof setInterval> | undefined
  return new Promise<HeldAnswer>((answer, refuse) => {
    const ended = (code: 'reader-died' | 'reader-slow') => answer({ problem: { code, file: held.file.name } })
    const died = () => ended('reader-died')
    const most = SILENT_TICKS + SILENT_TICKS_PER_MB * Math.ceil(held.file.size / 1e6)
    watch = setInterval(() => {
      if (++silent > most) ended('reader-slow')
    }, TICK_MS)
    worker.onmessage = ({ data }: MessageEvent<ReaderSays>) => {
      silent = 0
      if ('locked' in data) {
        // Given here once the reader is gone; one that is killed for its memory says nothing else.
        if (data.locked) navigator.locks.request(asked.lock, { signal: over.signal }, died).catch(() => undefined)
      } else if ('table' in data) tables.push({ ...data.table, rows: [] })
      else if ('rows' in data) for (const cells of data.rows) tables.at(-1)!.rows.push(cells)
      else answer('format' in data ? { format: data.format, tables } : data)
    }
    worker.onerror = (event) => {
      event.preventDefault()
      died()
    }
    worker.onmessageerror = died
    signal?.addEventListener('abort', () => refuse(signal.reason), { once: true })
    worker.postMessage(asked)
  }).finally(() => {
    clearInterval(watch)
    over.abort()
    worker.terminate()
  })
}
