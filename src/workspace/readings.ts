import { Queue } from './queue'

/** Readings of files and what waits for them: one at a time, and all readings ended by a cancel. */
export class Readings {
  private readonly works = new Queue()
  private readonly open = new Set<AbortController>()

  /** Reads when its turn comes; null when it was cancelled. */
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

  /** Does a work between the readings, which no cancel ends. */
  between<T>(work: () => Promise<T>): Promise<T> {
    return this.works.run(work)
  }

  /** Ends the reading that is going on, and those that wait behind it; each is answered by null. */
  cancel(): void {
    for (const reading of this.open) reading.abort(new DOMException('cancelled', 'AbortError'))
  }
}
