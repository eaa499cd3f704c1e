import type { IsoDay } from '@/domain/calendar'
import { hasSameStops, isCaseRound, joinsHeldRound, type RoundOrder } from '@/domain/field/round-order'
import { KIND_ID } from '@/domain/sources/kinds/kind'
import { z } from '@/io/zod'
import { nameForCity } from '@/ledger/records-name'
import { isSameSource, type SourceKey } from '@/store/view/view'
import { createPersistedStore, listOf, recordOf } from './persisted-store'
import { today } from './today'

/** A source as a stop, with its name if the round contains it. */
export type NamedStop = SourceKey & {
  readonly name?: string
  /** Its number, from 1, in the desk's round; absent for stops added on the tablet. */
  readonly given?: number
  /** ISO time: only visits begun later count, since the stop is to be visited again. */
  readonly after?: string
}

/** Places to be visited by a team, in visiting order. */
export interface Round {
  /** Empty for a round made on the tablet, which is identified by its day. */
  readonly name: string
  readonly team: string
  /** Day of the round; empty if written by an early version. */
  readonly day: IsoDay
  /** The day that identifies it: if it is continued on another day, the original day. */
  readonly since: IsoDay
  /** The day it was begun; empty if written by an earlier version. */
  readonly begun: IsoDay
  readonly from: 'desk' | 'own'
  readonly stops: readonly NamedStop[]
  /** Why a stop is skipped, by {@link stopKey}. */
  readonly skipped: Readonly<Record<string, string>>
}

interface RoundState extends Round {
  /** The round before the last action, for undo; null if there is nothing to undo. */
  readonly before: Round | null
  /** The last action: another round, other stops of the same round, a stop removed, or the end of the round. */
  readonly did: 'replaced' | 'changed' | 'dropped' | 'ended' | null
  /**
   * Switches to a round; the previous one can be restored. If it is the desk's round already in progress, it stays with
   * its skipped stops; changed stops are taken from the desk.
   */
  begin(round: Partial<Round> & Pick<Round, 'day' | 'stops'>): BeginResult
  /** Reorders the stops, or reduces them. */
  setStops(stops: readonly NamedStop[]): void
  /**
   * Adds a source at the end of the round, or removes it; stops given by the desk stay and can only be skipped with a
   * reason.
   */
  toggleStop(stop: SourceKey): void
  /** Skips a stop with a reason; null cancels that. */
  skip(stop: SourceKey, reason: string | null): void
  /** Continues the round on another day. */
  goOn(day: IsoDay): void
  end(): void
  /** Undoes the last action. */
  undo(): void
  /** Gives up the possibility to undo. */
  settle(): void
}

/** Result of beginning a round. */
export type BeginResult = 'begun' | 'replaced' | 'changed' | 'same'

const NO_ROUND: Round = { name: '', team: '', day: '', since: '', begun: '', from: 'own', stops: [], skipped: {} }

export const stopKey = ({ kind, code, nth }: SourceKey) => `${kind}/${code}${nth ? `/${nth}` : ''}`

/** Whether two rounds have the same places in the same order for the same day. */
const isSameRound = (a: Round, b: Round) =>
  a.day === b.day && a.stops.length === b.stops.length && a.stops.every((stop, i) => isSameSource(stop, b.stops[i]!))

const roundOf = ({ name, team, day, since, begun, from, stops, skipped }: Round): Round => {
  return { name, team, day, since, begun, from, stops, skipped }
}

const earliest = (...days: readonly IsoDay[]): IsoDay => days.filter(Boolean).sort()[0] ?? ''

/** Day from which visits count for a round: its own, or the earlier day it was begun. */
export const visitsCountFrom = ({ since, begun }: Pick<Round, 'since' | 'begun'>): IsoDay =>
  earliest(begun, since) || today()

/**
 * The stops with the desk's ones numbered as given. Earlier versions stored no numbers: then all stops of a desk's
 * round are the desk's.
 */
