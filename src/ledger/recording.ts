const NAME = 'chentu-recording'

/** Says to all windows that a record is being made here, until what it gives back is called. */
export function holdRecording(): () => void {
  let release = () => {}
  const held = new Promise<void>((done) => {
    release = done
  })
  // Plain HTTP has no locks, and no updates that could come in between.
  void navigator.locks?.request(NAME, { mode: 'shared' }, () => held)
  return release
}

/** Whether a record is being made in any window. */
export async function isRecording(): Promise<boolean> {
  const { held } = (await navigator.locks?.query()) ?? {}
  return held?.some(({ name }) => name === NAME) ?? false
}
