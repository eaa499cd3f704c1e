import type { LedgerState } from '@/ledger/fold'
import { type Reviews, returningReview } from '@/ledger/review'
import { type NamedSource, targetKey } from '@/ledger/shared-code'
import { type AnswerCounts, firstRecordOf, isPartial, type Visit, visitOutcome } from '@/ledger/visit'
import type { Dataset } from '@/questions/dataset'
import { countsOfVisit } from '@/store/words/inspection-line'

/** What checks of a likely source came to since the value of its case was noticed. */
export type LikelyCheck =
  | { readonly state: 'none' }
  /** The desk returned all of them to the teams; the last one. */
  | { readonly state: 'returned'; readonly visit: Visit }
  /** The last one that counts: without any result, with items left out, or whole. */
  | { readonly state: 'no-result' | 'partial' | 'whole'; readonly visit: Visit; readonly counts: AnswerCounts }

/**
 * The last check of a likely source that counts.
 * @param observed when the value was noticed, ISO: earlier checks say nothing about its cause.
 */
export function likelyCheck(
  dataset: Dataset,
  state: LedgerState,
  reviews: Reviews,
  source: NamedSource,
  observed: string,
): LikelyCheck {
  const visits = (state.get(targetKey(source))?.visits ?? []).filter(
    (visit) => Date.parse(firstRecordOf(visit).at) >= Date.parse(observed),
  )
  const counting = visits.findLast((visit) => !returningReview(visit, reviews))
  if (counting) {
    const counts = countsOfVisit(dataset, counting)
    const isWithout = visitOutcome(counts) === 'not-seen'
    return { state: isWithout ? 'no-result' : isPartial(counts) ? 'partial' : 'whole', visit: counting, counts }
  }
  const returned = visits.at(-1)
  return returned ? { state: 'returned', visit: returned } : { state: 'none' }
}

/** Whether a likely source still has to be looked at before anybody can say that it is not the cause. */
export const isUnchecked = ({ state }: LikelyCheck): boolean =>
  state === 'none' || state === 'returned' || state === 'no-result'
