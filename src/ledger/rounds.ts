import { dayOfInstant, type IsoDay, isDay } from '@/domain/calendar'
import type { OrderedStop, RoundOrder, StopState } from '@/domain/field/round-order'
import { isSameStop, withStops } from '@/domain/field/round-order'
import { grouped } from '@/domain/grouped'
import type { LedgerEvent, RoundReport } from './event'
import type { LedgerState } from './fold'
import { targetKey } from './shared-code'
import { type AnswerCounts, isPartial, type Visit, visitAround } from './visit'

export type RoundEvent = LedgerEvent & { readonly body: RoundReport }

const isRound = (event: LedgerEvent): event is RoundEvent => event.body.type === 'round'

const roundKey = ({ name, team, since }: Pick<RoundReport, 'name' | 'team' | 'since'>) =>
  JSON.stringify([name, team, since])

const bySequence = (a: LedgerEvent, b: LedgerEvent) =>
  a.device < b.device ? -1 : a.device > b.device ? 1 : a.sequence - b.sequence

/** The last event of each device for each of its rounds, sorted by device and sequence. */
export const roundReports = (events: Iterable<LedgerEvent>): readonly RoundEvent[] =>
  reportsOfRounds(events).map((reports) => reports.at(-1)!)

/** All events of each device for each of its rounds, oldest first; the rounds as in {@link roundReports}. */
export function reportsOfRounds(events: Iterable<LedgerEvent>): readonly (readonly RoundEvent[])[] {
  const rounds = grouped([...events].filter(isRound), ({ device, body }) => `${device} ${roundKey(body)}`)
  return [...rounds.values()]
    .map((reports) => reports.sort(bySequence))
    .sort((one, other) => bySequence(one.at(-1)!, other.at(-1)!))
}

/** Facts about visits that a round needs. */
export interface VisitFacts {
  counts(visit: Visit): AnswerCounts
  /** Whether the desk returned the visit and it was not corrected since. */
  isReturned(visit: Visit): boolean
}

/**
 * State of a stop from the round's visits to it, the same for tablet and desk; determined by the last visit that was
 * not returned. A complete visit overrides a skip. If all visits were returned, the state is `returned`, not `open`.
 * @param visits oldest first.
 * @param reason why it is skipped; empty if it is not.
 */
export function stopStanding(visits: readonly Visit[], reason: string, { counts, isReturned }: VisitFacts) {
  const visit = visits.findLast((each) => !isReturned(each)) ?? null
  const answers = visit && counts(visit)
  const stateOf = (): StopState => {
    if (answers && !isPartial(answers)) return 'done'
    if (reason !== '') return 'skipped'
    if (answers) return 'partial'
    return visits.length > 0 ? 'returned' : 'open'
  }
  return { state: stateOf(), visit, unseen: answers?.['not-seen'] ?? 0 }
}

/**
 * The visits that count for a stop, oldest first; for a stop to be visited again (`after`), only what was recorded
 * since.
 */
const countingFor = ({ after }: OrderedStop, visits: readonly Visit[]): readonly Visit[] =>
  after === undefined ? visits : visits.flatMap((visit) => visitAround(visit, after).since ?? [])

/** The visits since a day that count for a stop, oldest first. */
export const visitsSince = (state: LedgerState, stop: OrderedStop, since: IsoDay): readonly Visit[] =>
  countingFor(stop, state.get(targetKey(stop))?.visits.filter((visit) => visit.day >= since) ?? [])

/** The last visit before the stop was to be visited again; null if it was not, or nobody had been there. */
export const visitBefore = (state: LedgerState, stop: OrderedStop): Visit | null => {
  const { after } = stop
  const visits = (after !== undefined && state.get(targetKey(stop))?.visits) || []
  return visits.flatMap((visit) => visitAround(visit, after!).before ?? []).at(-1) ?? null
}

/** A stop with its state. */
export interface StandingStop {
  readonly stop: OrderedStop
  readonly name: string
  readonly state: StopState
  /** Number of items that could not be checked in the visit that counts. */
  readonly unseen: number
  /** Why it is skipped; empty if it is not. */
  readonly reason: string
  /** The event that skips it; null if it is not skipped. */
  readonly by: RoundEvent | null
}

/** State of a round, from everything known about it. */
export interface RoundStanding {
  readonly name: string
  readonly team: string
  readonly day: IsoDay
  readonly from: 'desk' | 'own'
  /** The last event of each tablet on the round; empty if there is none yet. */
  readonly told: readonly RoundEvent[]
  readonly stops: readonly StandingStop[]
}

