import { useMemo } from 'react'
import type { CaseRecord } from '@/ledger/cases'
import { useMinute } from '@/store/device/today'
import { useLedger } from '@/store/ledger'
import { type CaseView, caseView } from './case-view'

/** What is known of all cases; null until the records of this device are read. Where it keeps none, there are none. */
export function useCaseRecords(): readonly CaseRecord[] | null {
  const { events, blocked, cases } = useLedger()
  return useMemo(() => (events === null && blocked === null ? null : [...cases.values()]), [events, blocked, cases])
}

/** All cases as they stand now, as {@link useCaseRecords} has them. */
export function useCases(): readonly CaseView[] | null {
  const records = useCaseRecords()
  const now = useMinute()
  return useMemo(() => records?.map((record) => caseView(record, now)) ?? null, [records, now])
}
