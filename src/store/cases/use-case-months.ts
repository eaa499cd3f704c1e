import { useMemo } from 'react'
import { dayOfInstant, type Month } from '@/domain/calendar'
import { useLedger } from '@/store/ledger'

/** The month in which what a case is about was noticed, by the office's clock. */
export const monthOf = (observed: string): Month => dayOfInstant(observed).slice(0, 7)

/** The months in which cases were noticed that were not taken back. */
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
