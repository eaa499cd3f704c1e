import { type Remote, wrap } from 'comlink'
import type { Pulse } from './pulse'

/** A worker has ended before it answered: it ran out of memory, or its code could not be loaded. */
export class WorkerStopped extends Error {
  override readonly name = 'WorkerStopped'
  override readonly message = 'the worker ended before it answered'

  /** `hadSpoken`: whether the worker had sent any message; if not, its code may not have loaded. */
  constructor(readonly hadSpoken = true) {
    super()
  }
}

const TICK_MS = 5000
/**
 * Ticks that a worker may be silent while a question is open: a large workbook keeps it busy for some. If a lock
 * reveals its death, silence only means work, perhaps endless, so more ticks are allowed.
 */
const SILENT_TICKS = 24
const SILENT_TICKS_LOCKED = 60
/** Ticks until the first message of a new worker: its code may load over a slow connection. */
const START_TICKS = 6
/** Ticks that it may be silent after an uncaught error. */
const SUSPECT_TICKS = 2

interface Life<Api> {
  readonly worker: Worker
  readonly remote: Remote<Api & Pulse>
  /** Ticks without a message while a question is open. */
  silent: number
  /** Whether it has sent any message. */
  spoke: boolean
  /** Ticks that it may be silent after its first message. */
  most: number
  readonly over: AbortController
}

/**
 * A worker that is started at the first question and watched while a question is open. If it dies, all open questions
 * reject with `WorkerStopped`, and the next question starts a new worker. Its death is noticed through a lock that is
 * released only when the worker ends; without locks, or if the worker hangs, by its silence.
 */
export class LiveWorker<Api extends object> {
  /** The worker's functions; every call settles. */
  readonly api: Remote<Api>
  private life: Life<Api> | null = null
  private readonly open = new Set<(error: WorkerStopped) => void>()
  /** The last open question of each name. */
  private readonly lastOpen = new Map<PropertyKey, Promise<unknown>>()
  private readonly listeners = new Set<() => void>()
  private readonly hearers = new Set<(question: string, ms: number) => void>()
  private watch: ReturnType<typeof setInterval> | null = null
  /** Workers in a row that ended without any message: each gets twice the start time of the one before. */
  private dumb = 0

  constructor(private readonly make: () => Worker) {
    this.api = new Proxy({} as Remote<Api>, {
      get: (_, name) =>
        // A promise may resolve to this object, so it must not look like a promise itself.
        name === 'then' ? undefined : (...args: unknown[]) => this.ask(name, args),
    })
  }

  /** Number of open questions. */
  get waiting(): number {
    return this.open.size
  }

  /** Resolves once the last question with this name has been answered or has failed; at once if none is open. */
  async settled(name: keyof Api): Promise<void> {
    await this.lastOpen.get(name)?.catch(() => undefined)
  }

  /** Calls back each time the worker has died. */
  onStopped(listener: () => void): void {
    this.listeners.add(listener)
  }

  /** Calls back after each answer, also a rejection, with the question's name and the milliseconds it took. */
  onAnswered(hearer: (question: string, ms: number) => void): void {
    this.hearers.add(hearer)
  }

  private ask(name: string | symbol, args: unknown[]): Promise<unknown> {
    const asked = performance.now()
    const answer = new Promise<unknown>((resolve, reject) => {
      this.open.add(reject)
      this.watch ??= setInterval(() => this.tick(), TICK_MS)
      const answered = (settle: () => void) => {
        this.open.delete(reject)
        if (this.lastOpen.get(name) === answer) this.lastOpen.delete(name)
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
        (found) => answered(() => resolve(found)),
        (error) => answered(() => reject(error)),
      )
    })
    this.lastOpen.set(name, answer)
    return answer
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
    // An answer that could not be read: its question would never settle.
    worker.addEventListener('messageerror', () => this.stop(life))
    worker.addEventListener('error', () => {
      // Before the first message the code can't be loaded; later the worker may recover.
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

  /** Ticks are counted instead of measuring time: a suspended page has not waited. */
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
    this.lastOpen.clear()
    if (this.watch !== null) clearInterval(this.watch)
    this.watch = null
    for (const reject of waiting) reject(new WorkerStopped(life.spoke))
    for (const listener of this.listeners) listener()
  }
}
