import type { TFunction } from 'i18next'
import { localMinute } from '@/domain/calendar'
import { type Contradiction, contradictionsOf, unsettledItems } from '@/ledger/contradiction'
import type { TargetState } from '@/ledger/fold'
import { type Reviews, returningReview } from '@/ledger/review'
import { deadlinesOf, firstRecordOf, type Visit } from '@/ledger/visit'
import type { Dataset } from '@/questions/dataset'
import { itemLabel, visitorsOf } from './inspection-line'

const whoAndWhen = (t: TFunction<'texts'>, visit: Visit) =>
  t('review.contradiction.who', { who: visitorsOf(t, visit), at: localMinute(firstRecordOf(visit).at) })

/**
 * A contradiction in words: the items with their deadlines, who found what and when, and, until the desk has settled it,
 * what counts meanwhile.
 */
export function contradictionLine(
  t: TFunction<'texts'>,
  dataset: Dataset,
  contradiction: Contradiction,
  reviews: Reviews,
  language: string,
): string {
  const { failing, other, answer, items } = contradiction
  const { kind } = failing.target
  const deadlines = deadlinesOf(failing)
  const named = items.map((id) => {
    const item = itemLabel(dataset, kind, id, language, failing.day)
    return Object.hasOwn(deadlines, id) ? t('review.contradiction.item', { item, day: deadlines[id] }) : item
  })
  const words = { answer: t(`check.answer.${answer}`) }
  const line = t('review.contradiction.line', {
    items: named.join(t('ui.comma')),
    failing: whoAndWhen(t, failing),
    other: whoAndWhen(t, other),
    ...words,
  })
  if (unsettledItems(contradiction, reviews).length === 0) return line
  // Accepting the earlier check changes nothing: what was found after it stands.
  const isLater = firstRecordOf(other).at >= firstRecordOf(failing).at
  return t(isLater ? 'review.contradiction.open' : 'review.contradiction.stands', { line, ...words })
}

/** The contradictions of a source in words that the desk has still to settle, as far as they count today. */
export const unsettledLines = (
  t: TFunction<'texts'>,
  dataset: Dataset,
  state: TargetState | undefined,
  reviews: Reviews,
  language: string,
): readonly string[] =>
  (state ? contradictionsOf(state) : [])
    .map((each) => ({ ...each, items: unsettledItems(each, reviews) }))
    .filter(({ items }) => items.length > 0)
    .map((each) => contradictionLine(t, dataset, each, reviews, language))

/** The contradictions in words that a visit is part of, without those with a record that the desk returned. */
export const contradictionLinesOf = (
  t: TFunction<'texts'>,
  dataset: Dataset,
  state: TargetState | undefined,
  visit: Visit,
  reviews: Reviews,
  language: string,
): readonly string[] => {
  // By its record: a dialog may hold the visit as it was before others were received.
  const isIt = ({ records }: Visit) => records[0]!.id === visit.records[0]!.id
  const isReturned = (each: Visit) => !isIt(each) && returningReview(each, reviews) !== null
  return (state ? contradictionsOf(state) : [])
    .filter(({ failing, other }) => isIt(failing) || isIt(other))
    .filter(({ failing, other }) => !isReturned(failing) && !isReturned(other))
    .map((each) => contradictionLine(t, dataset, each, reviews, language))
}
