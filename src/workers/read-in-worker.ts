import type { Result } from '@/domain/problem'
import { type HeldAnswer, type HeldFile, MAX_SILENT_MS_PER_MEGABYTE } from '@/io/formats/held-file'
import type { OutlinesRead, RiversRead } from '@/io/formats/outlines-file'
import type { ReaderMessage, ReaderTask } from './reader.main'
import type { ReaderWanted } from './reader-thread'
import { GrowingTables } from './table-pieces'

/** Silence is counted in ticks instead of measuring time: a suspended device has not waited. */
const TICK_MS = 1000
/** Small files get the time limit of a file with this many megabytes. */
const MIN_MEGABYTES = 2

/**
 * Reads a file in a worker of its own, which the page starts (`reader-thread.ts`) and which ends with the read. A
 * library that parses for seconds can't be interrupted, and one that runs out of memory or never ends must not affect
 * anything else; it is reported as a problem.
 * @throws the signal's reason as soon as it is aborted.
 */
export async function readInWorker(held: HeldFile, signal?: AbortSignal): Promise<HeldAnswer> {
  signal?.throwIfAborted()
  const growing = new GrowingTables()
  const { name: file } = held.file
  return inWorker<HeldAnswer>({
    task: { held },
    bytes: held.file.size,
    hear(said) {
      if ('problem' in said) return said
      if ('format' in said) return { format: said.format, tables: growing.tables }
      if (!('planText' in said || 'outlinesRead' in said || 'riversRead' in said || 'locked' in said)) growing.add(said)
      return null
    },
    failed: (code) => ({ problem: { code, file } }),
    ...(signal ? { signal } : {}),
  })
}

/** The text of a published plan, or problems. */
export function readPlanInWorker(plan: File): Promise<Result<string>> {
  return inWorker<Result<string>>({
    task: { plan },
    bytes: plan.size,
    hear: (said) => ('planText' in said ? said.planText : null),
    failed: (code) => ({ value: null, problems: [{ code, file: plan.name }] }),
  })
}

/** The outlines of counties, or problems. */
export function readOutlinesInWorker(outlines: readonly File[]): Promise<Result<OutlinesRead>> {
  return inWorker<Result<OutlinesRead>>({
    task: { outlines },
    bytes: bytesOf(outlines),
    hear: (said) => ('outlinesRead' in said ? said.outlinesRead : null),
    failed: (code) => ({ value: null, problems: [{ code, file: namesOf(outlines) }] }),
  })
}

/** Rivers, or problems. */
export function readRiversInWorker(rivers: readonly File[]): Promise<Result<RiversRead>> {
  return inWorker<Result<RiversRead>>({
    task: { rivers },
    bytes: bytesOf(rivers),
    hear: (said) => ('riversRead' in said ? said.riversRead : null),
    failed: (code) => ({ value: null, problems: [{ code, file: namesOf(rivers) }] }),
  })
}

const bytesOf = (files: readonly File[]) => files.reduce((sum, { size }) => sum + size, 0)
const namesOf = (files: readonly File[]) => files.map(({ name }) => name).join('、')

interface Reading<Answer> {
  readonly task: ReaderTask
  readonly bytes: number
  /** Handles a message; returns the answer once it is complete, null before. */
  hear(said: ReaderMessage): Answer | null
  /** The answer if the worker died, or was silent for too long. */
  failed(code: 'reader-died' | 'reader-late'): Answer
  readonly signal?: AbortSignal
}

function inWorker<Answer>({ task, bytes, hear, failed, signal }: Reading<Answer>): Promise<Answer> {
  const over = new AbortController()
  const answers = new MessageChannel()
  const control = new MessageChannel()
  const lock = `chentu-reader-${crypto.getRandomValues(new Uint32Array(4)).join('-')}`
  const most = (MAX_SILENT_MS_PER_MEGABYTE * Math.max(MIN_MEGABYTES, bytes / 1e6)) / TICK_MS
  let silent = 0
  let watch: ReturnType<typeof setInterval> | undefined
  return new Promise<Answer>((answer, refuse) => {
    const died = () => answer(failed('reader-died'))
    watch = setInterval(() => {
      if (++silent >= most) answer(failed('reader-late'))
    }, TICK_MS)
    answers.port1.onmessage = ({ data }: MessageEvent<ReaderMessage>) => {
      silent = 0
      // The lock is granted here once the reader is gone; a reader killed for its memory sends no other sign.
      if ('locked' in data && data.locked)
        navigator.locks.request(lock, { signal: over.signal }, died).catch(() => undefined)
      const complete = hear(data)
      if (complete !== null) answer(complete)
    }
    answers.port1.onmessageerror = died
    control.port1.onmessage = died
    signal?.addEventListener('abort', () => refuse(signal.reason), { once: true })
    const wanted: ReaderWanted = { reader: { ...task, lock, answers: answers.port2, control: control.port2 } }
    self.postMessage(wanted, { transfer: [answers.port2, control.port2] })
  }).finally(() => {
    clearInterval(watch)
    over.abort()
    answers.port1.close()
    control.port1.postMessage('end')
  })
}
