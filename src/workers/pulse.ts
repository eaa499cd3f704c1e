/** What a worker answers so that the page knows that it lives. */
export const pulse = {
  /** Only that it answers. */
  ping: () => true,
  /** Holds a lock for as long as the worker lives: whoever is given it next knows that it died. False where there are no locks (plain HTTP). */
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
