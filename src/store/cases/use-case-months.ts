import { useMemo } from 'react'
import { dayOfInstant, type Month } from '@/domain/calendar'
import { useLedger } from '@/store/ledger'

/** The month in which a case's value was noticed, in the office's time. */
export const monthOf = (observed: string): Month => dayOfInstant(observed).slice(0, 7)

/** Months in which values of cases were noticed, except withdrawn cases. */
export function useCaseMonths(): ReadonlySet<Month> {
  const cases = useLedger((state) => state.cases)
  return useMemo(
    () =>
      new Set(
        [...cases.values()].flatMap(({ opening, withdrawn }) =>
          opening && !withdrawn ? [monthOf(opening.body.observed)] : [],
        ),
      ),
    [cases],
  )
}
