import { useMemo } from 'react'
import { useShallow } from 'zustand/react/shallow'
import { type Handed, handedRecords } from '@/ledger/handing'
import { useLedger } from '.'

/**
 * The records of this tablet, newest first, with their states on the way to the desk; the basis of all counts of them.
 */
export function useHanded(): readonly Handed[] {
  const { events, device, state, exchanged } = useLedger(
    useShallow(({ events, device, state, exchanged }) => ({ events, device, state, exchanged })),
  )
  return useMemo(
    () => handedRecords(events?.values() ?? [], device, state, exchanged),
    [events, device, state, exchanged],
  )
}

/** The same outside of components, for the current state. */
export function currentHanded(): readonly Handed[] {
  const { events, device, state, exchanged } = useLedger.getState()
  return handedRecords(events?.values() ?? [], device, state, exchanged)
}