const givenStops = ({ from, stops }: Pick<Round, 'from' | 'stops'>): readonly NamedStop[] =>
  from === 'own' || stops.some(({ given }) => given) ? stops : stops.map((stop, i) => ({ ...stop, given: i + 1 }))

/** The stops given by the desk, followed by those the team had added before. */
const withOwn = (given: readonly NamedStop[], before: readonly NamedStop[]): readonly NamedStop[] => [
  ...given,
  ...before.filter((each) => !each.given && !given.some((other) => isSameSource(other, each))),
]

/** Whether the desk gave a stop, which then cannot be removed here. */
export const isDeskStop = ({ from, stops }: Pick<Round, 'from' | 'stops'>, stop: SourceKey): boolean =>
  givenStops({ from, stops }).some((each) => each.given && isSameSource(each, stop))

/** Numbers of the stops: the desk's, which never change, followed by those for the tablet's own stops, in order. */
export function stopNumbers(stops: readonly NamedStop[]): readonly number[] {
  let last = Math.max(0, ...stops.map(({ given }) => given ?? 0))
  return stops.map(({ given }) => given ?? ++last)
}

/** Identity of the desk's round; null for a round of the tablet. */
const orderOf = ({ from, name, team, since }: Round) => (from === 'desk' ? { name, team, day: since } : null)

/** Whether a round is the desk's round with this name, team and day. */
export function isDeskRound(round: Round, { name, team, day }: Pick<Round, 'name' | 'team' | 'day'>): boolean {
  const order = orderOf(round)
  return order !== null && order.name === name && order.team === team && order.day === day
}

/**
 * Whether the stops that another round of the desk has for its cases are merged into this tablet's round: it must be
 * for the same day, and for the team of the current round or of the tablet.
 */
export const mergesCaseStopsOf = (
  round: Round,
  order: Pick<RoundOrder, 'name' | 'team' | 'day' | 'stops' | 'cases'>,
  ownTeam: string,
): boolean =>
  round.stops.length > 0 &&
  round.from === 'desk' &&
  !isDeskRound(round, order) &&
  joinsHeldRound(order, { team: round.team, day: round.since }, ownTeam)

/** Whether another round is merged as a whole; ordinary rounds that merely include stops for a case are not. */
export const mergesWholeRound = (...args: Parameters<typeof mergesCaseStopsOf>): boolean =>
  mergesCaseStopsOf(...args) && isCaseRound(args[1])

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

/** The current round of this tablet, and the previous one; stored, so that it survives a flat battery. */
export const useRound = createPersistedStore<RoundState>(
  nameForCity('chentu-round'),
  { ...round, before: z.object(round).nullable(), did: z.enum(['replaced', 'changed', 'dropped', 'ended']).nullable() },
  (set, get) => ({
    ...NO_ROUND,
    before: null,
    did: null,
    begin(round) {
      const now = roundOf(get())
      const begun = { ...NO_ROUND, since: round.day, begun: earliest(today(), round.day), ...round }
      const next = { ...begun, stops: givenStops(begun) }
      if (now.stops.length > 0 && next.from === 'desk' && isDeskRound(now, next)) {
        const stops = withOwn(next.stops, givenStops(now))
        if (hasSameStops(now.stops, stops)) return 'same'
        // A stop that is to be visited again is no longer skipped.
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
      if (isDeskStop(round, stop)) return
      const stops = givenStops(round)
      // The first stop begins a new round.
      const dated = stops.length === 0 ? { ...NO_ROUND, day: today(), since: today(), begun: today() } : {}
      const others = stops.filter((each) => !isSameSource(each, stop))
      const { [stopKey(stop)]: _, ...left } = skipped
      if (others.length < stops.length)
        return set({ stops: others, skipped: left, before: roundOf(get()), did: 'dropped' })
      set({ ...dated, stops: [...others, stop], skipped: left, before: null, did: null })
    },
    skip(stop, reason) {
      const { [stopKey(stop)]: _, ...others } = get().skipped
      // Undoing the removal of a stop would otherwise revert this, too.
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
