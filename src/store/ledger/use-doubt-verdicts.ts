import { useMemo, useState } from 'react'
import type { DoubtVerdicts } from '@/domain/monitoring/doubts/verdict'
import { doubtVerdicts } from '@/ledger/verdicts'
import { useLedger } from './index'
import { useLoadRecords } from './use-load-records'

/** Verdicts on doubts of monitors in the form for workers; the same object until a record changes it. */
export function useDoubtVerdicts(): DoubtVerdicts {
  useLoadRecords()
  const verdicts = useLedger((state) => state.verdicts)
  const told = useMemo(() => doubtVerdicts(verdicts), [verdicts])
  // Every new record creates a new object, though few concern doubts: returning it would repeat all requests that
  // depend on it.
  const [last, setLast] = useState(told)
  if (told === last) return last
  const isSame = JSON.stringify([...told]) === JSON.stringify([...last])
  if (!isSame) setLast(told)
  return isSame ? last : told
}
