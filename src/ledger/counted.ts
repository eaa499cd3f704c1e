import { type DeskExchange, receivedReviews } from './delivery'
import type { LedgerEvent } from './event'
import { foldSteps, type LedgerState } from './fold'
import { atOnce, type Steps } from './in-slices'
import { lastReviews, type Reviews, returningReview } from './review'
import type { SharedCodes } from './shared-code'

/** Reviews that apply here: the desk's own, and on a tablet those of the desk it trusts. */
export const applicableReviews = (own: Reviews, exchanged: Pick<DeskExchange, 'receipts' | 'pins'>): Reviews =>
  lastReviews([...own.values(), ...receivedReviews(exchanged).values()])

/**
 * Ids of the records of visits that the desk returned and that were not corrected since, including the records they had
 * corrected.
 */
export const returnedRecordIds = (state: LedgerState, reviews: Reviews): readonly string[] =>
  reviews.size === 0
    ? []
    : [...state.values()].flatMap(({ visits }) =>
        visits
          .filter((visit) => returningReview(visit, reviews))
          .flatMap(({ records, corrected }) => [...records, ...corrected].map(({ id }) => id)),
      )

/**
 * The state that counts for the rules: everything except what the desk returned. It is computed as if the returned
 * records had not been written, so answers that they replaced stand again. Otherwise a report without them and a map
 * with them would disagree.
 * @param state what all events fold to, with the same shared codes: states of sources without such records are taken over.
 */
export const countedState = (
  events: Iterable<LedgerEvent>,
  state: LedgerState,
  returned: readonly string[],
  shared?: SharedCodes,
): LedgerState => atOnce(countedSteps(events, state, returned, shared))

/** The same in steps, for the page. */
export function* countedSteps(
  events: Iterable<LedgerEvent>,
  state: LedgerState,
  returned: readonly string[],
  shared?: SharedCodes,
): Steps<LedgerState> {
  if (returned.length === 0) return state
  const gone = new Set(returned)
  const others = [...events].filter(({ id }) => !gone.has(id))
  return yield* foldSteps(others, state, shared)
}
