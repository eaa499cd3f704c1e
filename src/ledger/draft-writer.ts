import { DraftChanged, type Ledger, newRevision } from './ledger'

/** Events of saving a draft: a change could not be saved, or another window wrote in between. */
export type DraftEvent =
  | { readonly type: 'refused'; readonly error: unknown }
  /** `theirs` is the stored draft; null if it has become a record. */
  | { readonly type: 'changed'; readonly theirs: unknown }

/**
 * Saves one draft, one write at a time, latest version only, and only over a revision that this window has read or
 * written. After `changed` it writes nothing more until the user has chosen, by `resume`.
 */
export class DraftWriter {
  private wish: { readonly draft: unknown } | null = null
  /** What is being written, and the revision that it will have. */
  private writing: { readonly draft: unknown; readonly next: string } | null = null
  /** What could not be written last, as on a full disk; null once anything was. */
  private failed: { readonly draft: unknown } | null = null
  private running: Promise<void> = Promise.resolve()
  private busy = false
  private stopped = false
  private theirRevision: string | null = null

  constructor(
    private readonly ledger: Ledger,
    readonly key: string,
    /** Revision that was read; null if there was no draft. */
    private current: string | null,
    private readonly onEvent: (event: DraftEvent) => void,
  ) {}

  /** The revision of the draft that this window knows. */
  get revision(): string | null {
    return this.current
  }

  /**
   * What has been requested and is not on the disk yet, and the revisions that the stored draft may have meanwhile; null
   * if all is stored, or another window's version waits for a choice.
   */
  get unwritten(): { readonly draft: unknown; readonly after: readonly (string | null)[] } | null {
    const latest = this.wish ?? this.writing ?? this.failed
    if (!latest || this.stopped) return null
    return { draft: latest.draft, after: [this.current, ...(this.writing ? [this.writing.next] : [])] }
  }

  /** Requests that a draft be saved. */
  keep(draft: unknown): void {
    this.wish = { draft }
    if (this.busy || this.stopped) return
    this.busy = true
    this.running = this.drain()
  }

  /** Resolves when every requested save has succeeded or failed. */
  settled(): Promise<void> {
    return this.running
  }

  /** The draft became a record, and the stored draft is gone. */
  forgotten(): void {
    this.wish = null
    this.failed = null
    this.current = null
  }

  /** The user has chosen the version to continue with: it overwrites the other window's. */
  resume(draft: unknown): void {
    this.stopped = false
    this.current = this.theirRevision
    this.keep(draft)
  }

  private async drain(): Promise<void> {
    while (this.wish && !this.stopped) {
      const { draft } = this.wish
      this.wish = null
      this.writing = { draft, next: newRevision() }
      try {
        this.current = await this.ledger.keepDraft(this.key, draft, this.current, this.writing.next)
        this.failed = null
      } catch (error) {
        if (error instanceof DraftChanged) {
          this.stopped = true
          this.theirRevision = error.now ? (error.now.revision ?? '') : null
          this.onEvent({ type: 'changed', theirs: error.now?.draft ?? null })
        } else {
          this.failed = { draft }
          this.onEvent({ type: 'refused', error })
        }
      }
      this.writing = null
    }
    // In the same tick as the last check of `wish`, so that a new request starts a new run.
    this.busy = false
  }
}
