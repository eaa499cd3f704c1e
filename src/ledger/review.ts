import { canonical, type LedgerEvent } from './event'
import { type Visit, visitUpTo } from './visit'

/** What the desk says to a record that it looked at. The names travel in receipts: none may change its meaning. */
export const VERDICTS = ['accepted', 'returned'] as const
export type Verdict = (typeof VERDICTS)[number]

/** The desk's word on one record, by its hash, so that it can't be said of another. A later one takes the place of an earlier. */
export interface Review {
  readonly event: string
  readonly hash: string
  readonly verdict: Verdict
  /** What is to be done, or was remarked; empty where nothing was. */
  readonly note: string
  readonly author: string
  readonly at: string
}

/** Reviews by the hash of the record they are of. */
export type Reviews = ReadonlyMap<string, Review>

export const NO_REVIEWS: Reviews = new Map()

/** Later first in time; two of one moment always come to the same, in whatever order they are read. */
const isLater = (a: Review, b: Review) => (a.at === b.at ? canonical(a) > canonical(b) : a.at > b.at)

/** The last word on each record, whatever the order in which they come. */
export function lastReviews(reviews: Iterable<Review>): Reviews {
  const last = new Map<string, Review>()
  for (const each of reviews) {
    const before = last.get(each.hash)
    if (!before || isLater(each, before)) last.set(each.hash, each)
  }
  return last
}

/**
 * What the desk said of several records together, as those of a visit: none while one of them waits, as a correction does that
 * came after the rest was reviewed; the one that was given back, if one was; else the last.
 */
export function reviewOf(records: readonly Pick<LedgerEvent, 'hash'>[], reviews: Reviews): Review | null {
  const said = records.map(({ hash }) => reviews.get(hash))
  if (said.length === 0 || said.some((each) => each === undefined)) return null
  const all = said as Review[]
  return all.find(({ verdict }) => verdict === 'returned') ?? all.at(-1)!
}

/** The records that are looked through together: those of a visit, or the one that says how a source was found. */
export interface Reviewable {
  readonly records: readonly Pick<LedgerEvent, 'hash'>[]
}

/** The desk's word where it gave something back; null where it counts, as it does once it is corrected: a correction waits. */
export function givenBack({ records }: Reviewable, reviews: Reviews): Review | null {
  const said = reviewOf(records, reviews)
  return said?.verdict === 'returned' ? said : null
}

/** What nobody at the desk has reviewed, or not since a record of it was corrected. */
export const openOf = <T extends Reviewable>(all: readonly T[], reviews: Reviews): readonly T[] =>
  all.filter(({ records }) => reviewOf(records, reviews) === null)

/** What may be reviewed, with the records that it no longer says. */
export interface Corrected extends Reviewable {
  readonly corrected: readonly Pick<LedgerEvent, 'hash'>[]
}

/** The records that the desk had a word on before the one that holds now, or that is waited for. */
const reviewedBefore = <T extends Pick<LedgerEvent, 'hash'>>(
  { records, corrected }: { readonly records: readonly T[]; readonly corrected: readonly T[] },
  reviews: Reviews,
): readonly T[] =>
  (reviewOf(records, reviews) ? corrected : [...records, ...corrected]).filter(({ hash }) => reviews.has(hash))

/** The desk's last word on something before the one that holds now, or that is waited for; null where there was none. */
export const wordBefore = (of: Corrected, reviews: Reviews): Review | null =>
  reviewedBefore(of, reviews)
    .map(({ hash }) => reviews.get(hash)!)
    .sort((a, b) => (isLater(a, b) ? -1 : 1))[0] ?? null

/** Whether something that the desk gave back last was corrected; where more was written only, it was not. */
export function isBackCorrected(of: Corrected, reviews: Reviews): boolean {
  const last = wordBefore(of, reviews)
  // What is looked through together gets its word at one moment.
  return last?.verdict === 'returned' && of.corrected.some(({ hash }) => reviews.get(hash)?.at === last.at)
}

/** What the desk said of a visit before it was corrected or gone on with, and the visit as it stood then. */
export interface EarlierReview {
  readonly review: Review
  readonly visit: Visit
}

/** The desk's last word on a visit before the one that holds now, or that is waited for; null where there was none. */
export function reviewBefore(visit: Visit, reviews: Reviews): EarlierReview | null {
  const last = wordBefore(visit, reviews)
  // Whoever reviews has all that a tablet wrote up to there.
  const seen = visitUpTo(visit, Math.max(...reviewedBefore(visit, reviews).map(({ sequence }) => sequence)))
  return last && seen ? { review: last, visit: seen } : null
}
