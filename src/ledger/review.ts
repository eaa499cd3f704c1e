import type { LedgerEvent } from './event'
import { canonical } from './event-chain'
import { type Visit, visitUpTo } from './visit'

/** The desk's verdict on a record it reviewed. The names are part of receipts: none may change its meaning. */
export const VERDICTS = ['accepted', 'returned'] as const
export type Verdict = (typeof VERDICTS)[number]

/**
 * The desk's review of one record, bound to its hash so that it cannot be applied to another. A later review replaces
 * an earlier one.
 */
export interface Review {
  readonly event: string
  readonly hash: string
  readonly verdict: Verdict
  /** What is to be done, or a remark; empty if none. */
  readonly note: string
  readonly author: string
  readonly at: string
}

/** Reviews by the hash of the reviewed record. */
export type Reviews = ReadonlyMap<string, Review>

export const NO_REVIEWS: Reviews = new Map()

/** By time; for equal times the result does not depend on the reading order. */
const isLater = (a: Review, b: Review) => (a.at === b.at ? canonical(a) > canonical(b) : a.at > b.at)

/** The last review of each record, independent of order. */
export function lastReviews(reviews: Iterable<Review>): Reviews {
  const last = new Map<string, Review>()
  for (const each of reviews) {
    const before = last.get(each.hash)
    if (!before || isLater(each, before)) last.set(each.hash, each)
  }
  return last
}

/**
 * The review of several records together, such as those of a visit: null while one of them is not reviewed (for example
 * a correction made after the rest was reviewed); otherwise the `returned` one if there is one; else that of the last
 * record.
 */
export function reviewOf(records: readonly Pick<LedgerEvent, 'hash'>[], reviews: Reviews): Review | null {
  const said = records.map(({ hash }) => reviews.get(hash))
  if (said.length === 0 || said.some((each) => each === undefined)) return null
  const all = said as Review[]
  return all.find(({ verdict }) => verdict === 'returned') ?? all.at(-1)!
}

/** Records reviewed together: those of a visit, or the one record of a found source. */
export interface Reviewable {
  readonly records: readonly Pick<LedgerEvent, 'hash'>[]
}

/**
 * The review if the desk returned the records; null if they count. Corrected records count again until the correction
 * is reviewed.
 */
export function returningReview({ records }: Reviewable, reviews: Reviews): Review | null {
  const said = reviewOf(records, reviews)
  return said?.verdict === 'returned' ? said : null
}

/** Items not yet reviewed, or corrected since their review. */
export const unreviewed = <T extends Reviewable>(all: readonly T[], reviews: Reviews): readonly T[] =>
  all.filter(({ records }) => reviewOf(records, reviews) === null)

/** A reviewable item with its corrected records. */
export interface CorrectedItem extends Reviewable {
  readonly corrected: readonly Pick<LedgerEvent, 'hash'>[]
}

/** The records reviewed before the current or pending review. */
const reviewedBefore = <T extends Pick<LedgerEvent, 'hash'>>(
  { records, corrected }: { readonly records: readonly T[]; readonly corrected: readonly T[] },
  reviews: Reviews,
): readonly T[] =>
  (reviewOf(records, reviews) ? corrected : [...records, ...corrected]).filter(({ hash }) => reviews.has(hash))

/** The desk's last review before the current or pending one; null if there was none. */
export const previousReview = (reviewed: CorrectedItem, reviews: Reviews): Review | null =>
  reviewedBefore(reviewed, reviews)
    .map(({ hash }) => reviews.get(hash)!)
    .sort((a, b) => (isLater(a, b) ? -1 : 1))[0] ?? null

/** Whether an item that the desk last returned was corrected; additional records alone are not a correction. */
export function isReturnedAndCorrected(reviewed: CorrectedItem, reviews: Reviews): boolean {
  const last = previousReview(reviewed, reviews)
  // Records reviewed together get their review at the same time.
  return last?.verdict === 'returned' && reviewed.corrected.some(({ hash }) => reviews.get(hash)?.at === last.at)
}

/** The review of a visit before it was corrected or continued, and the visit as it was then. */
export interface EarlierReview {
  readonly review: Review
  readonly visit: Visit
}

/** The desk's last review of a visit before the current or pending one; null if there was none. */
export function reviewBefore(visit: Visit, reviews: Reviews): EarlierReview | null {
  const last = previousReview(visit, reviews)
  // The reviewer has all records of the tablet up to that number.
  const seen = visitUpTo(visit, Math.max(...reviewedBefore(visit, reviews).map(({ sequence }) => sequence)))
  return last && seen ? { review: last, visit: seen } : null
}
