/** Works of which only one may be under way: each begins once the one before it has ended, well or not. */
export class Queue {
  private last: Promise<unknown> = Promise.resolve()

  /** Does a work when its turn comes; its answer, or its error, is that of the work. */
  run<T>(work: () => Promise<T>): Promise<T> {
    const turn = this.last.then(work)
    this.last = turn.catch(() => undefined)
    return turn
  }
}
