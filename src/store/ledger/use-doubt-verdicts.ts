import { useMemo } from 'react'
import type { DoubtVerdicts } from '@/domain/monitoring/doubts/verdict'
import { doubtVerdicts } from '@/ledger/verdicts'
import { useLedger } from './index'
import { useRecordsRead } from './use-records-read'

/** What persons decided on doubts of monitors, as it is told to workers; the same object until a record changes it. */
export function useDoubtVerdicts(): DoubtVerdicts {
  useRecordsRead()
  const verdicts = useLedger((state) => state.verdicts)
  return useMemo(() => doubtVerdicts(verdicts), [verdicts])
}
