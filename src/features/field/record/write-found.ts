import type { Fix } from '@/domain/field/fix'
import { measureLine } from '@/domain/geodesy/measure-line'
import type { KindId } from '@/domain/sources/kinds/kind'
import { earlierFinds, type FoundEvent, foundAt } from '@/ledger/discovery'
import type { Discovery, LedgerEvent } from '@/ledger/event'
import { evidenceOf, lastRecordAt, photosOfOthers } from '@/ledger/evidence'
import type { Evidence } from '@/ledger/flag'
import type { PhotoRef } from '@/ledger/references'
import { isOfPosition } from '@/ledger/visit-circumstances'
import { distinctVoices, type VoiceRef } from '@/ledger/voice'
import type { FoundDraft } from './drafts'
import type { FoundPlace } from './found-place'
import { refsOf } from './photos'

/** Data besides the draft from which a found source's record is written. */
export interface FoundContext {
  /** Target as it will be in the record. */
  readonly target: { readonly kind: KindId; readonly code: string; readonly name: string }
  readonly place: FoundPlace
  /** The record being corrected; null for a new one. */
  readonly wrong: FoundEvent | null
  readonly farMetres: number
  readonly fix: Fix | null
  readonly toldAt: number
  readonly device: string
  readonly events: ReadonlyMap<string, LedgerEvent>
  /** Companions of the author today. */
  readonly companions: readonly string[]
  /** Why and by whom the author's PIN was cleared today; '' if it was not. */
  readonly pinCleared: string
}

/** The photos of a draft's record: those kept from the corrected record, and its own. */
export const photosOfFound = ({ kept, photos }: Pick<FoundDraft, 'kept' | 'photos'>): readonly PhotoRef[] => [
  ...kept,
  ...refsOf(photos),
]

/** Its spoken notes: all of the corrected record, and its own. */
export const voicesOfFound = ({ voices }: Pick<FoundDraft, 'voices'>, wrong: FoundEvent | null): readonly VoiceRef[] =>
  distinctVoices([...(wrong?.body.voices ?? []), ...voices.map(({ ref }) => ref)])

/**
 * Evidence of a draft if it were saved at `now` (milliseconds since 1970). A correction that leaves the place unchanged
 * may be written anywhere: flags on the position are taken from the corrected record.
 */
export function evidenceOfFound(draft: FoundDraft, context: FoundContext, now: number, reason = ''): Evidence {
  const { target, place, wrong, farMetres, fix, toldAt, device, events, pinCleared } = context
  const own = new Set(wrong ? [...earlierFinds(wrong, events.values()), wrong].map(({ id }) => id) : [])
  const written = evidenceOf(
    {
      ...{ now, fix, toldAt, farMetres, pinCleared },
      ground: { position: place.position, line: null, squareMetres: measureLine(draft.walk).squareMetres },
      lastRecordAt: lastRecordAt(events.values(), device),
      answers: {},
      deadlines: [],
      photos: photosOfFound(draft),
      needsPhoto: true,
      usedBefore: new Set(),
      isCorrection: false,
      // Its own earlier records have these photos too, and may be of another kind.
      usedElsewhere: photosOfOthers(
        [...events.values()].filter(({ id }) => !own.has(id)),
        target,
      ),
    },
    reason,
  )
  if (!wrong || wrong.body.position.some((degrees, i) => degrees !== place.position[i])) return written
  const { measuredAt = '', distanceMetres = null, flags = [] } = wrong.body.evidence ?? {}
  return {
    ...written,
    ...{ measuredAt, distanceMetres },
    flags: [...flags.filter(isOfPosition), ...written.flags.filter((flag) => !isOfPosition(flag))],
  }
}

/** The record made from a draft. */
export function discoveryOf(draft: FoundDraft, context: FoundContext, evidence: Evidence): Discovery {
  const { target, place, wrong, companions } = context
  // A correction belongs to the original day: it keeps that day's companions.
  const along = wrong ? (wrong.body.companions ?? []) : companions
  const voices = voicesOfFound(draft, wrong)
  return {
    type: 'discovery',
    target,
    ...place,
    outline: draft.walk,
    note: draft.note,
    evidence,
    photos: photosOfFound(draft),
    ...(voices.length === 0 ? {} : { voices }),
    ...(along.length === 0 ? {} : { companions: along }),
    ...(wrong && { corrects: wrong.id, foundAt: foundAt(wrong) }),
  }
}
