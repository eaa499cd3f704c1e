import { addOrders, isSameOrder, MAX_ORDERS, type RoundOrder, reissuedRound } from '@/domain/field/round-order'
import { roundOrderSchema } from '@/io/field/round-order-file'
import { nameForCity } from '@/ledger/records-name'
import { createPersistedStore, listOf } from './persisted-store'

interface RoundOrders {
  /** Rounds that this desk gave out, latest first. */
  readonly orders: readonly RoundOrder[]
  /** If a round is given out again under the same name, the last one counts. */
  add(order: RoundOrder): void
}

export const useRoundOrders = createPersistedStore<RoundOrders>(
  nameForCity('chentu-round-orders'),
  { orders: listOf(roundOrderSchema) },
  (set, get) => ({
    orders: [],
    add(order) {
      const { orders } = get()
      const before = orders.find((each) => isSameOrder(each, order))
      set({ orders: addOrders(orders, [reissuedRound(order, before)], MAX_ORDERS) })
    },
  }),
)
