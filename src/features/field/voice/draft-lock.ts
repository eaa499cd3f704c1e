const nameOf = (draft: string) => `chentu-voice ${draft}`

/**
 * Does something while nobody else records for a draft, in any window; what is left of a recording is only looked at then.
 * Plain HTTP has no locks, and no microphone that could be recorded from.
 */
export const whileNobodyRecords = <T>(draft: string, work: () => Promise<T>): Promise<T> =>
  navigator.locks ? navigator.locks.request(nameOf(draft), work) : work()

/** Says that this window records for a draft, until what it gives back is called; null where another one does. */
export function holdDraft(draft: string): Promise<(() => void) | null> {
  if (!navigator.locks) return Promise.resolve(() => undefined)
  return new Promise((done, fail) => {
    navigator.locks
      .request(nameOf(draft), { ifAvailable: true }, (lock) => {
        if (!lock) return done(null)
        return new Promise<void>((release) => done(release))
      })
      .catch(fail)
  })
}

/** Keeps the screen on while somebody speaks, where the browser can: a screen that goes off ends a recording on some tablets. */
export function keepScreenOn(): () => void {
  const asked = navigator.wakeLock?.request('screen')
  // Whoever does not get it speaks all the same.
  asked?.catch(() => undefined)
  return () => void asked?.then((sentinel) => sentinel.release()).catch(() => undefined)
}
