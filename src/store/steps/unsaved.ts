import { isRecording } from '@/ledger/recording'

/** Names of the locks that windows hold while something waits: files to be taken in, cells that were written over, a form. */
const NAMES = { importing: 'chentu-importing', editing: 'chentu-editing', writing: 'chentu-writing' } as const
const WAITING = ['importing', 'editing', 'writing'] as const
type Waiting = keyof typeof NAMES

/** Says to all windows that something waits here, until what it gives back is called; a window that is closed asks first. */
export function holdUnsaved(waiting: Waiting): () => void {
  let release = () => {}
  const held = new Promise<void>((done) => {
    release = done
  })
  // Plain HTTP has no locks, and no updates that could come in between; where the browser refuses one, this window still asks.
  navigator.locks?.request(NAMES[waiting], { mode: 'shared' }, () => held).catch(console.warn)
  const ask = (event: BeforeUnloadEvent) => event.preventDefault()
  window.addEventListener('beforeunload', ask)
  return () => {
    release()
    window.removeEventListener('beforeunload', ask)
  }
}

/** What would be lost, in any window, if the app was changed now; null where nothing would. */
export async function unsavedWork(): Promise<'recording' | Waiting | null> {
  if (await isRecording()) return 'recording'
  const { held } = (await navigator.locks?.query()) ?? {}
  return WAITING.find((each) => held?.some(({ name }) => name === NAMES[each])) ?? null
}