/** Day of a round in a tablet's event; early versions stored none, so the event's own day is used. */
const dayOf = ({ at, body }: RoundEvent): IsoDay => (isDay(body.since) ? body.since : dayOfInstant(at))

/** Day from which a tablet's visits count for its round. */
const begunOn = (report: RoundEvent): IsoDay => {
  const { begun } = report.body
  return begun !== undefined && isDay(begun) ? begun : dayOf(report)
}

/**
 * Which visits belong to a round: before any tablet reported it, all visits from its day on; afterwards only those of
 * the reporting tablets, each from the day it began the round, until all of them have ended it.
 */
function isOfRound(day: IsoDay, reports: readonly RoundEvent[]): (visit: Visit) => boolean {
  if (reports.length === 0) return (visit) => visit.day >= day
  const days = reports.map(({ at }) => dayOfInstant(at)).sort()
  const until = reports.every(({ body }) => body.ended) ? days.at(-1)! : null
  const from = new Map<string, IsoDay>()
  for (const word of reports) {
    const [other, begun] = [from.get(word.device), begunOn(word)]
    from.set(word.device, other !== undefined && other < begun ? other : begun)
  }
  return ({ day, device }) => {
    const begun = from.get(device)
    return begun !== undefined && day >= begun && (until === null || day <= until)
  }
}

/**
 * The rounds that a desk gave out and those that tablets reported, latest day first. Visit results come from the
 * visits.
 */
export function roundStandings(
  orders: readonly RoundOrder[],
  reports: readonly RoundEvent[],
  state: LedgerState,
  facts: VisitFacts,
): readonly RoundStanding[] {
  const keyOfOrder = ({ name, team, day }: RoundOrder) => `desk ${roundKey({ name, team, since: day })}`
  const ordered = new Map(orders.map((order) => [keyOfOrder(order), order]))
  // A tablet's own rounds have no distinguishing names; a round of the desk may be taken by several tablets.
  const byRound = grouped(reports, ({ device, body }) => `${body.from === 'desk' ? 'desk' : device} ${roundKey(body)}`)
  return [...new Set([...ordered.keys(), ...byRound.keys()])]
    .map((key): RoundStanding => {
      const order = ordered.get(key)
      const words = byRound.get(key) ?? []
      const { name, team, from } = order ?? words[0]!.body
      const day = order?.day ?? dayOf(words[0]!)
      const isOf = isOfRound(day, words)
      const stops = stopsOf(order, words).map((stop): StandingStop => {
        const said = words.flatMap(({ body }) => body.stops.filter((each) => isSameStop(each, stop)))
        const visits = countingFor(stop, state.get(targetKey(stop))?.visits.filter(isOf) ?? [])
        const skips = skippedBy(stop, words)
        const standing = stopStanding(visits, skips?.reason ?? '', facts)
        const known = [stop.name, ...said.map((each) => each.name), visits.at(-1)?.target.name].find(Boolean)
        const skipped = standing.state === 'skipped' ? skips : null
        return {
          stop,
          name: known ?? stop.code,
          state: standing.state,
          unseen: standing.unseen,
          reason: skipped?.reason ?? '',
          by: skipped?.by ?? null,
        }
      })
      return { name, team, day, from, told: words, stops }
    })
    .sort((a, b) => (a.day > b.day ? -1 : a.day < b.day ? 1 : 0))
}

/** Why a stop is skipped, and by which event. Null if a tablet that still runs the round intends to go there. */
function skippedBy(stop: OrderedStop, reports: readonly RoundEvent[]) {
  const said = reports.flatMap((by) =>
    by.body.stops
      // An event from before the stop was to be visited again does not apply to the new visit.
      .filter((each) => isSameStop(each, stop) && (each.after ?? '') >= (stop.after ?? ''))
      .map(({ skipped }) => ({ by, reason: skipped })),
  )
  const going = said.filter(({ by }) => !by.body.ended)
  if (going.some(({ reason }) => reason === '')) return null
  return (going.length > 0 ? going : said).find(({ reason }) => reason !== '') ?? null
}

/**
 * The stops given by the desk, followed by those that teams added; a stop that the desk removed is not restored by an
 * older event.
 */
function stopsOf(order: RoundOrder | undefined, reports: readonly RoundEvent[]): readonly OrderedStop[] {
  const put = reports
    .flatMap(({ body }): readonly OrderedStop[] => body.stops)
    .filter((stop) => !order?.dropped?.some((each) => isSameStop(each, stop)))
  return withStops(order?.stops ?? [], put)
}
