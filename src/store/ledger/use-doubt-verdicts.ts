import { useMemo, useState } from 'react'
import type { DoubtVerdicts } from '@/domain/monitoring/doubts/verdict'
import { doubtVerdicts } from '@/ledger/verdicts'
import { useLedger } from './index'
import { useRecordsRead } from './use-records-read'

/** What persons decided on doubts of monitors, as it is told to workers; the same object until a record changes it. */
export function useDoubtVerdicts(): DoubtVerdicts {
  useRecordsRead()
  const verdicts = useLedger((state) => state.verdicts)
  const told = useMemo(() => doubtVerdicts(verdicts), [verdicts])
  // Every record makes them anew, and few of them are about doubts: who asks by them would ask again.
  const [last, setLast] = useState(told)
  if (told === last) return last
  const isSame = JSON.stringify([...told]) === JSON.stringify([...last])
  if (!isSame) setLast(told)
  return isSame ? last : told
}
