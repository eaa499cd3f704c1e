import type { IsoDay } from '@/domain/calendar'
import {
  type AssignedCase,
  addOrders,
  hasNewCase,
  hasSameStops,
  isDone,
  isSameOrder,
  MAX_ORDERS,
  type RoundOrder,
} from '@/domain/field/round-order'
import { roundOrderSchema } from '@/io/field/round-order-file'
import { z } from '@/io/zod'
import { nameForCity } from '@/ledger/records-name'
import { createPersistedStore, listOf } from './persisted-store'

/** Maximum number stored: as many as a folder can hold, and the same number from other sources. */
const MOST = 2 * MAX_ORDERS

interface GivenRounds {
  /** The team of this tablet; empty until its first round names it. */
  readonly team: string
  /** Rounds of the desk received here, latest first, without duplicates. */
  readonly orders: readonly RoundOrder[]
  /** Stores received rounds, last given first; returns those that are new or changed and concern this tablet. */
  take(orders: readonly RoundOrder[]): readonly RoundOrder[]
  setTeam(team: string): void
}

/** Whether a round is for a team, or for all; a tablet without a known team accepts any. */
export const isForTeam = (order: Pick<RoundOrder, 'team'>, team: string) =>
  order.team === '' || team === '' || order.team === team

/** Maximum number of rounds offered. */
const MAX_OFFERED = 6

/**
 * Rounds that a tablet may begin, for its team or for all: today's and later ones first, then past ones that were not
 * begun.
 */
export function waitingOrders(orders: readonly RoundOrder[], team: string, today: IsoDay): readonly RoundOrder[] {
  // A round with cases only has no stops: its cases are in a separate list.
  const own = orders.filter((order) => isForTeam(order, team) && order.stops.length > 0)
  const inOrder = (a: RoundOrder, b: RoundOrder) => (a.day < b.day ? -1 : a.day > b.day ? 1 : 0)
  const coming = own.filter(({ day }) => day >= today).sort(inOrder)
  const past = own.filter(({ day }) => day < today).sort(inOrder)
  return [...coming, ...past.reverse()].slice(0, MAX_OFFERED)
}

/** A case given by the desk, with team and day of its round. */
export interface ReceivedCase extends AssignedCase {
  readonly team: string
  readonly day: IsoDay
}

/**
 * The cases a tablet has to handle, for its team or for all: each as last given, without those that the desk reports as
 * done.
 */
export function receivedCases(orders: readonly RoundOrder[], team: string): readonly ReceivedCase[] {
  const done = orders.flatMap((order) => order.done ?? [])
  const all = orders
    .filter((order) => isForTeam(order, team))
    .flatMap(({ cases = [], team: of, day }) => cases.map((each): ReceivedCase => ({ ...each, team: of, day })))
  return all.filter((each, i) => all.findIndex(({ id }) => id === each.id) === i && !isDone(each, done))
}

/** Rounds that the desk gave to tablets and that this one received, whether in progress or waiting. */
export const useReceivedRounds = createPersistedStore<GivenRounds>(
  nameForCity('chentu-given-rounds'),
  { team: z.string(), orders: listOf(roundOrderSchema) },
  (set, get) => ({
    team: '',
    orders: [],
    take(orders) {
      const { orders: before, team } = get()
      const after = addOrders(before, orders, MOST)
      const isNew = (order: RoundOrder) => {
        const same = before.find((each) => isSameOrder(each, order))
        const now = after.find((each) => isSameOrder(each, order)) ?? order
        return !same || !hasSameStops(same.stops, order.stops) || hasNewCase(now, same)
      }
      set({ orders: after })
      return addOrders([], orders, MOST).filter((order) => isForTeam(order, team) && isNew(order))
    },
    setTeam: (team) => set({ team }),
  }),
)
