import type { IsoDay } from '@/domain/calendar'
import type { Position } from '@/domain/geodesy/position'
import type { KindId } from '@/domain/sources/kinds/kind'

/** A place to visit, identified by kind and code as in records. */
export interface OrderedStop {
  readonly kind: KindId
  readonly code: string
  /** Its number among sources with the same code, from 1; absent: the first. */
  readonly nth?: number
  /** Its name where the round was created, for tablets without this source. */
  readonly name?: string
  /**
   * Only visits that began after this time count (ISO), because its case was reopened then. Absent if visits on any day
   * of the round count.
   */
  readonly after?: string
}

/** A case that is part of a round, with everything a team needs, because tablets do not have the desk's own records. */
export interface AssignedCase {
  /** Id of the record that opened it. */
  readonly id: string
  readonly title: string
  readonly sort: string
  readonly reason: string
  /** The desk's note besides the reason; absent if there is none. */
  readonly note?: string
  /** If the case was reopened: its turn, the reason, and the last report before that. */
  readonly again?: {
    readonly turn: number
    readonly why: string
    readonly found?: { readonly at: string; readonly finding: string; readonly note: string }
  }
  /** Degrees, WGS-84; null if unknown. */
  readonly position: Position | null
  /** The wind in the hour in which it was noticed; absent if unknown, and in rounds of earlier versions. */
  readonly wind?: {
    readonly fromDegrees: number
    readonly metresPerSecond: number
    /** The speed in m/s below which the air is calm; absent if the desk does not know it. */
    readonly calmBelow?: number
    /** The speed was neither measured nor entered: the desk assumed it. */
    readonly isSpeedAssumed?: true
  }
  /** The radius in which its cause was searched for; absent if unknown. */
  readonly reachMetres?: number
  /** ISO. */
  readonly observed: string
  /** The deadlines that are still running: step and time, ISO. */
  readonly due: readonly { readonly step: string; readonly at: string }[]
  readonly likely: readonly OrderedStop[]
  /**
   * The source that the case is about, which may be among the likely ones; absent if it is about none, and in rounds of
   * earlier versions.
   */
  readonly target?: OrderedStop
  /** The data that opened it is made up. */
  readonly illustrative?: true
  /**
   * The stops of the round that serve this case; if it was added to an ordinary round, the round has others. Absent in
   * rounds of earlier versions, where all stops of a round with a case belong to the case.
   */
  readonly stops?: readonly OrderedStop[]
  /** The ids of its steps that the desk knew, so that the team's records follow them. */
  readonly knows: readonly string[]
  /**
   * Those of `knows` that no longer concern the team, including withdrawn ones: from earlier turns, and from this one
   * up to its last report. Absent in rounds of earlier versions, where all of `knows` is meant.
   */
  readonly past?: readonly string[]
}

/**
 * Whether a case without wind states that the wind was unknown. Earlier versions, which had no `past`, never included
 * the wind.
 */
export const isWindUnknown = ({ wind, past }: Pick<AssignedCase, 'wind' | 'past'>): boolean =>
  wind === undefined && past !== undefined

/** A case that a team need no longer look into: closed, or withdrawn. */
export interface FinishedCase {
  readonly id: string
  /**
   * The id of the record that closed or withdrew it. A case that is given out again afterwards knows that record and is
   * to be looked into again.
   */
  readonly by: string
}

/** A round that the desk gives to a team for a day. */
export interface RoundOrder {
  readonly name: string
  /** Empty if it is for every team. */
  readonly team: string
  readonly day: IsoDay
  /** In order of travel; empty if the round has only cases. */
  readonly stops: readonly OrderedStop[]
  /** Stops that the desk removed when it gave the round out again. */
  readonly dropped?: readonly OrderedStop[]
  /** Cases that the team is to look into. */
  readonly cases?: readonly AssignedCase[]
  /** Cases of this or another round that are done. */
  readonly done?: readonly FinishedCase[]
  readonly from: 'desk'
}

/** Whether two orders are the same round: same name, team and day, even if given out again. */
export const isSameOrder = (a: Pick<RoundOrder, 'name' | 'team' | 'day'>, b: typeof a) =>
  a.name === b.name && a.team === b.team && a.day === b.day

export const isSameStop = (a: OrderedStop, b: OrderedStop) =>
  a.kind === b.kind && a.code === b.code && (a.nth ?? 1) === (b.nth ?? 1)

/** Whether two rounds have the same stops, in any order, and count visits from the same time. */
export const hasSameStops = (a: readonly OrderedStop[], b: readonly OrderedStop[]) =>
  a.length === b.length &&
  a.every((stop) => b.some((other) => isSameStop(stop, other) && (stop.after ?? '') === (other.after ?? '')))

/** Whether all stops are among others that do not count earlier visits. */
export const areAllIncluded = (stops: readonly OrderedStop[], others: readonly OrderedStop[]) =>
  stops.every((stop) => others.some((other) => isSameStop(stop, other) && (other.after ?? '') >= (stop.after ?? '')))

/** Appends stops, each once; if both have a time from which visits count, the later one is used. */
export function withStops<S extends OrderedStop>(stops: readonly S[], added: readonly S[]): readonly S[] {
  const joined: S[] = []
  for (const stop of [...stops, ...added]) {
    const at = joined.findIndex((each) => isSameStop(each, stop))
    const there = joined[at]
    if (!there) joined.push(stop)
    else if ((stop.after ?? '') > (there.after ?? '')) joined[at] = { ...there, after: stop.after }
  }
  return joined
}

