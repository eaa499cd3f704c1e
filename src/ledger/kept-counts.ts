import { liveQuery } from 'dexie'
import type { LedgerDatabase } from './ledger-database'

/** Number of records, and texts that differ whenever anything of their sort does. */
export interface KeptCounts {
  readonly events: number
  readonly reviews: number
  /** What was sent and what came back. */
  readonly exchanged: string
  /** What decides which records count: keys, the desk's acts, records set aside. */
  readonly deciding: string
}

/**
 * Counts what is kept; fast even for many records. Rows of these tables are only added or removed, except for receipts: a
 * later receipt for a bundle replaces the previous one, so its contents count too.
 */
export async function countKept(database: LedgerDatabase): Promise<KeptCounts> {
  const { events, acts, aside, keys, sent, receipts, pins, reviews } = database
  const countOf = (tables: readonly { count(): PromiseLike<number> }[]) =>
    Promise.all(tables.map((table) => table.count()))
  const [received, [written, reviewed], exchanged, deciding] = await Promise.all([
    receipts.toArray(),
    countOf([events, reviews]),
    countOf([sent, pins]),
    countOf([acts, aside, keys]),
  ])
  const said = received.map(({ bundle, at, reviews: of }) => [bundle, at, of])
  return {
    events: written!,
    reviews: reviewed!,
    exchanged: JSON.stringify([exchanged, said]),
    deciding: JSON.stringify(deciding),
  }
}

/** Calls `changed` whenever rows are added or removed, also by another window or a worker; the database reports it. */
export function watchCounts(database: LedgerDatabase, changed: () => void): void {
  liveQuery(() => countKept(database)).subscribe({
    next: changed,
    // If the database can no longer be read, the next read or write reports it.
    error: () => undefined,
  })
}
