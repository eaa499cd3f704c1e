import { liveQuery } from 'dexie'
import type { LedgerDatabase } from './ledger-database'

/** How much is kept: records, and all that is kept about them, table by table. None of these tables ever has a row changed alone. */
export interface KeptCounts {
  readonly events: number
  readonly others: string
}

/** Counts what is kept; quick, also where there are many records. */
export async function countKept(database: LedgerDatabase): Promise<KeptCounts> {
  const { events, acts, aside, keys, sent, receipts, pins, reviews } = database
  const [count, ...others] = await Promise.all(
    [events, acts, aside, keys, sent, receipts, pins, reviews].map((table) => table.count()),
  )
  return { events: count!, others: others.join(' ') }
}

/** Calls whenever something is kept or goes, also by another window or a worker, which the database tells of. */
export function hearKept(database: LedgerDatabase, changed: () => void): void {
  liveQuery(() => countKept(database)).subscribe({
    next: changed,
    // Where the database can't be read any more, whoever reads or writes next is told.
    error: () => undefined,
  })
}
