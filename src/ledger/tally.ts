import { photosOfBody, sourceOfBody, voicesOfBody } from './body'
import { isKnown, type LedgerEvent } from './event'
import { targetKey } from './shared-code'

/**
 * Sorts of records for counting: a team counts checks, the desk counts all records. A corrected check or found source is
 * a sort of its own, so that nobody takes it for another place that was visited.
 */
export const RECORD_TYPES = [
  'inspection',
  'discovery',
  'correction',
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
export type RecordType = (typeof RECORD_TYPES)[number]

/**
 * Counts of records: in total and by sort (the sorts add up to the total); the distinct sources, photos and spoken
 * notes in them.
 */
export interface Tally {
  readonly records: number
  readonly sorts: Readonly<Record<RecordType, number>>
  readonly sources: number
  /** Photos taken; annotated copies and drawn signatures are not counted. */
  readonly photos: number
  readonly voices: number
}

/** Hashes of the photos taken, without annotated copies and drawn signatures. */
export const photosTaken = (events: Iterable<LedgerEvent>): ReadonlySet<string> =>
  new Set(
    [...events]
      .filter(isKnown)
      .flatMap(({ body }) => (body.type === 'signature' ? [] : photosOfBody(body)))
      .flatMap(({ hash, markOf }) => (markOf === undefined ? hash : [])),
  )

function sortOf(event: LedgerEvent): RecordType {
  if (!isKnown(event)) return 'later'
  const { body } = event
  return (body.type === 'inspection' || body.type === 'discovery') && body.corrects !== undefined
    ? 'correction'
    : body.type
}

/** Counts records; used wherever the app states numbers of records. */
export function tallyOf(events: readonly LedgerEvent[]): Tally {
  const sorts = Object.fromEntries(RECORD_TYPES.map((sort) => [sort, 0])) as Record<RecordType, number>
  for (const event of events) sorts[sortOf(event)]++
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
