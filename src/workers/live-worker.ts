import { type Remote, wrap } from 'comlink'
import type { Pulse } from './pulse'

/** A worker that has ended before it answered: out of memory, or its code could not be loaded. */
export class WorkerStopped extends Error {
  override readonly name = 'WorkerStopped'
  override readonly message = 'the worker ended before it answered'

  /** `hadSpoken`: whether it had said anything before; else its code may never have been loaded. */
  constructor(readonly hadSpoken = true) {
    super()
  }
}

const TICK_MS = 5000
/**
 * So many ticks a worker may be silent while somebody waits: a large workbook keeps it busy for some of them. Where its death
 * is told by its lock, silence can only be work, or work without an end.
 */
const SILENT_TICKS = 24
const SILENT_TICKS_LOCKED = 60
/** So many until a new one says its first word: its code may come over a slow line. */
const START_TICKS = 6
/** After an error that nobody caught it may be silent no longer than this. */
const SUSPECT_TICKS = 2

interface Life<Api> {
  readonly worker: Worker
  readonly remote: Remote<Api & Pulse>
  /** Ticks without a word while somebody waits. */
  silent: number
  /** Whether it has said anything at all. */
  spoke: boolean
  /** How many of them it may be silent once it has spoken. */
  most: number
  readonly over: AbortController
}

/**
 * A worker that is started at the first question and watched while a question is open. Where it dies, every open question is
 * answered by `WorkerStopped`, and the next one starts another. Death is told by a lock that only ends with the worker; where a
 * browser has none, or the worker hangs, by its silence.
 */
export class LiveWorker<Api extends object> {
  /** What may be asked; every call is answered, well or not. */
  readonly api: Remote<Api>
  private life: Life<Api> | null = null
  private readonly open = new Set<(error: WorkerStopped) => void>()
  private readonly listeners = new Set<() => void>()
  private readonly hearers = new Set<(question: string, ms: number) => void>()
  private watch: ReturnType<typeof setInterval> | null = null
  /** How many in a row ended without a word: each is given twice the time of the one before. */
  private dumb = 0

  constructor(private readonly make: () => Worker) {
    this.api = new Proxy({} as Remote<Api>, {
      get: (_, name) =>
        // It may be handed on by a promise, and is none.
        name === 'then' ? undefined : (...args: unknown[]) => this.ask(name, args),
    })
  }

  /** How many questions are not answered yet. */
  get waiting(): number {
    return this.open.size
  }

  /** Calls after a worker has died, once a death. */
  onStopped(listener: () => void): void {
    this.listeners.add(listener)
  }

  /** Calls after each answer, good or bad, with its question's name and the milliseconds that it took. */
  onAnswered(hearer: (question: string, ms: number) => void): void {
    this.hearers.add(hearer)
  }

  private ask(name: string | symbol, args: unknown[]): Promise<unknown> {
    const asked = performance.now()
    return new Promise((resolve, reject) => {
      this.open.add(reject)
      this.watch ??= setInterval(() => this.tick(), TICK_MS)
      const answered = (settle: () => void) => {
        this.open.delete(reject)
        if (this.open.size === 0 && this.watch !== null) {
          clearInterval(this.watch)
          this.watch = null
        }
        for (const hear of this.hearers) hear(String(name), performance.now() - asked)
        settle()
      }
      const question = async () => {
        const ask = Reflect.get(this.start().remote, name) as (...args: unknown[]) => Promise<unknown>
        return ask(...args)
      }
      question().then(
        (answer) => answered(() => resolve(answer)),
        (error) => answered(() => reject(error)),
      )
    })
  }

  private start(): Life<Api> {
    if (this.life) return this.life
    const worker = this.make()
    const life: Life<Api> = {
      worker,
      remote: wrap<Api & Pulse>(worker),
      silent: 0,
      spoke: false,
      most: SILENT_TICKS,
      over: new AbortController(),
    }
    this.life = life
    worker.addEventListener('message', () => {
      life.silent = 0
      life.spoke = true
      this.dumb = 0
    })
    // An answer that could not be read: whoever waits for it would wait for ever.
    worker.addEventListener('messageerror', () => this.stop(life))
    worker.addEventListener('error', () => {
      // Before its first word it is code that can't be loaded; afterwards it may live on.
      if (life.spoke) life.silent = Math.max(life.silent, life.most - SUSPECT_TICKS)
      else this.stop(life)
    })
    this.followLock(life).catch(() => undefined)
    return life
  }

  private async followLock(life: Life<Api>): Promise<void> {
    const name = `chentu-worker-${crypto.getRandomValues(new Uint32Array(4)).join('-')}`
    if (!(await (life.remote as unknown as Remote<Pulse>).hold(name))) return
    life.most = SILENT_TICKS_LOCKED
    await navigator.locks.request(name, { signal: life.over.signal }, () => undefined)
    this.stop(life)
  }

  /** Counted, not timed: a page that was asleep has not waited. */
  private tick(): void {
    const { life } = this
    if (!life) return
    life.silent++
    const most = life.spoke ? life.most : START_TICKS * 2 ** this.dumb
    if (life.silent > most) this.stop(life)
    else (life.remote as unknown as Remote<Pulse>).ping().catch(() => undefined)
  }

  private stop(life: Life<Api>): void {
    if (this.life !== life) return
    this.life = null
    if (!life.spoke) this.dumb++
    life.over.abort()
    life.worker.terminate()
    const waiting = [...this.open]
    this.open.clear()
    if (this.watch !== null) clearInterval(this.watch)
    this.watch = null
    for (const reject of waiting) reject(new WorkerStopped(life.spoke))
    for (const listener of this.listeners) listener()
  }
}
