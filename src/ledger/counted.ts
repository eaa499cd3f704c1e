import type { LedgerEvent } from './event'
import { foldLedger, type LedgerState } from './fold'
import { type Exchanged, receivedReviews } from './handing'
import { givenBack, lastReviews, type Reviews } from './review'

/** What desks said of records: this one itself, and to this tablet the one that it believes. */
export const reviewsHere = (own: Reviews, exchanged: Pick<Exchanged, 'receipts' | 'pins'>): Reviews =>
  lastReviews([...own.values(), ...receivedReviews(exchanged).values()])

/** The records of the visits that the desk gave back and nobody corrected since, with what they corrected themselves. */
export const returnedIn = (state: LedgerState, reviews: Reviews): readonly string[] =>
  reviews.size === 0
    ? []
    : [...state.values()].flatMap(({ visits }) =>
        visits
          .filter((visit) => givenBack(visit, reviews))
          .flatMap(({ records, corrected }) => [...records, ...corrected].map(({ id }) => id)),
      )

/**
 * What counts for the rules: all but what the desk gave back. It is as if that had not been written, so that what it took the place
 * of stands again: a report that leaves it out and a map that has it would not agree.
 * @param state what the events come to.
 */
export function countedState(
  events: Iterable<LedgerEvent>,
  state: LedgerState,
  returned: readonly string[],
): LedgerState {
  if (returned.length === 0) return state
  const gone = new Set(returned)
  return foldLedger([...events].filter(({ id }) => !gone.has(id)))
}
