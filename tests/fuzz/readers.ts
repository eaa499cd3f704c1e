import { MAX_SILENT_MS_PER_MEGABYTE } from '@/io/formats/held-file'
import { bundleWorker, IsolatedWorker } from './apart'
import { mutate, randomFrom, withSum } from './mutate'
import type { ReadingAnswer, ReadingQuestion } from './readers.worker'
import { makeSeeds } from './seeds'

/** The result of a campaign. `faults` is empty if every promise was kept. */
export interface Report {
  readonly name: string
  readonly tried: number
  readonly seconds: number
  /** Figures by what they count or measure. */
  readonly figures: Readonly<Record<string, number>>
  /** Each with everything needed to reproduce it. */
  readonly faults: readonly string[]
}

/** Heap of a reader in megabytes; a third of that of a tablet's browser tab. */
const HEAP_MEGABYTES = 512
const SUM_LETTERS = 64
/** One of so many files is cancelled while it is being read. */
const CANCEL_EVERY = 50
const CANCEL_WITHIN_MS = 100

/** Reads `count` broken files, each type in turn; the same seed gives the same files. */
export async function fuzzReaders({ count, seed }: { count: number; seed: number }): Promise<Report> {
  const from = performance.now()
  const [{ seeds, ledger }, bundle] = await Promise.all([makeSeeds(), bundleWorker('tests/fuzz/readers.worker.ts')])
  const apart = new IsolatedWorker<ReadingQuestion, ReadingAnswer>(bundle, HEAP_MEGABYTES)
  const faults: string[] = []
  const outcomes = new Map<string, number>()
  let [slowest, largest, deafest, cancels, latestCancel, givenUp] = [0, 0, 0, 0, 0, 0]
  const known = { device: ledger.device, own: ledger.own }
  const wholes = new Map<string, string | null>()
  try {
    for (const { name, reader, bytes } of seeds) {
      const ending = await apart.ask(
        { name, reader, bytes: copy(bytes), ledger: known, whole: null },
        MAX_SILENT_MS_PER_MEGABYTE,
      )
      if (!('answer' in ending) || /^(?:file-|no-|refused|document)/.test(ending.answer.outcome))
        throw new Error(`${name} itself is not read: ${JSON.stringify(ending)}`)
      wholes.set(name, ending.answer.taken)
    }
    for (let i = 0; i < count; i++) {
      const random = randomFrom(seed + i * 7919)
      const { name, reader, bytes } = seeds[i % seeds.length]!
      const other = seeds[Math.floor(random() * seeds.length)]!
      const mutated = mutate(bytes, other.bytes, random)
      const sound = reader === 'bundle' && random() < 0.7 ? withSum(mutated.bytes, SUM_LETTERS) : mutated.bytes
      const which = `${name} ${mutated.how} (seed ${seed}, number ${i}, ${sound.length} bytes)`
      const question = { name, reader, bytes: copy(sound), ledger: known, whole: wholes.get(name)! }
      if (i % CANCEL_EVERY === CANCEL_EVERY - 1) {
        const ms = await apart.cancel(question, random() * 40)
        cancels++
        latestCancel = Math.max(latestCancel, ms)
        if (ms > CANCEL_WITHIN_MS) faults.push(`${which}: the cancel took ${Math.round(ms)} ms`)
        continue
      }
      const ending = await apart.ask(question, Math.max(1, sound.length / 1e6) * MAX_SILENT_MS_PER_MEGABYTE)
      // The app terminates a reader in its own worker too, with a message; no other reader may be late.
      if ('late' in ending && (reader === 'office' || reader === 'plan')) givenUp++
      else if ('late' in ending) faults.push(`${which}: no answer in time`)
      else if ('crash' in ending) faults.push(`${which}: ${ending.crash}`)
      else {
        const { outcome, ms, deafMs, bytes: held } = ending.answer
        outcomes.set(outcome, (outcomes.get(outcome) ?? 0) + 1)
        slowest = Math.max(slowest, ms)
        largest = Math.max(largest, held)
        // Only delimited text is read in place; everything else is terminated from outside.
        if (outcome === 'csv') deafest = Math.max(deafest, deafMs)
        if (/CHANGED/.test(outcome)) faults.push(`${which}: ${outcome}`)
      }
    }
  } finally {
    await apart.end()
  }
  return {
    name: 'readers',
    tried: count,
    seconds: Math.round((performance.now() - from) / 1000),
    figures: {
      'slowest answer, ms': Math.round(slowest),
      'most held after one, MB': Math.round(largest / 1e6),
      'given up after 10 s a megabyte': givenUp,
      cancels: cancels,
      'latest cancel, ms': Math.round(latestCancel),
      'longest time in which a cancel is not heard while a text is read, ms': Math.round(deafest),
      ...Object.fromEntries([...outcomes].sort(([, a], [, b]) => b - a)),
    },
    faults,
  }
}

const copy = (bytes: Uint8Array) => new Uint8Array(bytes) as Uint8Array<ArrayBuffer>
