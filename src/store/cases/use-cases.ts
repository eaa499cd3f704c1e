import { useMemo } from 'react'
import type { CaseRecord } from '@/ledger/cases'
import { useMinute } from '@/store/device/today'
import { useLedger } from '@/store/ledger'
import { type CaseView, caseView } from './case-view'

/** All cases; null until the records of this device are read. Empty if the device cannot store records. */
export function useCaseRecords(): readonly CaseRecord[] | null {
  const { events, blocked, cases } = useLedger()
  return useMemo(() => (events === null && blocked === null ? null : [...cases.values()]), [events, blocked, cases])
}

/** The current state of all cases; see {@link useCaseRecords}. */
export function useCases(): readonly CaseView[] | null {
  const records = useCaseRecords()
  const now = useMinute()
  return useMemo(() => records?.map((record) => caseView(record, now)) ?? null, [records, now])
}
