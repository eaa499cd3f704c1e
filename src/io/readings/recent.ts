/** Cache by key: beyond a total weight the least recently used values are dropped. */
export class Recent<V> {
  /** The most recently used is last. */
  private readonly kept = new Map<string, { readonly made: Promise<V>; weight: number }>()

  /** `most` is the maximum sum of weights; the most recently requested value is kept whatever its weight. */
  constructor(
    private readonly most: number,
    private readonly weigh: (value: V) => number,
  ) {}

  has(key: string): boolean {
    return this.kept.has(key)
  }

  /** The cached value, or a new one; concurrent calls share one computation. Failures are not cached. */
  get(key: string, make: () => Promise<V>): Promise<V> {
    const known = this.kept.get(key)
    const kept = known ?? { made: make(), weight: 0 }
    this.kept.delete(key)
    this.kept.set(key, kept)
    if (!known)
      kept.made.then(
        (value) => {
          kept.weight = this.weigh(value)
          this.forget()
        },
        () => {
          if (this.kept.get(key) === kept) this.kept.delete(key)
        },
      )
    return kept.made
  }

  delete(key: string): void {
    this.kept.delete(key)
  }

  private forget(): void {
    let sum = 0
    const [last, ...before] = [...this.kept].reverse()
    sum += last?.[1].weight ?? 0
    for (const [key, { weight }] of before) {
      sum += weight
      if (sum > this.most) this.kept.delete(key)
    }
  }
}
