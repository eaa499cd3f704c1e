import { isRecording } from '@/ledger/recording'

/** Names of the locks that windows hold while something is unsaved: files being imported, changed cells, a form. */
const NAMES = { importing: 'chentu-importing', editing: 'chentu-editing', writing: 'chentu-writing' } as const
const WAITING = ['importing', 'editing', 'writing'] as const
type Waiting = keyof typeof NAMES

/**
 * Tells all windows that something is unsaved here, until the returned function is called; closing the window then asks
 * for confirmation.
 */
export function holdUnsaved(waiting: Waiting): () => void {
  let release = () => {}
  const held = new Promise<void>((done) => {
    release = done
  })
  // Over plain HTTP there are no locks, and no updates that could interrupt; if the browser refuses the lock, this
  // window still asks.
  navigator.locks?.request(NAMES[waiting], { mode: 'shared' }, () => held).catch(console.warn)
  const ask = (event: BeforeUnloadEvent) => event.preventDefault()
  window.addEventListener('beforeunload', ask)
  return () => {
    release()
    window.removeEventListener('beforeunload', ask)
  }
}

/** What would be lost, in any window, if the app were replaced now; null if nothing. */
export async function unsavedWork(): Promise<'recording' | Waiting | null> {
  if (await isRecording()) return 'recording'
  const { held } = (await navigator.locks?.query()) ?? {}
  return WAITING.find((each) => held?.some(({ name }) => name === NAMES[each])) ?? null
}
