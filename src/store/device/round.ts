import type { IsoDay } from '@/domain/calendar'
import { goesWith, hasSameStops, isForCases, type RoundOrder } from '@/domain/field/round-order'
import { KIND_ID } from '@/domain/sources/kinds/kind'
import { z } from '@/io/zod'
import { ofThisCity } from '@/ledger/records-name'
import { isSameSource, type SourceKey } from '@/store/view/view'
import { createKept, listOf, recordOf } from './kept'
import { today } from './today'

/** A source as a stop, with its name where whoever made the round said it. */
export type NamedStop = SourceKey & {
  readonly name?: string
  /** Its place, from 1, in a round as the desk gave it; none where the tablet put it to the round. */
  readonly given?: number
  /** Only visits that began after this moment count, ISO: it is to be gone to once more. */
  readonly after?: string
}

/** Places to be visited by a team, in the order of the way. */
export interface Round {
  /** Empty for one that was made on the tablet, which is named by its day. */
  readonly name: string
  readonly team: string
  /** For which day it stands; empty where a version before days wrote it. */
  readonly day: IsoDay
  /** The day that names it: where it is gone on with on another day, the one before. */
  readonly since: IsoDay
  /** The day on which it was begun; empty where a version before wrote it. */
  readonly begun: IsoDay
  readonly from: 'desk' | 'own'
  readonly stops: readonly NamedStop[]
  /** Why a stop is not visited, by {@link stopKey}. */
  readonly skipped: Readonly<Record<string, string>>
}

interface RoundState extends Round {
  /** The round before the last act on it, for that act to be taken back; null where nothing is to be taken back. */
  readonly before: Round | null
  /** What was done last: another round, other stops of the same one, a stop taken off, or the end of it. */
  readonly did: 'replaced' | 'changed' | 'dropped' | 'ended' | null
  /**
   * Goes by another round from now on; the one before can be had back. A round of the desk that is gone already stays as it is
   * with what was skipped; where the desk gave it other stops, it goes to these.
   */
  begin(round: Partial<Round> & Pick<Round, 'day' | 'stops'>): Begun
  /** Another order of the same stops, or some of them. */
  setStops(stops: readonly NamedStop[]): void
  /** Puts a source at the end of the round, or takes it off; one that the desk gave stays: it may be left out for a reason. */
  toggleStop(stop: SourceKey): void
  /** Leaves a stop out for a reason; null takes that back. */
  skip(stop: SourceKey, reason: string | null): void
  /** Goes on with it on another day. */
  goOn(day: IsoDay): void
  end(): void
  /** Takes back what was done last. */
  undo(): void
  /** What was done stays. */
  settle(): void
}

/** What came of beginning a round. */
export type Begun = 'begun' | 'replaced' | 'changed' | 'same'

const NO_ROUND: Round = { name: '', team: '', day: '', since: '', begun: '', from: 'own', stops: [], skipped: {} }

export const stopKey = ({ kind, code, nth }: SourceKey) => `${kind}/${code}${nth ? `/${nth}` : ''}`

/** Whether two rounds are the same places in the same order for the same day. */
const isSameRound = (a: Round, b: Round) =>
  a.day === b.day && a.stops.length === b.stops.length && a.stops.every((stop, i) => isSameSource(stop, b.stops[i]!))

const roundOf = ({ name, team, day, since, begun, from, stops, skipped }: Round): Round => {
  return { name, team, day, since, begun, from, stops, skipped }
}

const earliest = (...days: readonly IsoDay[]): IsoDay => days.filter(Boolean).sort()[0] ?? ''

/** From which day on a visit counts for a round: its own, or an earlier one on which it was begun. */
export const countsFrom = ({ since, begun }: Pick<Round, 'since' | 'begun'>): IsoDay =>
  earliest(begun, since) || today()

/**
 * The stops of a round with those that the desk gave numbered as it gave them. A version before numbers kept none: all that stand in
 * a round of the desk are then its own.
 */
const givenStops = ({ from, stops }: Pick<Round, 'from' | 'stops'>): readonly NamedStop[] =>
  from === 'own' || stops.some(({ given }) => given) ? stops : stops.map((stop, i) => ({ ...stop, given: i + 1 }))

/** The stops that the desk gave, and after them those that the team had put to the round before. */
const withOwn = (given: readonly NamedStop[], before: readonly NamedStop[]): readonly NamedStop[] => [
  ...given,
  ...before.filter((each) => !each.given && !given.some((other) => isSameSource(other, each))),
]

/** Whether the desk gave a stop: then nobody takes it off here. */
export const isGiven = ({ from, stops }: Pick<Round, 'from' | 'stops'>, stop: SourceKey): boolean =>
  givenStops({ from, stops }).some((each) => each.given && isSameSource(each, stop))

