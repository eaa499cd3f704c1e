import { liveQuery } from 'dexie'
import type { LedgerDatabase } from './ledger-database'

/** How much is kept: the number of records, and a text that differs when anything kept about them does. */
export interface KeptCounts {
  readonly events: number
  readonly others: string
}

/**
 * Counts what is kept; quick even with many records. Rows of these tables are only added or removed, except for receipts: a later
 * receipt for a bundle replaces the one before, so what the desk said in it counts too.
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

/** Calls whenever something is kept or goes, also by another window or a worker, which the database tells of. */
export function hearKept(database: LedgerDatabase, changed: () => void): void {
  liveQuery(() => countKept(database)).subscribe({
    next: changed,
    // Where the database can't be read any more, whoever reads or writes next is told.
    error: () => undefined,
  })
}
