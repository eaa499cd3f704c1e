import type { Contradiction } from '@/ledger/contradiction'
import { foundAt } from '@/ledger/discovery'
import { isFind, type ReviewItem } from '@/ledger/find'
import { type Reviews, unreviewed } from '@/ledger/review'
import { firstRecordOf } from '@/ledger/visit'
import { visitCircumstances } from '@/ledger/visit-circumstances'

/** Open doubts without duplicates. */
export function flagsOf(reviewed: ReviewItem): readonly string[] {
  if (isFind(reviewed)) return reviewed.records[0].body.evidence?.flags ?? []
  const { flags, turned } = visitCircumstances(reviewed)
  return [...new Set([...flags.map(({ flag }) => flag), ...(turned.length > 0 ? ['turned'] : [])])]
}

const startOf = (reviewed: ReviewItem) => (isFind(reviewed) ? foundAt(reviewed.records[0]) : firstRecordOf(reviewed).at)

/**
 * Review order: records waiting for review first, then those that contradict another tablet's, then those with more
 * doubts, then by time.
 */
export function inReviewOrder(
  all: readonly ReviewItem[],
  reviews: Reviews,
  contradictions: readonly Contradiction[] = [],
): readonly ReviewItem[] {
  const open = new Set(unreviewed(all, reviews))
  const opposed = new Set<ReviewItem>(contradictions.flatMap(({ failing, other }) => [failing, other]))
  return [...all].sort(
    (a, b) =>
      Number(open.has(b)) - Number(open.has(a)) ||
      Number(opposed.has(b)) - Number(opposed.has(a)) ||
      flagsOf(b).length - flagsOf(a).length ||
      (startOf(a) < startOf(b) ? -1 : startOf(a) > startOf(b) ? 1 : 0),
  )
}
