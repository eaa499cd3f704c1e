import type { IsoDay } from '@/domain/calendar'
import {
  bringsCase,
  type GivenCase,
  hasSameStops,
  isDone,
  isSameOrder,
  MOST_ORDERS,
  type RoundOrder,
  withOrders,
} from '@/domain/field/round-order'
import { roundOrderSchema } from '@/io/field/round-order-file'
import { z } from '@/io/zod'
import { ofThisCity } from '@/ledger/records-name'
import { createKept, listOf } from './kept'

/** So many are kept: all that a folder holds, and as many that came otherwise. */
const MOST = 2 * MOST_ORDERS

interface GivenRounds {
  /** Which team goes with this tablet; empty until its first round says so. */
  readonly team: string
  /** Rounds of the desk that came here, the last first; each once. */
  readonly orders: readonly RoundOrder[]
  /** Keeps rounds that came, the last given first; which of them are new here or were changed, and concern this tablet. */
  take(orders: readonly RoundOrder[]): readonly RoundOrder[]
  setTeam(team: string): void
}

/** Whether a round is for a team, or for all; a tablet whose team nobody knows yet may be meant by any. */
export const isForTeam = (order: Pick<RoundOrder, 'team'>, team: string) =>
  order.team === '' || team === '' || order.team === team

/** So many rounds are offered. */
const MOST_OFFERED = 6

/** The rounds that a tablet may begin, for its team or for all: of today and later days first, then what was not begun before. */
export function waitingOrders(orders: readonly RoundOrder[], team: string, today: IsoDay): readonly RoundOrder[] {
  // One of cases alone goes nowhere: its cases stand in a list of their own.
  const own = orders.filter((order) => isForTeam(order, team) && order.stops.length > 0)
  const inOrder = (a: RoundOrder, b: RoundOrder) => (a.day < b.day ? -1 : a.day > b.day ? 1 : 0)
  const coming = own.filter(({ day }) => day >= today).sort(inOrder)
  const past = own.filter(({ day }) => day < today).sort(inOrder)
  return [...coming, ...past.reverse()].slice(0, MOST_OFFERED)
}

/** A case that the desk gave, with the round that it came with. */
export interface CameCase extends GivenCase {
  readonly team: string
  readonly day: IsoDay
}

/** The cases that a tablet has to look into, for its team or for all: each as it was given last, none that the desk says is done. */
export function givenCases(orders: readonly RoundOrder[], team: string): readonly CameCase[] {
  const done = orders.flatMap((order) => order.done ?? [])
  const all = orders
    .filter((order) => isForTeam(order, team))
    .flatMap(({ cases = [], team: of, day }) => cases.map((each): CameCase => ({ ...each, team: of, day })))
  return all.filter((each, i) => all.findIndex(({ id }) => id === each.id) === i && !isDone(each, done))
}

/** What the desk gave to the tablets and came to this one, whether it is gone by or waits. */
export const useGivenRounds = createKept<GivenRounds>(
  ofThisCity('chentu-given-rounds'),
  { team: z.string(), orders: listOf(roundOrderSchema) },
  (set, get) => ({
    team: '',
    orders: [],
    take(orders) {
      const { orders: before, team } = get()
      const after = withOrders(before, orders, MOST)
      const isNew = (order: RoundOrder) => {
        const same = before.find((each) => isSameOrder(each, order))
        const now = after.find((each) => isSameOrder(each, order)) ?? order
        return !same || !hasSameStops(same.stops, order.stops) || bringsCase(now, same)
      }
      set({ orders: after })
      return withOrders([], orders, MOST).filter((order) => isForTeam(order, team) && isNew(order))
    },
    setTeam: (team) => set({ team }),
  }),
)
