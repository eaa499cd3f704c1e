import { resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { Worker } from 'node:worker_threads'
import { build } from 'vite'
import { boundedWorkbooks } from '../../scripts/bounded-workbooks'

const bundled = new Map<string, Promise<string>>()

/** Bundles a worker of this project for Node, once in this process; returns the path of the bundle. */
export function bundleWorker(entry: string): Promise<string> {
  const bundling = bundled.get(entry) ?? bundle(entry)
  bundled.set(entry, bundling)
  return bundling
}

async function bundle(entry: string): Promise<string> {
  const outDir = 'node_modules/.cache/chentu/workers'
  const name = entry.split('/').at(-1)!.replace(/\.ts$/, '')
  await build({
    configFile: false,
    logLevel: 'warn',
    publicDir: false,
    plugins: [boundedWorkbooks()],
    ssr: { noExternal: ['@e965/xlsx'] },
    resolve: { alias: { '@': fileURLToPath(new URL('../../src', import.meta.url)) } },
    build: {
      ssr: entry,
      outDir,
      emptyOutDir: false,
      rolldownOptions: { output: { entryFileNames: `${name}.mjs`, chunkFileNames: `${name}-[name].mjs` } },
    },
  })
  return resolve(outDir, `${name}.mjs`)
}

/** The end of a question: an answer, an uncaught error, or no answer in time. */
export type Ending<T> = { readonly answer: T } | { readonly crash: string } | { readonly late: true }

/** A worker that answers one question at a time and is terminated if it does not; the next question starts another. */
export class IsolatedWorker<Question, Answer> {
  private worker: Worker | null = null
  private ended: (ending: Ending<Answer>) => void = () => undefined

  constructor(
    private readonly bundle: string,
    private readonly heapMegabytes: number,
  ) {}

  private start(): Worker {
    const worker = new Worker(this.bundle, { resourceLimits: { maxOldGenerationSizeMb: this.heapMegabytes } })
    // Messages of a terminated worker do not concern the next question.
    const said = (ending: Ending<Answer>) => this.worker === worker && this.ended(ending)
    worker.on('message', (answer: Answer) => said({ answer }))
    worker.on('error', (error) => said({ crash: error instanceof Error ? error.message : String(error) }))
    worker.on('exit', (code) => said({ crash: `ended with ${code}` }))
    return worker
  }

  async ask(question: Question, deadlineMs: number): Promise<Ending<Answer>> {
    this.worker ??= this.start()
    const { worker } = this
    let timer: NodeJS.Timeout | undefined
    const ending = await new Promise<Ending<Answer>>((done) => {
      this.ended = done
      timer = setTimeout(() => done({ late: true }), deadlineMs)
      worker.postMessage(question)
    })
    clearTimeout(timer)
    if (!('answer' in ending)) await this.end()
    return ending
  }

  /**
   * Asks, and terminates the worker after a while, whatever it is doing; returns the duration of the termination in
   * milliseconds.
   */
  async cancel(question: Question, afterMs: number): Promise<number> {
    this.worker ??= this.start()
    this.ended = () => undefined
    this.worker.postMessage(question)
    await new Promise((done) => setTimeout(done, afterMs))
    const from = performance.now()
    await this.end()
    return performance.now() - from
  }

  async end(): Promise<void> {
    const { worker } = this
    this.worker = null
    await worker?.terminate()
  }
}
