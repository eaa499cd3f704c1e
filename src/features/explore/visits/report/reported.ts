import { dayOfInstant, type IsoDay } from '@/domain/calendar'
import type { FoundEvent } from '@/ledger/discovery'
import type { Find } from '@/ledger/find'
import type { Withdrawn } from '@/ledger/fold'
import { givenBack, type Review, type Reviews, reviewOf } from '@/ledger/review'
import type { RoundStanding } from '@/ledger/rounds'
import { beganWith, type InspectionEvent, type Visit } from '@/ledger/visit'

/** A visit that the desk gave back, with what it said. */
export interface GivenBack {
  readonly visit: Visit
  readonly review: Review
}

/** A found source that the desk gave back. */
export interface FindGivenBack {
  readonly found: FoundEvent
  readonly review: Review
}

/** What the ledger has of some days, for a report. */
export interface Reported {
  readonly days: { readonly from: IsoDay; readonly to: IsoDay }
  /** Those that count, in the order of the report's list. */
  readonly visits: readonly Visit[]
  /** Of them, how many nobody at the desk has looked through yet. */
  readonly waiting: number
  /** Given back and not corrected since: named apart, and counted nowhere. */
  readonly returned: readonly GivenBack[]
  /** Sources that were found and not given back; how many of them nobody has looked through; and those that were given back. */
  readonly found: readonly FoundEvent[]
  readonly foundWaiting: number
  readonly foundReturned: readonly FindGivenBack[]
  /** Records of these days that were withdrawn. */
  readonly withdrawn: number
  /** Rounds of these days, and those of earlier ones that a tablet told of in these. */
  readonly rounds: readonly RoundStanding[]
}

/** All that is known, whatever the day. */
export interface Recorded {
  readonly visits: readonly Visit[]
  readonly finds: readonly Find[]
  readonly withdrawn: readonly (Withdrawn & { event: InspectionEvent })[]
  readonly rounds: readonly RoundStanding[]
  readonly reviews: Reviews
}

/** A correction of another day stays with the day of what it corrects. */
const inTime = (a: Visit, b: Visit) =>
  a.day < b.day ? -1 : a.day > b.day ? 1 : beganWith(a).at < beganWith(b).at ? -1 : 1

/** What stands of some days. A correction is not reviewed yet: it takes the place of what was given back, and counts. */
export function reportedOf(days: Reported['days'], recorded: Recorded): Reported {
  const { visits, finds, withdrawn, rounds, reviews } = recorded
  const isIn = (each: IsoDay) => days.from <= each && each <= days.to
  const all = visits.filter(({ day }) => isIn(day)).sort(inTime)
  const returned = all.flatMap((visit) => {
    const review = givenBack(visit, reviews)
    return review ? [{ visit, review }] : []
  })
  const standing = all.filter((visit) => !givenBack(visit, reviews))
  const found = finds.filter(({ day }) => isIn(day))
  const foundReturned = found.flatMap((find) => {
    const review = givenBack(find, reviews)
    return review ? [{ found: find.records[0], review }] : []
  })
  const foundStanding = found.filter((find) => !givenBack(find, reviews))
  return {
    days,
    visits: standing,
    waiting: standing.filter(({ records }) => reviewOf(records, reviews) === null).length,
    returned,
    found: foundStanding.map(({ records }) => records[0]),
    foundWaiting: foundStanding.filter(({ records }) => reviewOf(records, reviews) === null).length,
    foundReturned,
    withdrawn: withdrawn.filter(({ event }) => isIn(dayOfInstant(event.at))).length,
    rounds: rounds.filter((round) => isIn(round.day) || round.told.some(({ at }) => isIn(dayOfInstant(at)))),
  }
}
