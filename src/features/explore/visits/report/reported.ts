import { dayOfInstant, type IsoDay } from '@/domain/calendar'
import { type FoundEvent, foundDay } from '@/ledger/discovery'
import type { Withdrawn } from '@/ledger/fold'
import { givenBack, type Review, type Reviews, reviewOf } from '@/ledger/review'
import type { RoundStanding } from '@/ledger/rounds'
import { beganWith, type InspectionEvent, type Visit } from '@/ledger/visit'

/** A visit that the desk gave back, with what it said. */
export interface GivenBack {
  readonly visit: Visit
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
  readonly found: readonly FoundEvent[]
  /** Records of these days that were withdrawn. */
  readonly withdrawn: number
  /** Rounds of these days, and those of earlier ones that a tablet told of in these. */
  readonly rounds: readonly RoundStanding[]
}

/** All that is known, whatever the day. */
export interface Recorded {
  readonly visits: readonly Visit[]
  readonly found: readonly FoundEvent[]
  readonly withdrawn: readonly (Withdrawn & { event: InspectionEvent })[]
  readonly rounds: readonly RoundStanding[]
  readonly reviews: Reviews
}

/** A correction of another day stays with the day of what it corrects. */
const inTime = (a: Visit, b: Visit) =>
  a.day < b.day ? -1 : a.day > b.day ? 1 : beganWith(a).at < beganWith(b).at ? -1 : 1

/** What stands of some days. A correction is not reviewed yet: it takes the place of what was given back, and counts. */
export function reportedOf(days: Reported['days'], recorded: Recorded): Reported {
  const { visits, found, withdrawn, rounds, reviews } = recorded
  const isIn = (each: IsoDay) => days.from <= each && each <= days.to
  const all = visits.filter(({ day }) => isIn(day)).sort(inTime)
  const returned = all.flatMap((visit) => {
    const review = givenBack(visit, reviews)
    return review ? [{ visit, review }] : []
  })
  const standing = all.filter((visit) => !givenBack(visit, reviews))
  return {
    days,
    visits: standing,
    waiting: standing.filter(({ records }) => reviewOf(records, reviews) === null).length,
    returned,
    found: found.filter((event) => isIn(foundDay(event))),
    withdrawn: withdrawn.filter(({ event }) => isIn(dayOfInstant(event.at))).length,
    rounds: rounds.filter((round) => isIn(round.day) || round.told.some(({ at }) => isIn(dayOfInstant(at)))),
  }
}
