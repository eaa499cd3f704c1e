import type { CaseOpened, CaseStepped } from './case-bodies'
import {
  type Call,
  type EventBody,
  isKnownBody,
  type LedgerEvent,
  type ReadingVerdict,
  type RoundReport,
  type Withdrawal,
} from './event'
import type { PhotoRef, SourceRef } from './references'
import type { VoiceRef } from './voice'

/**
 * Bodies that make no statement about a source: a call holds an answer on the phone, a case something noticed near the
 * source, a verdict the validity of a monitor's readings.
 */
type OtherBody = Withdrawal | RoundReport | Call | CaseOpened | CaseStepped | ReadingVerdict

/** Bodies that make a statement about a source. */
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
 * Whether an event is about a source itself; others are about another record, a round, a call, a case or readings, or
 * come from a later version. Decided by the type alone, never by a field: bodies are loose, and a validly signed one
 * may contain any field its type does not define.
 */
export const isOfSource = (body: Body): body is SourceBody => isKnownBody(body) && !OTHERS.has(body.type)

export const sourceOfBody = (body: Body): SourceRef | null => (isOfSource(body) ? body.target : null)

/** Photos referenced by a body of a known type. */
export const photosOfBody = (body: EventBody): readonly PhotoRef[] =>
  body.type === 'inspection' || body.type === 'discovery' || body.type === 'signature' || body.type === 'case-step'
    ? body.photos
    : []

/** Spoken notes referenced by a body of a known type. */
export const voicesOfBody = (body: EventBody): readonly VoiceRef[] =>
  body.type === 'inspection' || body.type === 'discovery' ? (body.voices ?? []) : []

/** Name of the subject as recorded: a source or a monitor, or the title of a case. */
export const titleOfBody = (body: Exclude<EventBody, Withdrawal | RoundReport>): string =>
  body.type === 'case' || body.type === 'case-step'
    ? body.title
    : body.type === 'reading-verdict'
      ? body.name
      : body.target.name
