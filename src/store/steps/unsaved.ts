import { isRecording } from '@/ledger/recording'

const NAME = 'chentu-importing'

/** Says to all windows that files wait here to be taken over, until what it gives back is called; a window that is closed asks first. */
export function holdImport(): () => void {
  let release = () => {}
  const held = new Promise<void>((done) => {
    release = done
  })
  // Plain HTTP has no locks, and no updates that could come in between; where the browser refuses one, this window still asks.
  navigator.locks?.request(NAME, { mode: 'shared' }, () => held).catch(console.warn)
  const ask = (event: BeforeUnloadEvent) => event.preventDefault()
  window.addEventListener('beforeunload', ask)
  return () => {
    release()
    window.removeEventListener('beforeunload', ask)
  }
}

/** What would be lost, in any window, if the app was changed now; null where nothing would. */
export async function unsavedWork(): Promise<'recording' | 'importing' | null> {
  if (await isRecording()) return 'recording'
  const { held } = (await navigator.locks?.query()) ?? {}
  return held?.some(({ name }) => name === NAME) ? 'importing' : null
}
