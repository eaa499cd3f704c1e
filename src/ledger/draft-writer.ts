import { DraftChanged, type Ledger } from './ledger'

/** How the writing of a draft goes: a change waits or is kept, could not be kept, or another window wrote in between. */
export type DraftEvent =
  | { readonly type: 'refused'; readonly error: unknown }
  /** `theirs` is what is kept by now; null where it has become a record. */
  | { readonly type: 'changed'; readonly theirs: unknown }

/**
 * Writes one draft, one writing after the other, the last wish only, and each only over what this window has read or written
 * itself. After a `changed` it writes nothing more until a person has chosen by `resume`.
 */
export class DraftWriter {
  private wish: { readonly draft: unknown } | null = null
  private running: Promise<void> = Promise.resolve()
  private busy = false
  private stopped = false
  private theirRevision: string | null = null

  constructor(
    private readonly ledger: Ledger,
    readonly key: string,
    /** What was read; null for nothing. */
    private current: string | null,
    private readonly onEvent: (event: DraftEvent) => void,
  ) {}

  /** As of which writing this window knows the draft. */
  get revision(): string | null {
    return this.current
  }

  /** Wants a draft to be kept. */
  keep(draft: unknown): void {
    this.wish = { draft }
    if (this.busy || this.stopped) return
    this.busy = true
    this.running = this.drain()
  }

  /** When all that was wanted until now is kept, or could not be. */
  settled(): Promise<void> {
    return this.running
  }

  /** The draft became a record, and what was kept of it is gone. */
  forgotten(): void {
    this.wish = null
    this.current = null
  }

  /** A person has chosen what goes on from here: it is written over what the other window wrote. */
  resume(draft: unknown): void {
    this.stopped = false
    this.current = this.theirRevision
    this.keep(draft)
  }

  private async drain(): Promise<void> {
    while (this.wish && !this.stopped) {
      const { draft } = this.wish
      this.wish = null
      try {
        this.current = await this.ledger.keepDraft(this.key, draft, this.current)
      } catch (error) {
        if (error instanceof DraftChanged) {
          this.stopped = true
          this.theirRevision = error.now ? (error.now.revision ?? '') : null
          this.onEvent({ type: 'changed', theirs: error.now?.draft ?? null })
        } else this.onEvent({ type: 'refused', error })
      }
    }
    // In the same turn as the last look: a wish that comes now begins anew.
    this.busy = false
  }
}
