import { photosOfBody, sourceOfBody, voicesOfBody } from './body'
import { isKnown, type LedgerEvent } from './event'
import { targetKey } from './fold'

/** What records are: a team counts checks, the desk counts every word. */
export const RECORD_SORTS = [
  'inspection',
  'discovery',
  'signature',
  'round',
  'call',
  'case',
  'case-step',
  'reading-verdict',
  'decision',
  'withdrawal',
  'later',
] as const
export type RecordSort = (typeof RECORD_SORTS)[number]

/** Records counted: how many of each sort, which come to all of them; the sources that they speak of, and their photos and spoken notes, each once. */
export interface Tally {
  readonly records: number
  readonly sorts: Readonly<Record<RecordSort, number>>
  readonly sources: number
  /** Those that were taken: what was drawn on one, and the line of a signature, are none of their own. */
  readonly photos: number
  readonly voices: number
}

/** Hashes of the photos that were taken with records, each once. */
export const photosTaken = (events: Iterable<LedgerEvent>): ReadonlySet<string> =>
  new Set(
    [...events]
      .filter(isKnown)
      .flatMap(({ body }) => (body.type === 'signature' ? [] : photosOfBody(body)))
      .flatMap(({ hash, markOf }) => (markOf === undefined ? hash : [])),
  )

/** The one count of records, for whatever is said of how many there are. */
export function tallyOf(events: readonly LedgerEvent[]): Tally {
  const sorts = Object.fromEntries(RECORD_SORTS.map((sort) => [sort, 0])) as Record<RecordSort, number>
  for (const event of events) sorts[isKnown(event) ? event.body.type : 'later']++
  const sources = events.flatMap(({ body }) => sourceOfBody(body) ?? []).map(targetKey)
  const voices = events.filter(isKnown).flatMap(({ body }) => voicesOfBody(body))
  return {
    records: events.length,
    sorts,
    sources: new Set(sources).size,
    photos: photosTaken(events).size,
    voices: new Set(voices.map(({ hash }) => hash)).size,
  }
}
