import type { CaseOpened, CaseStepped } from './case-bodies'
import {
  type Call,
  type EventBody,
  isKnownBody,
  type LedgerEvent,
  type ReadingVerdict,
  type RoundTold,
  type Withdrawal,
} from './event'
import type { PhotoRef, SourceRef } from './references'
import type { VoiceRef } from './voice'

/** What says nothing of a source itself: a call says only what somebody answered, a case what was noticed near it, a verdict what a monitor's readings are worth. */
type OtherBody = Withdrawal | RoundTold | Call | CaseOpened | CaseStepped | ReadingVerdict

/** What is said of a source itself. */
export type SourceBody = Exclude<EventBody, OtherBody>

const OTHERS: ReadonlySet<string> = new Set<OtherBody['type']>([
  'withdrawal',
  'round',
  'call',
  'case',
  'case-step',
  'reading-verdict',
])

type Body = LedgerEvent['body']

/**
 * Whether something is said of a source; the rest is about another record, a round, a call, a case or readings, or of a later version. The type tells, never
 * a field: bodies are loose, and one that was well signed may have any field that its type does not know.
 */
export const isOfSource = (body: Body): body is SourceBody => isKnownBody(body) && !OTHERS.has(body.type)

export const sourceOfBody = (body: Body): SourceRef | null => (isOfSource(body) ? body.target : null)

/** The photos that something of a known type names. */
export const photosOfBody = (body: EventBody): readonly PhotoRef[] =>
  body.type === 'inspection' || body.type === 'discovery' || body.type === 'signature' || body.type === 'case-step'
    ? body.photos
    : []

/** The spoken notes that something of a known type names. */
export const voicesOfBody = (body: EventBody): readonly VoiceRef[] =>
  body.type === 'inspection' || body.type === 'discovery' ? (body.voices ?? []) : []

/** What something is about, as its record named it: a source or a monitor, or a case by its title. */
export const titleOfBody = (body: Exclude<EventBody, Withdrawal | RoundTold>): string =>
  body.type === 'case' || body.type === 'case-step'
    ? body.title
    : body.type === 'reading-verdict'
      ? body.name
      : body.target.name
