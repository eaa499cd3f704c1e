interface Kept {
  readonly value: Promise<unknown>
  /** 0 while it is still read. */
  bytes: number
}

/** What was read lately, for all who read here together: beyond so many bytes what was used longest ago gives way. */
export class RecentReads {
  private readonly kept = new Map<string, Kept>()
  private held = 0

  constructor(private readonly mostBytes: number) {}

  /** Bytes of all that is kept. */
  get bytes(): number {
    return this.held
  }

  /** What is kept under a key, else what `read` gives, once for all who wait for it; what fails is not kept. */
  get<T>(key: string, read: () => Promise<T>, bytesOf: (value: T) => number): Promise<T> {
    const known = this.kept.get(key)
    if (known) {
      // Last in the order of the map: the first of it was used longest ago.
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
