import type { IsoDay } from '@/domain/calendar'
import { earlierFinds, type FoundEvent, foundAt, foundDay } from './discovery'
import { displayedPhotos } from './displayed-photos'
import type { LedgerEvent } from './event'
import type { LedgerState } from './fold'
import type { PhotoRef, SourceRef } from './references'
import { previousReview, type Review, type Reviews } from './review'
import type { Visit } from './visit'
import { distinctVoices, type VoiceRef } from './voice'

/** A found source as the desk reviews it: its current record, and earlier ones. */
export interface Find {
  readonly target: SourceRef
  readonly device: string
  readonly day: IsoDay
  /** The record that stands. */
  readonly records: readonly [FoundEvent]
  /** The records it corrects, oldest first. */
  readonly corrected: readonly FoundEvent[]
  /** Photos of the current record, which repeats everything; an annotated photo is replaced by its annotated copy. */
  readonly photos: readonly PhotoRef[]
  readonly voices: readonly VoiceRef[]
}

/** What the desk reviews as one unit: a visit, or a found source. */
export type ReviewItem = Visit | Find

export const isFind = (reviewed: ReviewItem): reviewed is Find => reviewed.records[0]?.body.type === 'discovery'

const takenOf = ({ body }: FoundEvent): Pick<Find, 'photos' | 'voices'> => ({
  photos: displayedPhotos(body.photos),
  voices: distinctVoices(body.voices ?? []),
})

/** The content of a record of a found source, each part as one text. */
const wordsOf = ({ body }: FoundEvent): readonly string[] =>
  [
    body.target.kind,
    body.target.name,
    [body.position, body.placed ?? '', body.accuracyMetres],
    body.outline,
    body.note,
  ].map((each) => JSON.stringify(each))

/**
 * The desk's review of a found source before it was corrected, its media at that time, and the number of changes since.
 */
export interface EarlierFind extends Pick<Find, 'photos' | 'voices'> {
  readonly review: Review
  readonly changes: number
}

/** The desk's last review of a found source before the current or pending one; null if there was none. */
export function findBefore(find: Find, reviews: Reviews): EarlierFind | null {
  const review = previousReview(find, reviews)
  const seen = find.corrected.find(({ hash }) => hash === review?.hash)
  if (!review || !seen) return null
  const [now, then] = [wordsOf(find.records[0]), wordsOf(seen)]
  return { review, changes: now.filter((each, i) => each !== then[i]).length, ...takenOf(seen) }
}

/** Found sources that were not withdrawn, in the order of finding. */
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
