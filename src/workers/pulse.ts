/** Functions of every worker by which the page knows that it lives. */
export const pulse = {
  /** Shows that the worker answers. */
  ping: () => true,
  /**
   * Holds a lock as long as the worker lives: when someone else gets the lock, the worker has died. False without
   * lock support (plain HTTP).
   */
  hold: (name: string) =>
    new Promise<boolean>((held) => {
      if (!navigator.locks) return held(false)
      navigator.locks
        .request(name, () => {
          held(true)
          return new Promise(() => undefined)
        })
        .catch(() => held(false))
    }),
}

export type Pulse = typeof pulse
