import type { IsoDay } from '@/domain/calendar'
import type { Position } from '@/domain/geodesy/position'
import type { KindId } from '@/domain/sources/kinds/kind'

/** A place to be visited, by kind and code as records name it. */
export interface OrderedStop {
  readonly kind: KindId
  readonly code: string
  /** Which of several with this code, from 1; the first where it is not said. */
  readonly nth?: number
  /** What it is called where the round was made, for a tablet that does not have it. */
  readonly name?: string
  /** Only visits that began after this moment count, ISO: its case was opened again then. Absent where all of the round's days count. */
  readonly after?: string
}

/** A case that goes with a round: what a team needs of it, for a tablet has not got the desk's own records. */
export interface GivenCase {
  /** Id of the record that opened it. */
  readonly id: string
  readonly title: string
  readonly sort: string
  readonly reason: string
  /** What the desk wrote of it beside the reason; absent where it wrote nothing. */
  readonly note?: string
  /** Of one that was opened again: in which turn it is, why, and what was reported last before. */
  readonly again?: {
    readonly turn: number
    readonly why: string
    readonly found?: { readonly at: string; readonly finding: string; readonly note: string }
  }
  /** Degrees, WGS-84; null where nobody knows. */
  readonly position: Position | null
  /** In the hour in which it was noticed; absent where nobody knows it, and in rounds of earlier versions. */
  readonly wind?: {
    readonly fromDegrees: number
    readonly metresPerSecond: number
    /** Below so many m/s the air is calm; absent where the desk knows no such bound. */
    readonly calmBelow?: number
    /** Nobody measured or said the speed: it is what the desk assumes. */
    readonly isSpeedAssumed?: true
  }
  /** How far from the place its cause was looked for; absent where that is not known. */
  readonly reachMetres?: number
  /** ISO. */
  readonly observed: string
  /** Of the terms that still run, the moment of each by its step, ISO. */
  readonly due: readonly { readonly step: string; readonly at: string }[]
  readonly likely: readonly OrderedStop[]
  /** The source that it is about, which may be among the likely ones; absent where it is about none, and in rounds of earlier versions. */
  readonly target?: OrderedStop
  /** What it was opened on is made up. */
  readonly illustrative?: true
  /**
   * Those stops of its round that are gone to for it: an ordinary round that it was put to has others. Absent in rounds of earlier
   * versions, which took all stops of a round with a case for that case's.
   */
  readonly stops?: readonly OrderedStop[]
  /** Steps of it that the desk knew, so that what the team writes follows them. */
  readonly knows: readonly string[]
  /**
   * Of these the steps that the team need not care for any more, with those that were taken back: of turns before, and of this one up
   * to its last report. Absent in rounds of earlier versions, where all that the desk knew was meant.
   */
  readonly past?: readonly string[]
}

/** Whether of a case that names no wind it is said that nobody knew it: earlier versions, which had no `past`, named none of any. */
export const isWindUnknown = ({ wind, past }: Pick<GivenCase, 'wind' | 'past'>): boolean =>
  wind === undefined && past !== undefined

/** A case that a team has no more to look into: closed, or taken back. */
export interface DoneCase {
  readonly id: string
  /** Id of the record that says so. Given again after it, a case is to be looked into once more: it knows of that record. */
  readonly by: string
}

/** A round that the desk gives to a team for a day. */
export interface RoundOrder {
  readonly name: string
  /** Empty where it is for every team. */
  readonly team: string
  readonly day: IsoDay
  /** In the order of the way; none where it is of cases alone. */
  readonly stops: readonly OrderedStop[]
  /** Stops that the desk took off it when it gave it anew. */
  readonly dropped?: readonly OrderedStop[]
  /** Cases that the team is to look into. */
  readonly cases?: readonly GivenCase[]
  /** Cases of this or another round that are done. */
  readonly done?: readonly DoneCase[]
  readonly from: 'desk'
}

/** Which round it is: given out again under the same name, for the same team and day, it is the same one. */
export const isSameOrder = (a: Pick<RoundOrder, 'name' | 'team' | 'day'>, b: typeof a) =>
  a.name === b.name && a.team === b.team && a.day === b.day

export const isSameStop = (a: OrderedStop, b: OrderedStop) =>
  a.kind === b.kind && a.code === b.code && (a.nth ?? 1) === (b.nth ?? 1)

/** Whether two rounds go to the same places, in whatever order, and the same visits count there. */
export const hasSameStops = (a: readonly OrderedStop[], b: readonly OrderedStop[]) =>
  a.length === b.length &&
  a.every((stop) => b.some((other) => isSameStop(stop, other) && (stop.after ?? '') === (other.after ?? '')))

/** Whether stops are all among others, and no earlier visits count there than they say. */
export const areAmong = (stops: readonly OrderedStop[], others: readonly OrderedStop[]) =>
  stops.every((stop) => others.some((other) => isSameStop(stop, other) && (other.after ?? '') >= (stop.after ?? '')))

/** Stops with others put to them at the end: each once, and where both say after which moment visits count, the later. */
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

