/** Runs tasks one at a time: each starts after the previous one has ended, successfully or not. */
export class Queue {
  private last: Promise<unknown> = Promise.resolve()

  /** Runs a task when its turn comes; resolves or rejects with the task's result. */
  run<T>(work: () => Promise<T>): Promise<T> {
    const turn = this.last.then(work)
    this.last = turn.catch(() => undefined)
    return turn
  }
}
