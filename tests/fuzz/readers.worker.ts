import { monitorEventLoopDelay } from 'node:perf_hooks'
import { parentPort } from 'node:worker_threads'
import { openFile } from '@/io/formats/open-file'
import { openPackage } from '@/io/package/open-package'
import { DESCRIPTOR, heldFiles } from '@/io/package/package-files'
import { readPlanText } from '@/io/package/plan-document'
import { unpackFiles } from '@/io/versions/workspace-file'
import { type LedgerSeeds, takenOfBundle, takenOfReceipt } from './ledger-seeds'
import type { ReaderName } from './seeds'

/** A file to read; for files of the ledger with what they were before the change. */
export interface ReadingQuestion {
  readonly name: string
  readonly reader: ReaderName
  readonly bytes: Uint8Array<ArrayBuffer>
  readonly ledger: Pick<LedgerSeeds, 'device' | 'own'> | null
  /** What was read from the unchanged seed. */
  readonly whole: string | null
}

export interface ReadingAnswer {
  /** The result: read, refused with this code, or accepted although it was changed. */
  readonly outcome: string
  readonly ms: number
  /** The longest time during which a cancel would not take effect, for readers that are not terminated from outside. */
  readonly deafMs: number
  /** Bytes held after reading. */
  readonly bytes: number
  /** What was read from a bundle or receipt. */
  readonly taken: string | null
}

async function read({ name, reader, bytes, ledger, whole }: ReadingQuestion): Promise<[string, string | null]> {
  const file = new File([bytes], name)
  switch (reader) {
    case 'office': {
      const opened = await openFile(file)
      if ('problem' in opened) return [opened.problem.code, null]
      for (const sheet of opened.file.sheets) await sheet.read(() => undefined)
      return [opened.file.format, null]
    }
    case 'package': {
      const { value, problems } = await unpackFiles(file)
      if (value === null) return [problems[0]!.code, null]
      const { value: pack } = await openPackage(heldFiles(value), DESCRIPTOR)
      return [pack ? 'package' : 'refused', null]
    }
    case 'plan':
      return [(await readPlanText(file)).value !== null ? 'plan' : 'refused', null]
    default: {
      const taken = reader === 'bundle' ? await takenOfBundle(bytes) : await takenOfReceipt(bytes, ledger!)
      if (taken === null) return ['refused', null]
      return [whole !== null && taken !== whole ? 'TAKEN THOUGH CHANGED' : reader, taken]
    }
  }
}

// Messages of libraries about a broken file are suppressed.
for (const level of ['log', 'warn', 'error', 'info'] as const) console[level] = () => undefined

parentPort!.on('message', async (question: ReadingQuestion) => {
  const delay = monitorEventLoopDelay({ resolution: 5 })
  delay.enable()
  const from = performance.now()
  const [outcome, taken] = await read(question)
  const ms = performance.now() - from
  delay.disable()
  const { heapUsed, external } = process.memoryUsage()
  const answer: ReadingAnswer = { outcome, ms, deafMs: delay.max / 1e6, bytes: heapUsed + external, taken }
  parentPort!.postMessage(answer)
})
