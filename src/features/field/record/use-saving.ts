import { useState } from 'react'
import { useRefused } from './use-refused'

/** Writing normally takes far less, unless the disk is full or locked. */
const SLOW_MS = 4000

/** State of a record; `waiting` means that saving takes so long that another window may hold the store locked. */
export type SavingState = 'editing' | 'saving' | 'waiting' | 'saved' | 'refused'

/** Saves a record and tracks its state: `saved` only once it is on the disk, `refused` with the reason. */
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
    /** Called on input: the state of the last save no longer holds. */
    edit: () => setState('editing'),
    refuse,
    save,
  }
}