/** The stops of a round that serve its cases, in its order; the others belong to an ordinary round. */
export const caseStops = ({ stops, cases = [] }: Pick<RoundOrder, 'stops' | 'cases'>): readonly OrderedStop[] =>
  stops.filter((stop) => cases.some((of) => !of.stops || of.stops.some((each) => isSameStop(each, stop))))

/** Whether a round is for cases only. An ordinary round stays ordinary when a case is added. */
export const isCaseRound = (order: Pick<RoundOrder, 'stops' | 'cases'>): boolean =>
  caseStops(order).length === order.stops.length && (order.cases ?? []).length > 0

/**
 * Whether the case stops of a round are added to the round that a team has for the same day, whatever its name. The
 * round must be for all teams, the team of the held round, or the tablet's own team; if that is unknown (''), rounds of
 * other teams are not added.
 */
export const joinsHeldRound = (
  order: Pick<RoundOrder, 'team' | 'day' | 'stops' | 'cases'>,
  held: Pick<RoundOrder, 'team' | 'day'>,
  ownTeam: string,
): boolean => order.day === held.day && ['', held.team, ownTeam].includes(order.team) && caseStops(order).length > 0

/**
 * The stops of a round, followed by the case stops of the other rounds that go with it on a team's tablet, in the order
 * in which they were given out. `others` lists the latest first.
 */
export const joinedStops = (
  order: RoundOrder,
  others: readonly RoundOrder[],
  ownTeam: string,
): readonly OrderedStop[] =>
  withStops(
    order.stops,
    others
      .filter((each) => joinsHeldRound(each, order, ownTeam) && !isSameOrder(each, order))
      .reverse()
      .flatMap(caseStops),
  )

/** Whether a round has a case that the other lacks, or has it with other known steps. */
export const hasNewCase = ({ cases = [] }: Pick<RoundOrder, 'cases'>, other: Pick<RoundOrder, 'cases'>): boolean =>
  cases.some(({ id, knows }) => !other.cases?.some((each) => each.id === id && each.knows.join() === knows.join()))

/** Whether a case was done after it was given out in this form. */
export const isDone = ({ id, knows }: Pick<AssignedCase, 'id' | 'knows'>, done: readonly FinishedCase[]) =>
  done.some((each) => each.id === id && !knows.includes(each.by))

/** The maximum numbers of cases, and of done cases, in a round. */
export const MAX_CASES = 100
export const MAX_DONE = 50

/**
 * Replaces a round by a newer one. The cases of the old one are kept, unless the new one has them itself or they are
 * done.
 */
export function withCasesOf(order: RoundOrder, before: RoundOrder): RoundOrder {
  const [own, over] = [order.cases ?? [], order.done ?? []]
  const stay = (before.cases ?? []).filter((each) => !own.some(({ id }) => id === each.id) && !isDone(each, over))
  const known = (before.done ?? []).filter((each) => !over.some(({ id, by }) => id === each.id && by === each.by))
  return {
    ...order,
    ...(stay.length > 0 && { cases: [...own, ...stay].slice(0, MAX_CASES) }),
    ...(known.length > 0 && { done: [...over, ...known].slice(0, MAX_DONE) }),
  }
}

/**
 * The round of this team and day that a case is added to, so that the team has only one: the round that already has the
 * case, else the latest; undefined if there is none.
 */
export function roundToJoin(
  id: string,
  { team, day }: Pick<RoundOrder, 'team' | 'day'>,
  orders: readonly RoundOrder[],
): RoundOrder | undefined {
  const own = orders.filter((order) => order.team === team && order.day === day)
  return own.find(({ cases = [] }) => cases.some((each) => each.id === id)) ?? own[0]
}

/** A round that replaces an earlier one, with the stops that it no longer has listed as dropped. */
export function reissuedRound(order: RoundOrder, before: RoundOrder | undefined): RoundOrder {
  const had = [...(before?.stops ?? []), ...(before?.dropped ?? [])]
  const dropped = had.filter((stop) => !order.stops.some((each) => isSameStop(each, stop)))
  return dropped.length === 0 ? order : { ...order, dropped }
}

/** The maximum number of rounds that a desk remembers and a folder holds: several teams for a month. */
export const MAX_ORDERS = 100

/**
 * Adds rounds to a list. The latest version of each round replaces earlier ones and takes over their cases; at most
 * `most` rounds are kept. All lists of rounds, in stores and files, have the latest first; `added` has the same order
 * and goes before `before`.
 */
export function addOrders(
  before: readonly RoundOrder[],
  added: readonly RoundOrder[],
  most: number,
): readonly RoundOrder[] {
  const all = [...added, ...before]
  return all
    .filter((order, i) => all.findIndex((other) => isSameOrder(order, other)) === i)
    .slice(0, most)
    .map((order) => all.filter((other) => other !== order && isSameOrder(order, other)).reduce(withCasesOf, order))
}

/**
 * The state of a stop. `done`: all items answered; `partial`: some answered; `returned`: the desk gave the visit back;
 * `skipped`: left out with a reason; `open`: still to be visited. It is always computed from the records and never
 * stored.
 */
export const STOP_STATES = ['done', 'partial', 'returned', 'skipped', 'open'] as const
export type StopState = (typeof STOP_STATES)[number]

/** The number of a round's stops in each state. */
export type RoundProgress = Readonly<Record<StopState, number>>

export function roundProgress(states: readonly StopState[]): RoundProgress {
  const counts = { done: 0, partial: 0, returned: 0, skipped: 0, open: 0 }
  for (const state of states) counts[state]++
  return counts
}
