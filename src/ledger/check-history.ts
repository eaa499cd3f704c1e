import { grouped } from '@/domain/grouped'
import { displayedPhotos } from './displayed-photos'
import { compareEvents, type SignatureEvent, type TargetState, type WithdrawalEvent } from './fold'
import type { PhotoRef } from './references'
import { firstOfCorrections, type InspectionEvent, isInspection, type Visit } from './visit'
import { distinctVoices, type VoiceRef } from './voice'

/** A check with its corrections, signature and withdrawal. */
export interface CheckHistory {
  readonly event: InspectionEvent
  /** The record written on site: itself, or the start of its chain of corrections. */
  readonly first: InspectionEvent
  /** The corrections of the first record, oldest first, up to and including this one; empty if this is the first. */
  readonly corrections: readonly InspectionEvent[]
  /** The last signature on a record it corrects, if this one has no signature entry; null if there is none. */
  readonly signedBefore: SignatureEvent | null
  /** Its own photos and those of the records it corrects. An annotated photo is replaced by its annotated copy. */
  readonly photos: readonly PhotoRef[]
  /** Its own spoken notes and those of the records it corrects. */
  readonly voices: readonly VoiceRef[]
  /** The visit of which it is the last record that counts; null if it is not the last of any. */
  readonly ends: Visit | null
  /** The withdrawal; null if not withdrawn. */
  readonly withdrawnBy: WithdrawalEvent | null
  /** The record that corrects it; null if none. */
  readonly correctedBy: InspectionEvent | null
}

/** A check with its history; if it is not in the state yet, by itself. */
export const checkHistory = (state: TargetState | undefined, event: InspectionEvent): CheckHistory =>
  checkHistories(state).find((kept) => kept.event.id === event.id) ?? {
    ...{ event, first: event, corrections: [], signedBefore: null, ends: null, withdrawnBy: null, correctedBy: null },
    photos: displayedPhotos(event.body.photos),
    voices: distinctVoices(event.body.voices ?? []),
  }

/** All checks of a source, newest first, including withdrawn and corrected ones. */
export function checkHistories(state: TargetState | undefined): readonly CheckHistory[] {
  if (!state) return []
  const gone = state.withdrawn.flatMap(({ event, by }) => (isInspection(event) ? [{ event, by }] : []))
  const counting = state.visits.flatMap(({ records, corrected }) => [...records, ...corrected])
  const known = new Map([...counting, ...gone.map(({ event }) => event)].map((event) => [event.id, event]))
  /** The records it corrects, oldest first, followed by the record itself. */
  const withBefore = (event: InspectionEvent): readonly InspectionEvent[] => {
    const before = firstOfCorrections(event, known) === event ? null : known.get(event.body.corrects ?? '')
    return before ? [...withBefore(before), event] : [event]
  }
  const kept = (
    event: InspectionEvent,
    correctedBy: InspectionEvent | null,
    withdrawnBy: WithdrawalEvent | null = null,
  ): CheckHistory => {
    const all = withBefore(event)
    const before = all.slice(0, -1).flatMap(({ id }) => state.signatures.get(id) ?? [])
    return {
      event,
      first: firstOfCorrections(event, known),
      corrections: all.slice(1),
      signedBefore: state.signatures.has(event.id) ? null : (before.findLast(({ body }) => !body.unsigned) ?? null),
      photos: displayedPhotos(all.flatMap(({ body }) => body.photos)),
      voices: distinctVoices(all.flatMap(({ body }) => body.voices ?? [])),
      ends: state.visits.find(({ records }) => records.at(-1) === event) ?? null,
      withdrawnBy,
      correctedBy,
    }
  }
  const families = grouped(counting, (event) => firstOfCorrections(event, known).id)
  /** The next record in the same chain of corrections, or null. */
  const nextOf = (event: InspectionEvent) =>
    families
      .get(firstOfCorrections(event, known).id)!
      .filter(({ sequence }) => sequence > event.sequence)
      .sort((a, b) => a.sequence - b.sequence)[0] ?? null
  const isGone = new Set(gone.map(({ event }) => event.id))
  return [
    ...counting.filter(({ id }) => !isGone.has(id)).map((event) => kept(event, nextOf(event))),
    ...gone.map(({ event, by }) => kept(event, null, by)),
  ].sort((a, b) => compareEvents(b.event, a.event))
}
