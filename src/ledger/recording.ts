const NAME = 'chentu-recording'

/** Tells all windows that a record is being made here, until the returned function is called. */
export function holdRecording(): () => void {
  let release = () => {}
  const held = new Promise<void>((done) => {
    release = done
  })
  // Over plain HTTP there are no locks, and no app updates that could interrupt.
  void navigator.locks?.request(NAME, { mode: 'shared' }, () => held)
  return release
}

/** Whether a record is being made in any window. */
export async function isRecording(): Promise<boolean> {
  const { held } = (await navigator.locks?.query()) ?? {}
  return held?.some(({ name }) => name === NAME) ?? false
}
