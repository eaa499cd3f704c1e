import type { TFunction } from 'i18next'
import { allContradictions, unsettledItems } from '@/ledger/contradiction'
import type { LedgerEvent } from '@/ledger/event'
import type { LedgerState } from '@/ledger/fold'
import type { Reviews } from '@/ledger/review'
import type { Dataset } from '@/questions/dataset'
import { contradictionLine } from '@/store/words/contradiction'

/** Most contradictions that are listed one by one. */
const MAX_LISTED = 10

/**
 * Sentences on sources of which another tablet recorded something else on the same day than these events, and that the
 * desk has still to review; empty if there are none.
 */
export function contradictingRecords(
  t: TFunction<'texts'>,
  dataset: Dataset,
  events: readonly LedgerEvent[],
  state: LedgerState,
  reviews: Reviews,
  language: string,
): readonly string[] {
  const fresh = new Set(events.map(({ id }) => id))
  const found = allContradictions(state).filter(
    (each) =>
      unsettledItems(each, reviews).length > 0 &&
      [...each.failing.records, ...each.other.records].some((record) => fresh.has(record.id)),
  )
  const listed = found.slice(0, MAX_LISTED).map((each) =>
    t('desk.contradicts', {
      name: each.failing.target.name,
      line: contradictionLine(t, dataset, each, reviews, language),
    }),
  )
  const rest = found.length - listed.length
  return rest > 0 ? [...listed, t('desk.contradictsMore', { count: rest })] : listed
}
