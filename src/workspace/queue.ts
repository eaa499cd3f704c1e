/** Works of which only one may be under way: each begins once the one before it has ended, well or not. */
export class Queue {
  private last: Promise<unknown> = Promise.resolve()

  /** Does a work when its turn comes; its answer, or its error, is that of the work. */
  run<T>(work: () => Promise<T>): Promise<T> {
    const mine = this.last.then(work)
    this.last = mine.catch(() => undefined)
    return mine
  }
}
