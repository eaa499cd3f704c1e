import { dayOfInstant, type IsoDay } from '@/domain/calendar'
import type { CaseRecord, RecordedStep } from '@/ledger/cases'
import type { FoundEvent } from '@/ledger/discovery'
import type { Find } from '@/ledger/find'
import type { WithdrawnRecord } from '@/ledger/fold'
import { type Review, type Reviews, returningReview, reviewOf } from '@/ledger/review'
import type { RoundStanding } from '@/ledger/rounds'
import { asCounted, firstRecordOf, type InspectionEvent, type Visit } from '@/ledger/visit'

/** A visit that the desk returned, with the review that returned it. */
export interface ReturnedVisit {
  readonly visit: Visit
  readonly review: Review
}

/** A found source that the desk returned, with the review that returned it. */
export interface ReturnedFind {
  readonly found: FoundEvent
  readonly review: Review
}

/** An arrival or a report of a team in a case. */
export interface CaseWork {
  readonly title: string
  readonly step: RecordedStep
}

/** Records of a range of days, for a report. */
export interface PeriodRecords {
  readonly days: { readonly from: IsoDay; readonly to: IsoDay }
  /** Visits that count, with the answers that count, in the order of the report's list. */
  readonly visits: readonly Visit[]
  /** Number of those visits that the desk has not reviewed yet. */
  readonly waiting: number
  /** Returned and not corrected since: listed separately and not counted. */
  readonly returned: readonly ReturnedVisit[]
  /** Found sources that were not returned; the number of them not reviewed yet; and those that were returned. */
  readonly found: readonly FoundEvent[]
  readonly foundWaiting: number
  readonly foundReturned: readonly ReturnedFind[]
  /** Number of records of these days that were withdrawn. */
  readonly withdrawn: number
  /** Rounds of these days, and rounds of earlier days that a tablet reported during these days. */
  readonly rounds: readonly RoundStanding[]
  /** Arrivals and reports in cases, in the order of their time. */
  readonly cases: readonly CaseWork[]
}

/** All records, whatever their day. */
export interface AllRecords {
  readonly visits: readonly Visit[]
  readonly finds: readonly Find[]
  readonly withdrawn: readonly (WithdrawnRecord & { event: InspectionEvent })[]
  readonly rounds: readonly RoundStanding[]
  readonly cases: readonly CaseWork[]
  readonly reviews: Reviews
}

/**
 * Sorts by day, then by the time of the first record: a correction written on another day keeps the day of the visit.
 */
const inTime = (a: Visit, b: Visit) =>
  a.day < b.day ? -1 : a.day > b.day ? 1 : firstRecordOf(a).at < firstRecordOf(b).at ? -1 : 1

/** Arrivals and reports of teams in cases that were not withdrawn. */
export const caseWork = (cases: Iterable<CaseRecord>): readonly CaseWork[] =>
  [...cases].flatMap(({ opening, standing, withdrawn }) =>
    withdrawn
      ? []
      : standing.steps
          .filter(({ step }) => step === 'arrived' || step === 'reported')
          .map((step) => ({ title: opening?.body.title ?? step.event.body.title, step })),
  )

/**
 * The records that count for a range of days. A corrected visit replaces the returned one and counts, although the
 * correction is not reviewed yet.
 */
export function recordsOfPeriod(days: PeriodRecords['days'], recorded: AllRecords): PeriodRecords {
  const { visits, finds, withdrawn, rounds, cases, reviews } = recorded
  const isIn = (each: IsoDay) => days.from <= each && each <= days.to
  const all = visits.filter(({ day }) => isIn(day)).sort(inTime)
  const returned = all.flatMap((visit) => {
    const review = returningReview(visit, reviews)
    return review ? [{ visit, review }] : []
  })
  const standing = all.filter((visit) => !returningReview(visit, reviews))
  const found = finds.filter(({ day }) => isIn(day))
  const foundReturned = found.flatMap((find) => {
    const review = returningReview(find, reviews)
    return review ? [{ found: find.records[0], review }] : []
  })
  const foundStanding = found.filter((find) => !returningReview(find, reviews))
  return {
    days,
    visits: standing.map(asCounted),
    waiting: standing.filter(({ records }) => reviewOf(records, reviews) === null).length,
    returned,
    found: foundStanding.map(({ records }) => records[0]),
    foundWaiting: foundStanding.filter(({ records }) => reviewOf(records, reviews) === null).length,
    foundReturned,
    withdrawn: withdrawn.filter(({ event }) => isIn(dayOfInstant(event.at))).length,
    rounds: rounds.filter((round) => isIn(round.day) || round.told.some(({ at }) => isIn(dayOfInstant(at)))),
    cases: cases
      .filter(({ step }) => isIn(dayOfInstant(step.when)))
      .sort((a, b) => Date.parse(a.step.when) - Date.parse(b.step.when)),
  }
}