/** The stops of a round that are gone to for its cases, in its order; the others are those of an ordinary round. */
export const caseStops = ({ stops, cases = [] }: Pick<RoundOrder, 'stops' | 'cases'>): readonly OrderedStop[] =>
  stops.filter((stop) => cases.some((of) => !of.stops || of.stops.some((each) => isSameStop(each, stop))))

/** Whether a round is for cases alone: an ordinary one that a case was put to stays an ordinary one. */
export const isForCases = (order: Pick<RoundOrder, 'stops' | 'cases'>): boolean =>
  caseStops(order).length === order.stops.length && (order.cases ?? []).length > 0

/**
 * Whether what a round goes to for cases joins what a team holds for that day, whatever that is called. It is for all, for the team of
 * what is held or for that of the tablet: where nobody knows the latter (''), no other team's goes along.
 */
export const goesWith = (
  order: Pick<RoundOrder, 'team' | 'day' | 'stops' | 'cases'>,
  held: Pick<RoundOrder, 'team' | 'day'>,
  ownTeam: string,
): boolean => order.day === held.day && ['', held.team, ownTeam].includes(order.team) && caseStops(order).length > 0

/**
 * The stops of a round with those for cases of the rounds that go with it on a team's tablet, in the order in which they were given;
 * the last given stands first.
 */
export const joinedStops = (
  order: RoundOrder,
  others: readonly RoundOrder[],
  ownTeam: string,
): readonly OrderedStop[] =>
  withStops(
    order.stops,
    others
      .filter((each) => goesWith(each, order, ownTeam) && !isSameOrder(each, order))
      .reverse()
      .flatMap(caseStops),
  )

/** Whether a round has a case that another has not, or has not as far as it is known. */
export const bringsCase = ({ cases = [] }: Pick<RoundOrder, 'cases'>, other: Pick<RoundOrder, 'cases'>): boolean =>
  cases.some(({ id, knows }) => !other.cases?.some((each) => each.id === id && each.knows.join() === knows.join()))

/** Whether a case was done after it was given so. */
export const isDone = ({ id, knows }: Pick<GivenCase, 'id' | 'knows'>, done: readonly DoneCase[]) =>
  done.some((each) => each.id === id && !knows.includes(each.by))

/** So many cases a round carries, and so many that are done. */
export const MOST_CASES = 100
export const MOST_DONE = 50

/** A round in the place of one before it: the cases of that stay with it, but for those that it has itself or that are done. */
export function withCasesOf(order: RoundOrder, before: RoundOrder): RoundOrder {
  const [own, over] = [order.cases ?? [], order.done ?? []]
  const stay = (before.cases ?? []).filter((each) => !own.some(({ id }) => id === each.id) && !isDone(each, over))
  const known = (before.done ?? []).filter((each) => !over.some(({ id, by }) => id === each.id && by === each.by))
  return {
    ...order,
    ...(stay.length > 0 && { cases: [...own, ...stay].slice(0, MOST_CASES) }),
    ...(known.length > 0 && { done: [...over, ...known].slice(0, MOST_DONE) }),
  }
}

/**
 * The round of a team and day that a case is put to, so that a team holds one: that which has the case already, else the one that was
 * given last; undefined where none was given.
 */
export function roundToJoin(
  id: string,
  { team, day }: Pick<RoundOrder, 'team' | 'day'>,
  orders: readonly RoundOrder[],
): RoundOrder | undefined {
  const own = orders.filter((order) => order.team === team && order.day === day)
  return own.find(({ cases = [] }) => cases.some((each) => each.id === id)) ?? own[0]
}

/** A round that is given in the place of one before it, with the stops that it goes to no more. */
export function givenAnew(order: RoundOrder, before: RoundOrder | undefined): RoundOrder {
  const had = [...(before?.stops ?? []), ...(before?.dropped ?? [])]
  const dropped = had.filter((stop) => !order.stops.some((each) => isSameStop(each, stop)))
  return dropped.length === 0 ? order : { ...order, dropped }
}

/** So many rounds a desk remembers and a folder holds: of several teams for a month. */
export const MOST_ORDERS = 100

/**
 * Rounds with others put to them: the last word on each with the cases of those before it, as many as are kept. Every list of rounds, in a store or a file, has
 * the one that was given last first; those that are put to it have the same order, and come before what was there.
 */
export function withOrders(
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
 * How a stop stands: each item answered, or some; visited, and the visit given back by the desk; left out with a reason; still to be
 * visited. It is counted anew from what was recorded and kept nowhere.
 */
export const STOP_STATES = ['done', 'partial', 'returned', 'skipped', 'open'] as const
export type StopState = (typeof STOP_STATES)[number]

/** How many stops of a round are in each state. */
export type RoundProgress = Readonly<Record<StopState, number>>

export function roundProgress(states: readonly StopState[]): RoundProgress {
  const counts = { done: 0, partial: 0, returned: 0, skipped: 0, open: 0 }
  for (const state of states) counts[state]++
  return counts
}
