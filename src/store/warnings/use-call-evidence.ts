import { useMemo } from 'react'
import { applicableReviews } from '@/ledger/counted'
import { useLedger } from '@/store/ledger'
import type { CallEvidence } from './call-standing'

/**
 * Everything known about calls and checks; null until the records of this device are read. Empty if the device cannot
 * store records.
 */
export function useCallEvidence(): CallEvidence | null {
  const { events, blocked, calls, state, reviews, exchanged } = useLedger()
  return useMemo(
    () =>
      events === null && blocked === null ? null : { calls, state, reviews: applicableReviews(reviews, exchanged) },
    [events, blocked, calls, state, reviews, exchanged],
  )
}
