import { onSpot } from '@/ledger/on-spot'
import { type Reviews, reviewOf } from '@/ledger/review'
import { beganWith, type Visit } from '@/ledger/visit'

/** What a visit leaves open, each once. */
export function flagsOf(visit: Visit): readonly string[] {
  const { flags, turned } = onSpot(visit)
  return [...new Set([...flags.map(({ flag }) => flag), ...(turned.length > 0 ? ['turned'] : [])])]
}

/** The visits that nobody at the desk has reviewed, or not since one of them was corrected. */
export const openOf = (visits: readonly Visit[], reviews: Reviews): readonly Visit[] =>
  visits.filter(({ records }) => reviewOf(records, reviews) === null)

const startOf = (visit: Visit) => beganWith(visit).at

/** In the order of the review: what waits first, what stands out before what does not, then as the day went. */
export function inReviewOrder(visits: readonly Visit[], reviews: Reviews): readonly Visit[] {
  const open = new Set(openOf(visits, reviews))
  return [...visits].sort(
    (a, b) =>
      Number(open.has(b)) - Number(open.has(a)) ||
      flagsOf(b).length - flagsOf(a).length ||
      (startOf(a) < startOf(b) ? -1 : startOf(a) > startOf(b) ? 1 : 0),
  )
}
