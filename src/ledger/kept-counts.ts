import { liveQuery } from 'dexie'
import type { LedgerDatabase } from './ledger-database'

/** Number of records, and a text that differs whenever anything kept about them does. */
export interface KeptCounts {
  readonly events: number
  readonly others: string
}

/**
 * Counts what is kept; fast even for many records. Rows of these tables are only added or removed, except for receipts: a
 * later receipt for a bundle replaces the previous one, so its contents count too.
 */
export async function countKept(database: LedgerDatabase): Promise<KeptCounts> {
  const { events, acts, aside, keys, sent, receipts, pins, reviews } = database
  const [received, count, ...others] = await Promise.all([
    receipts.toArray(),
    ...[events, acts, aside, keys, sent, pins, reviews].map((table) => table.count()),
  ])
  const said = received.map(({ bundle, at, reviews: of }) => [bundle, at, of])
  return { events: count!, others: JSON.stringify([others, said]) }
}

/** Calls `changed` whenever rows are added or removed, also by another window or a worker; the database reports it. */
export function watchCounts(database: LedgerDatabase, changed: () => void): void {
  liveQuery(() => countKept(database)).subscribe({
    next: changed,
    // If the database can no longer be read, the next read or write reports it.
    error: () => undefined,
  })
}
