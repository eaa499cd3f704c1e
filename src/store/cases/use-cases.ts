import { useMemo } from 'react'
import { useMinute } from '@/store/device/today'
import { useLedger } from '@/store/ledger'
import { type CaseView, caseView } from './case-view'

/** All cases as they stand now; null until the records of this device are read. Where it keeps none, there are none. */
export function useCases(): readonly CaseView[] | null {
  const { events, blocked, cases } = useLedger()
  const now = useMinute()
  return useMemo(
    () => (events === null && blocked === null ? null : [...cases.values()].map((record) => caseView(record, now))),
    [events, blocked, cases, now],
  )
}
