import {
  type Call,
  type EventBody,
  isKnownBody,
  type LedgerEvent,
  type PhotoRef,
  type RoundTold,
  type SourceRef,
  type Withdrawal,
} from './event'
import type { VoiceRef } from './voice'

/** What is said of a source itself: a call says only what somebody answered. */
export type SourceBody = Exclude<EventBody, Withdrawal | RoundTold | Call>

type Body = LedgerEvent['body']

/**
 * Whether something is said of a source; the rest is about another record, a round or a call, or of a later version. The type tells, never
 * a field: bodies are loose, and one that was well signed may have any field that its type does not know.
 */
export const isOfSource = (body: Body): body is SourceBody =>
  isKnownBody(body) && body.type !== 'withdrawal' && body.type !== 'round' && body.type !== 'call'

export const sourceOfBody = (body: Body): SourceRef | null => (isOfSource(body) ? body.target : null)

/** The photos that something of a known type names. */
export const photosOfBody = (body: EventBody): readonly PhotoRef[] =>
  body.type === 'inspection' || body.type === 'discovery' || body.type === 'signature' ? body.photos : []

/** The spoken notes that something of a known type names. */
export const voicesOfBody = (body: EventBody): readonly VoiceRef[] =>
  body.type === 'inspection' || body.type === 'discovery' ? (body.voices ?? []) : []
