import { photosOfBody, voicesOfBody } from './body'
import { photo as photoSchema, voice as voiceSchema } from './bundle-schema'
import { isKnownBody, type LedgerEvent } from './event'
import type { PhotoRef } from './references'
import { distinctVoices, type VoiceRef } from './voice'

/** Photos that the events reference, without duplicates; includes events of types unknown to this version. */
export function photosOf(events: readonly LedgerEvent[]): PhotoRef[] {
  const refs = events.flatMap(photosNamed)
  return [...new Map(refs.map((ref) => [ref.hash, ref])).values()]
}

function photosNamed({ body }: LedgerEvent): readonly PhotoRef[] {
  if (isKnownBody(body)) return photosOfBody(body)
  const named: readonly unknown[] = Array.isArray(body.photos) ? body.photos : []
  return named.flatMap((each) => (photoSchema.safeParse(each).success ? [each as PhotoRef] : []))
}

/** Spoken notes that the events reference, without duplicates; includes events of types unknown to this version. */
export const voicesOf = (events: readonly LedgerEvent[]): readonly VoiceRef[] =>
  distinctVoices(events.flatMap(voicesNamed))

function voicesNamed({ body }: LedgerEvent): readonly VoiceRef[] {
  if (isKnownBody(body)) return voicesOfBody(body)
  const named: readonly unknown[] = Array.isArray(body.voices) ? body.voices : []
  return named.flatMap((each) => (voiceSchema.safeParse(each).success ? [each as VoiceRef] : []))
}
