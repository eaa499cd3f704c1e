import { useEffect, useRef } from 'react'
import { seenOf } from '@/ledger/seen'
import { useChentu } from '@/store/chentu'
import { useLedger } from '@/store/ledger'

/** Reads what is recorded on this device, and lets findings open and close by it. */
export function useFieldRecords(): void {
  const ready = useChentu((state) => state.phase === 'ready')
  const takeSeen = useChentu((state) => state.takeSeen)
  const load = useLedger((all) => all.load)
  const state = useLedger((all) => all.state)
  useEffect(() => void load(), [load])
  // A device without records must not re-evaluate the rules; one whose last record was withdrawn must.
  const said = useRef(false)
  useEffect(() => {
    if (!ready || (state.size === 0 && !said.current)) return
    said.current = true
    void takeSeen(seenOf(state))
  }, [ready, state, takeSeen])
}
