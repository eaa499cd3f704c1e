import type { IsoDay } from '@/domain/calendar'
import { earlierFinds, type FoundEvent, foundAt, foundDay } from './discovery'
import type { LedgerEvent } from './event'
import type { LedgerState } from './fold'
import { seenPhotos } from './marked'
import type { PhotoRef, SourceRef } from './references'
import { type Review, type Reviews, wordBefore } from './review'
import type { Visit } from './visit'
import { distinctVoices, type VoiceRef } from './voice'

/** A source that a team found, as the desk looks it through: what its finder says of it by now, and said before. */
export interface Find {
  readonly target: SourceRef
  readonly device: string
  /** The day on which it was found. */
  readonly day: IsoDay
  /** The record that stands. */
  readonly records: readonly [FoundEvent]
  /** What it was written instead of, the first one first. */
  readonly corrected: readonly FoundEvent[]
  /** Of the record that stands, which says all anew; one that was drawn on is shown by the copy. */
  readonly photos: readonly PhotoRef[]
  readonly voices: readonly VoiceRef[]
}

/** What the desk looks through as one: a visit, or a found source. */
export type Reviewed = Visit | Find

export const isFind = (reviewed: Reviewed): reviewed is Find => reviewed.records[0]?.body.type === 'discovery'

const takenOf = ({ body }: FoundEvent): Pick<Find, 'photos' | 'voices'> => ({
  photos: seenPhotos(body.photos),
  voices: distinctVoices(body.voices ?? []),
})

/** What a record says of a found source, each thing as one text. */
const wordsOf = ({ body }: FoundEvent): readonly string[] =>
  [
    body.target.kind,
    body.target.name,
    [body.position, body.placed ?? '', body.accuracyMetres],
    body.outline,
    body.note,
  ].map((each) => JSON.stringify(each))

/** What the desk said of a found source before it was corrected, what that had then, and how many things are said otherwise since. */
export interface EarlierFind extends Pick<Find, 'photos' | 'voices'> {
  readonly review: Review
  readonly changes: number
}

/** The desk's last word on a found source before the one that holds now, or that is waited for; null where there was none. */
export function findBefore(find: Find, reviews: Reviews): EarlierFind | null {
  const review = wordBefore(find, reviews)
  const seen = find.corrected.find(({ hash }) => hash === review?.hash)
  if (!review || !seen) return null
  const [now, then] = [wordsOf(find.records[0]), wordsOf(seen)]
  return { review, changes: now.filter((each, i) => each !== then[i]).length, ...takenOf(seen) }
}

/** The sources that teams found and nobody withdrew, in the order in which they were found. */
export function findsOf(state: LedgerState, events: Iterable<LedgerEvent>): readonly Find[] {
  const all = [...events]
  return [...state.values()]
    .flatMap(({ found }) => found ?? [])
    .map((event) => ({
      target: event.body.target,
      device: event.device,
      day: foundDay(event),
      records: [event] as const,
      corrected: event.body.corrects === undefined ? [] : earlierFinds(event, all),
      ...takenOf(event),
    }))
    .sort(({ records: [a] }, { records: [b] }) => (foundAt(a) < foundAt(b) ? -1 : foundAt(a) > foundAt(b) ? 1 : 0))
}
