import { useState } from 'react'
import { useRefused } from './use-refused'

/** A disk that is neither full nor shut writes a record much sooner. */
const SLOW_MS = 4000

/** How far a record is: `waiting` is a saving that takes so long that another window may keep the records shut. */
export type SavingState = 'editing' | 'saving' | 'waiting' | 'saved' | 'refused'

/** Saves a record and says how far it is; `saved` only once it is on the disk, `refused` with the reason. */
export function useSaving() {
  const [state, setState] = useState<SavingState>('editing')
  const [reason, setReason] = useState('')
  const refusedFor = useRefused()

  function refuse(error: unknown) {
    setReason(refusedFor(error))
    setState('refused')
  }

  async function save(write: () => Promise<void>) {
    setState('saving')
    const slow = setTimeout(() => setState('waiting'), SLOW_MS)
    try {
      await write()
      setState('saved')
    } catch (error) {
      refuse(error)
    } finally {
      clearTimeout(slow)
    }
  }

  return {
    state,
    reason,
    isSaving: state === 'saving' || state === 'waiting',
    /** Something is changed: what was said of the last saving no longer holds. */
    edit: () => setState('editing'),
    refuse,
    save,
  }
}
