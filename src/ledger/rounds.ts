import { dayOfInstant, type IsoDay, isDay } from '@/domain/calendar'
import type { OrderedStop, RoundOrder, StopState } from '@/domain/field/round-order'
import { isSameStop, withStops } from '@/domain/field/round-order'
import { grouped } from '@/domain/grouped'
import type { LedgerEvent, RoundTold } from './event'
import { type LedgerState, targetKey } from './fold'
import { type AnswerCounts, isPartial, type Visit, visitAround } from './visit'

export type RoundEvent = LedgerEvent & { readonly body: RoundTold }

const isRound = (event: LedgerEvent): event is RoundEvent => event.body.type === 'round'

const roundKey = ({ name, team, since }: Pick<RoundTold, 'name' | 'team' | 'since'>) =>
  JSON.stringify([name, team, since])

/** The last word of each device on each of its rounds, by device and number. */
export function roundsTold(events: Iterable<LedgerEvent>): readonly RoundEvent[] {
  const last = new Map<string, RoundEvent>()
  for (const event of events) {
    if (!isRound(event)) continue
    const key = `${event.device} ${roundKey(event.body)}`
    if ((last.get(key)?.sequence ?? 0) < event.sequence) last.set(key, event)
  }
  return [...last.values()].sort((a, b) =>
    a.device < b.device ? -1 : a.device > b.device ? 1 : a.sequence - b.sequence,
  )
}

/** What is to be known of a visit for a round. */
export interface VisitFacts {
  counts(visit: Visit): AnswerCounts
  /** Whether the desk gave it back, and nobody corrected it since. */
  isReturned(visit: Visit): boolean
}

/**
 * How a stop stands by the visits of the round to it, for the tablet as for the desk: by the last that was not given back. Whoever
 * answered all need not skip it; where all that was seen was given back, it is not as if nobody had been there.
 * @param visits oldest first.
 * @param reason why it is skipped; empty where it is not.
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

/** What of visits to a stop counts for it, oldest first: of one that is to be gone to once more only what was seen since. */
const countingFor = ({ after }: OrderedStop, visits: readonly Visit[]): readonly Visit[] =>
  after === undefined ? visits : visits.flatMap((visit) => visitAround(visit, after).since ?? [])

/** The visits to a stop from a day on that count for it, oldest first. */
export const visitsSince = (state: LedgerState, stop: OrderedStop, since: IsoDay): readonly Visit[] =>
  countingFor(stop, state.get(targetKey(stop))?.visits.filter((visit) => visit.day >= since) ?? [])

/** The last visit to a stop before it was to be gone to once more; null where it was not, or nobody had been there. */
export const visitBefore = (state: LedgerState, stop: OrderedStop): Visit | null => {
  const { after } = stop
  const visits = (after !== undefined && state.get(targetKey(stop))?.visits) || []
  return visits.flatMap((visit) => visitAround(visit, after!).before ?? []).at(-1) ?? null
}

/** A stop and how it stands. */
export interface StandingStop {
  readonly stop: OrderedStop
  readonly name: string
  readonly state: StopState
  /** How many items of the visit that counts could not be checked. */
  readonly unseen: number
  /** Why it is skipped; empty where it is not. */
  readonly reason: string
  /** Whose word that is; null where it is not skipped. */
  readonly by: RoundEvent | null
}

/** How a round stands by all that is known of it. */
export interface RoundStanding {
  readonly name: string
  readonly team: string
  readonly day: IsoDay
  readonly from: 'desk' | 'own'
  /** What tablets told of it, each its last word; empty where none did yet. */
  readonly told: readonly RoundEvent[]
  readonly stops: readonly StandingStop[]
}

/** The day of a round by one tablet's word: versions before days said none, which is that of the word. */
const dayOf = ({ at, body }: RoundEvent): IsoDay => (isDay(body.since) ? body.since : dayOfInstant(at))

/** The day from which on the visits of a tablet count for its round. */
const begunOn = (word: RoundEvent): IsoDay => {
  const { begun } = word.body
  return begun !== undefined && isDay(begun) ? begun : dayOf(word)
}

/** Which visits belong to a round: once a tablet told of it those of such tablets alone, each from the day on which it began it, and until all of them had ended it. */
function isOfRound(day: IsoDay, words: readonly RoundEvent[]): (visit: Visit) => boolean {
  if (words.length === 0) return (visit) => visit.day >= day
  const days = words.map(({ at }) => dayOfInstant(at)).sort()
  const until = words.every(({ body }) => body.ended) ? days.at(-1)! : null
  const from = new Map<string, IsoDay>()
  for (const word of words) {
    const [other, begun] = [from.get(word.device), begunOn(word)]
    from.set(word.device, other !== undefined && other < begun ? other : begun)
  }
  return ({ day, device }) => {
    const begun = from.get(device)
    return begun !== undefined && day >= begun && (until === null || day <= until)
  }
}

/** The rounds that a desk gave out and those that tablets told of, the last day first. What was visited, the visits say. */
export function roundStandings(
  orders: readonly RoundOrder[],
  told: readonly RoundEvent[],
  state: LedgerState,
  facts: VisitFacts,
): readonly RoundStanding[] {
  const keyOfOrder = ({ name, team, day }: RoundOrder) => `desk ${roundKey({ name, team, since: day })}`
  const ordered = new Map(orders.map((order) => [keyOfOrder(order), order]))
  // Tablets' own rounds have no names to tell them apart; a round of the desk may be gone by several.
  const byRound = grouped(told, ({ device, body }) => `${body.from === 'desk' ? 'desk' : device} ${roundKey(body)}`)
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

/** Why a stop is skipped, and whose word that is. Null where a tablet that goes on with the round still goes there. */
function skippedBy(stop: OrderedStop, words: readonly RoundEvent[]) {
  const said = words.flatMap((by) =>
    by.body.stops
      // A word of before it was to be gone to once more says nothing of that.
      .filter((each) => isSameStop(each, stop) && (each.after ?? '') >= (stop.after ?? ''))
      .map(({ skipped }) => ({ by, reason: skipped })),
  )
  const going = said.filter(({ by }) => !by.body.ended)
  if (going.some(({ reason }) => reason === '')) return null
  return (going.length > 0 ? going : said).find(({ reason }) => reason !== '') ?? null
}

/** The stops as the desk gave them, then those that a team put to it; what the desk took off does not come back by an older word. */
function stopsOf(order: RoundOrder | undefined, words: readonly RoundEvent[]): readonly OrderedStop[] {
  const put = words
    .flatMap(({ body }): readonly OrderedStop[] => body.stops)
    .filter((stop) => !order?.dropped?.some((each) => isSameStop(each, stop)))
  return withStops(order?.stops ?? [], put)
}