/** The numbers of stops: the desk's, which stay whatever becomes of others, and after them those of the tablet's own in their order. */
export function numbersOf(stops: readonly NamedStop[]): readonly number[] {
  let last = Math.max(0, ...stops.map(({ given }) => given ?? 0))
  return stops.map(({ given }) => given ?? ++last)
}

/** Which round of the desk it is; null for one of the tablet. */
const orderOf = ({ from, name, team, since }: Round) => (from === 'desk' ? { name, team, day: since } : null)

/** Whether a round is one that the desk gave under a name for a day. */
export function isOrder(round: Round, { name, team, day }: Pick<Round, 'name' | 'team' | 'day'>): boolean {
  const order = orderOf(round)
  return order !== null && order.name === name && order.team === team && order.day === day
}

/**
 * Whether stops that a round of the desk goes to for cases join the round of this tablet: another of the desk's for the same day, where
 * it is meant for who goes by that or for the tablet's team.
 */
export const takesStopsOf = (
  round: Round,
  order: Pick<RoundOrder, 'name' | 'team' | 'day' | 'stops' | 'cases'>,
  ownTeam: string,
): boolean =>
  round.stops.length > 0 &&
  round.from === 'desk' &&
  !isOrder(round, order) &&
  goesWith(order, { team: round.team, day: round.since }, ownTeam)

/** Whether a round of the desk joins that of this tablet as a whole: an ordinary one that has stops for a case does not. */
export const joinsRound = (...of: Parameters<typeof takesStopsOf>): boolean => takesStopsOf(...of) && isForCases(of[1])

const stop = z.object({
  kind: z.string().regex(KIND_ID),
  code: z.string(),
  nth: z.int().exactOptional(),
  name: z.string().exactOptional(),
  given: z.int().min(1).exactOptional(),
  after: z.iso.datetime().exactOptional(),
})
const day = z.union([z.iso.date(), z.literal('')])

const round = {
  name: z.string(),
  team: z.string(),
  day,
  since: day,
  begun: day,
  from: z.enum(['desk', 'own']),
  stops: listOf(stop),
  skipped: recordOf(z.string()),
}

/** The round of this tablet, and the one before; kept on it, through a flat battery too. */
export const useRound = createKept<RoundState>(
  ofThisCity('chentu-round'),
  { ...round, before: z.object(round).nullable(), did: z.enum(['replaced', 'changed', 'dropped', 'ended']).nullable() },
  (set, get) => ({
    ...NO_ROUND,
    before: null,
    did: null,
    begin(round) {
      const now = roundOf(get())
      const begun = { ...NO_ROUND, since: round.day, begun: earliest(today(), round.day), ...round }
      const next = { ...begun, stops: givenStops(begun) }
      if (now.stops.length > 0 && next.from === 'desk' && isOrder(now, next)) {
        const stops = withOwn(next.stops, givenStops(now))
        if (hasSameStops(now.stops, stops)) return 'same'
        // What is to be gone to once more is skipped no more.
        const as = new Map(now.stops.map((each) => [stopKey(each), each.after]))
        const keys = new Set(stops.filter((each) => as.get(stopKey(each)) === each.after).map(stopKey))
        const skipped = Object.fromEntries(Object.entries(now.skipped).filter(([key]) => keys.has(key)))
        set({ stops, skipped, before: now, did: 'changed' })
        return 'changed'
      }
      const replaces = now.stops.length > 0 && !isSameRound(now, next)
      set({ ...next, before: replaces ? now : null, did: replaces ? 'replaced' : null })
      return replaces ? 'replaced' : 'begun'
    },
    setStops: (stops) => set({ stops, before: null, did: null }),
    toggleStop(stop) {
      const { skipped, ...round } = get()
      if (isGiven(round, stop)) return
      const stops = givenStops(round)
      // The first stop begins a round.
      const dated = stops.length === 0 ? { ...NO_ROUND, day: today(), since: today(), begun: today() } : {}
      const others = stops.filter((each) => !isSameSource(each, stop))
      const { [stopKey(stop)]: _, ...left } = skipped
      if (others.length < stops.length)
        return set({ stops: others, skipped: left, before: roundOf(get()), did: 'dropped' })
      set({ ...dated, stops: [...others, stop], skipped: left, before: null, did: null })
    },
    skip(stop, reason) {
      const { [stopKey(stop)]: _, ...others } = get().skipped
      // To have a stop back would take this back.
      if (get().did === 'dropped') get().settle()
      set({ skipped: reason === null ? others : { ...others, [stopKey(stop)]: reason } })
    },
    goOn(day) {
      const { since, begun } = get()
      set({ day, since: since || day, begun: earliest(begun, since, day), before: null, did: null })
    },
    end: () => set({ ...NO_ROUND, before: roundOf(get()), did: 'ended' }),
    undo() {
      const { before } = get()
      if (before) set({ ...before, before: null, did: null })
    },
    settle: () => set({ before: null, did: null }),
  }),
)
