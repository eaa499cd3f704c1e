import { useMemo } from 'react'
import { useShallow } from 'zustand/react/shallow'
import { type RecordWithDelivery, recordsWithDelivery } from '@/ledger/delivery'
import { useLedger } from '.'

/**
 * The records of this tablet, newest first, with their states on the way to the desk; the basis of all counts of them.
 */
export function useRecordsWithDelivery(): readonly RecordWithDelivery[] {
  const { events, device, state, exchanged } = useLedger(
    useShallow(({ events, device, state, exchanged }) => ({ events, device, state, exchanged })),
  )
  return useMemo(
    () => recordsWithDelivery(events?.values() ?? [], device, state, exchanged),
    [events, device, state, exchanged],
  )
}

/** The same outside of components, for the current state. */
export function currentRecordsWithDelivery(): readonly RecordWithDelivery[] {
  const { events, device, state, exchanged } = useLedger.getState()
  return recordsWithDelivery(events?.values() ?? [], device, state, exchanged)
}
