import { liveQuery } from 'dexie'
import type { LedgerDatabase } from './ledger-database'

/**
 * Number of records, and the row counts of all other tables about them. In these tables a row is never changed without
 * another being added or removed, so the counts reveal every change.
 */
export interface KeptCounts {
  readonly events: number
  readonly others: string
}

/** Counts the rows; fast even for many records. */
export async function countKept(database: LedgerDatabase): Promise<KeptCounts> {
  const { events, acts, aside, keys, sent, receipts, pins, reviews } = database
  const [count, ...others] = await Promise.all(
    [events, acts, aside, keys, sent, receipts, pins, reviews].map((table) => table.count()),
  )
  return { events: count!, others: others.join(' ') }
}

/** Calls `changed` whenever rows are added or removed, also by another window or a worker; the database reports it. */
export function hearKept(database: LedgerDatabase, changed: () => void): void {
  liveQuery(() => countKept(database)).subscribe({
    next: changed,
    // If the database can no longer be read, the next read or write reports it.
    error: () => undefined,
  })
}
