import { dayOfInstant } from '@/domain/calendar'
import { isSameStop } from '@/domain/field/round-order'
import type { TeamObservation } from '@/domain/rules/team-observations'
import { saysEnded } from '@/domain/sources/ended-words'
import type { LedgerEvent, ReportedStop } from './event'
import { type RoundEvent, reportsOfRounds } from './rounds'
import { ANY, placed, placeOfTarget, type SharedCodes } from './shared-code'
import { answersForRules, reasonOf, type Visit, type VisitAnswer } from './visit'

/**
 * The reason by which a visit says that its source is no more (不适用：已完工), and who gave it, as entries of an
 * observation. A failing item means that it still is, unless the team found later that it no longer applies; so does a
 * reason of fewer items than are met, as works of one stage may be completed.
 */
export function endedInVisit(visit: Visit): Pick<TeamObservation, 'ended' | 'endedBy'> {
  const counting = [...answersForRules(visit)]
  const isThere = ([item, { answer }]: readonly [string, VisitAnswer]) =>
    answer === 'no' && visit.answers.get(item)?.answer !== 'not-applicable'
  const met = counting.filter(([, { answer }]) => answer === 'yes').length
  const said = [...visit.answers]
    .map(([item, { event }]) => ({ reason: reasonOf(event.body, item), event }))
    .filter(({ reason }) => saysEnded(reason))
  const [first] = said
  if (!first || said.length < met || counting.some(isThere)) return {}
  return { ended: first.reason.trim(), ...byAuthor(first.event) }
}

const byAuthor = ({ author }: LedgerEvent) => (author.trim() === '' ? {} : { endedBy: author.trim() })

/** The report in which a round left a stop out: the first of its last reports that say the same of it. */
function leftOutIn(reports: readonly RoundEvent[], stop: ReportedStop): RoundEvent {
  const saysSame = ({ body }: RoundEvent) =>
    body.stops.some((each) => isSameStop(each, stop) && each.skipped === stop.skipped && !each.left)
  const others = reports.findLastIndex((report) => !saysSame(report))
  return reports[others + 1]!
}

/**
 * Stops of rounds that teams left out because the source is no more. Where a whole round was ended early, the reason is of
 * no single stop, nor does a record count that may be about either of two sources.
 */
export function endedStops(events: Iterable<LedgerEvent>, shared: SharedCodes = {}): TeamObservation[] {
  return reportsOfRounds(events).flatMap((reports) =>
    reports.at(-1)!.body.stops.flatMap((stop): TeamObservation[] => {
      const place = placeOfTarget(stop, shared)
      if (stop.left || place === ANY || !saysEnded(stop.skipped)) return []
      const { name: _, ...source } = placed(stop, place)
      const report = leftOutIn(reports, stop)
      const said = { ended: stop.skipped.trim(), ...byAuthor(report), isLeftOut: true } as const
      return [{ ...source, day: dayOfInstant(report.at), answers: {}, deadlines: {}, ...said }]
    }),
  )
}
