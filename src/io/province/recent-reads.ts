interface Kept {
  readonly value: Promise<unknown>
  /** 0 while it is being read. */
  bytes: number
}

/** Cache of recent reads, shared by all readers: beyond `mostBytes` the least recently used are dropped. */
export class RecentReads {
  private readonly kept = new Map<string, Kept>()
  private held = 0

  constructor(private readonly mostBytes: number) {}

  /** Total bytes cached. */
  get bytes(): number {
    return this.held
  }

  /** The cached value, else the result of `read`, shared by concurrent callers; failures are not cached. */
  get<T>(key: string, read: () => Promise<T>, bytesOf: (value: T) => number): Promise<T> {
    const known = this.kept.get(key)
    if (known) {
      // Move to the end of the map: the first entry is the least recently used.
      this.kept.delete(key)
      this.kept.set(key, known)
      return known.value as Promise<T>
    }
    const value = read()
    const kept: Kept = { value, bytes: 0 }
    this.kept.set(key, kept)
    value.then(
      (came) => {
        if (this.kept.get(key) !== kept) return
        kept.bytes = bytesOf(came)
        this.held += kept.bytes
        this.makeRoom()
      },
      () => {
        if (this.kept.get(key) === kept) this.kept.delete(key)
      },
    )
    return value
  }

  private makeRoom(): void {
    for (const [key, { bytes }] of this.kept) {
      if (this.held <= this.mostBytes) return
      if (bytes === 0) continue
      this.kept.delete(key)
      this.held -= bytes
    }
  }
}
