import { Queue } from '@/workspace/import/queue'

/** Runs reads of files and tasks between them, one at a time; cancel ends all reads. */
export class Readings {
  private readonly works = new Queue()
  private readonly open = new Set<AbortController>()

  /** Reads when its turn comes; null if cancelled. */
  async read<T>(reading: (signal: AbortSignal) => Promise<T>): Promise<T | null> {
    const own = new AbortController()
    this.open.add(own)
    try {
      return await this.works.run(async () => {
        own.signal.throwIfAborted()
        return reading(own.signal)
      })
    } catch (error) {
      if (own.signal.aborted) return null
      throw error
    } finally {
      this.open.delete(own)
    }
  }

  /** Runs a task between reads; it is not cancelled. */
  between<T>(work: () => Promise<T>): Promise<T> {
    return this.works.run(work)
  }

  /** Cancels the current read and those waiting behind it; each returns null. */
  cancel(): void {
    for (const reading of this.open) reading.abort(new DOMException('cancelled', 'AbortError'))
  }
}
