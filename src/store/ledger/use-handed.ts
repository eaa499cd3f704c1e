import { useMemo } from 'react'
import { useShallow } from 'zustand/react/shallow'
import { type Handed, handedRecords } from '@/ledger/handing'
import { useLedger } from '.'

/** The records of this tablet, newest first, with how far each is on its way: whatever is counted of them is counted of these. */
export function useHanded(): readonly Handed[] {
  const { events, device, state, exchanged } = useLedger(
    useShallow(({ events, device, state, exchanged }) => ({ events, device, state, exchanged })),
  )
  return useMemo(
    () => handedRecords(events?.values() ?? [], device, state, exchanged),
    [events, device, state, exchanged],
  )
}

/** The same outside of a component, as things stand. */
export function currentHanded(): readonly Handed[] {
  const { events, device, state, exchanged } = useLedger.getState()
  return handedRecords(events?.values() ?? [], device, state, exchanged)
}
