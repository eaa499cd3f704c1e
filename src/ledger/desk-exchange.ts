import { type DeskExchange, withoutOwnDesk } from './delivery'
import type { Ledger } from './ledger'

/** Everything stored about the exchange with the desk, without what this device told itself. */
export async function deskExchange(ledger: Ledger): Promise<DeskExchange> {
  const { database } = ledger
  const [sent, receipts, pins, own] = await Promise.all([
    database.sent.orderBy('number').toArray(),
    database.receipts.toArray(),
    database.pins.orderBy('number').toArray(),
    ledger.ownDeskCode(),
  ])
  return withoutOwnDesk({ sent, receipts, pins }, own)
}
