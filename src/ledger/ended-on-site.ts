import { dayOfInstant } from '@/domain/calendar'
import type { TeamObservation } from '@/domain/rules/team-observations'
import { saysEnded } from '@/domain/sources/ended-words'
import type { LedgerEvent } from './event'
import { roundReports } from './rounds'
import { ANY, placed, placeOfTarget, type SharedCodes } from './shared-code'
import type { Visit } from './visit'

/**
 * The reason by which a visit says that its source is no more (不适用：已完工), as an entry of an observation. A failing
 * item means that it still is.
 */
export function endedInVisit({ answers }: Visit): { readonly ended?: string } {
  const all = [...answers]
  if (all.some(([, { answer }]) => answer === 'no')) return {}
  const ended = all.map(([item, { event }]) => event.body.reasons?.[item] ?? '').find(saysEnded)
  return ended === undefined ? {} : { ended: ended.trim() }
}

/**
 * Stops of rounds that teams left out because the source is no more. Where a whole round was ended early, the reason is of
 * no single stop, nor does a record count that may be about either of two sources.
 */
export function endedStops(events: Iterable<LedgerEvent>, shared: SharedCodes = {}): TeamObservation[] {
  return roundReports(events).flatMap(({ at, body }) =>
    body.stops.flatMap((stop): TeamObservation[] => {
      const place = placeOfTarget(stop, shared)
      if (stop.left || place === ANY || !saysEnded(stop.skipped)) return []
      const { name: _, ...source } = placed(stop, place)
      const said = { ended: stop.skipped.trim(), isLeftOut: true } as const
      return [{ ...source, day: dayOfInstant(at), answers: {}, deadlines: {}, ...said }]
    }),
  )
}
