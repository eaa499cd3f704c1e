import { useEffect } from 'react'
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
  useEffect(() => {
    if (ready && state.size > 0) void takeSeen(seenOf(state))
  }, [ready, state, takeSeen])
}
