/** What was made lately, by a key: what nobody asked for longest goes where more is kept than should be. */
export class Recent<V> {
  /** What was asked for last stands at the end. */
  private readonly kept = new Map<string, { readonly made: Promise<V>; weight: number }>()

  /** `most` is the sum of weights that is kept; what is asked for last is kept whatever it weighs. */
  constructor(
    private readonly most: number,
    private readonly weigh: (value: V) => number,
  ) {}

  has(key: string): boolean {
    return this.kept.has(key)
  }

  /** What is kept under a key, or made now: questions that come at once have it made once. What fails is made again when it is next asked for. */
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
