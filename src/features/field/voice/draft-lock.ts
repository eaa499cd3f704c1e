const nameOf = (draft: string) => `chentu-voice ${draft}`

/**
 * Runs `work` while no window is recording for a draft, so that remains of a recording are not read during recording.
 * Without the Web Locks API (plain HTTP) there is no microphone either, so no lock is needed.
 */
export const whileNobodyRecords = <T>(draft: string, work: () => Promise<T>): Promise<T> =>
  navigator.locks ? navigator.locks.request(nameOf(draft), work) : work()

/**
 * Locks a draft for recording in this window. Resolves to a function that releases it; null if another window holds it.
 */
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

/** Keeps the screen on during recording, where supported: on some tablets recording ends when the screen turns off. */
export function keepScreenOn(): () => void {
  const asked = navigator.wakeLock?.request('screen')
  // If refused, recording goes on without it.
  asked?.catch(() => undefined)
  return () => void asked?.then((sentinel) => sentinel.release()).catch(() => undefined)
}
