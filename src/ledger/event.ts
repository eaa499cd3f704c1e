import type { Position } from '@/domain/geodesy/position'
import type { KindId } from '@/domain/sources/kinds/kind'
import type { CaseOpened, CaseStepped } from './case-bodies'
import type { Evidence } from './flag'
import type { PhotoRef, SourceRef } from './references'
import type { VoiceRef } from './voice'

/** Possible answers to a checklist item. */
export const ANSWERS = ['yes', 'no', 'not-applicable', 'not-seen'] as const
export type Answer = (typeof ANSWERS)[number]

/** Details of an item that does not meet the requirement. */
export interface Shortcoming {
  /** What is wrong, in words of the checklist or the inspector's own. */
  readonly found: readonly string[]
  /** Day by which it is to be put right, and who was told; empty if none. */
  readonly rectifyBy: string
  readonly told: string
}

/** A check of a source. Optional fields were added after the first version. */
export interface Inspection {
  readonly type: 'inspection'
  readonly target: SourceRef
  /** Version of the checklist, and its number of items. */
  readonly checklist: string
  readonly asked?: number
  readonly answers: Readonly<Record<string, Answer>>
  readonly note: string
  /** By item. */
  readonly shortcomings?: Readonly<Record<string, Shortcoming>>
  /** Why an item does not apply or could not be checked, by item. */
  readonly reasons?: Readonly<Record<string, string>>
  /** The earliest deadline, and everyone who was told; empty if none. */
  readonly rectifyBy: string
  readonly told: string
  readonly position: Position | null
  readonly accuracyMetres: number | null
  readonly evidence?: Evidence
  readonly photos: readonly PhotoRef[]
  /** Spoken notes; absent where nothing was recorded. */
  readonly voices?: readonly VoiceRef[]
  /** Events of the same source that this one knew and replaces. */
  readonly supersedes: readonly string[]
  /** Record of the same device that this one corrects; its photos stay. */
  readonly corrects?: string
  /** Who patrolled with the author; absent if nobody was named. */
  readonly companions?: readonly string[]
  /** Who began the record, if another person finished it. */
  readonly begunBy?: string
}

/**
 * How the place of a found source was determined: centre of the walked outline, where the finder stood, or a tap on the
 * map. The names are stored.
 */
export const PLACING_METHODS = ['outline', 'stood', 'marked'] as const
export type PlacingMethod = (typeof PLACING_METHODS)[number]

/** A source that was on no list: found, marked, and walked around. */
export interface Discovery {
  readonly type: 'discovery'
  readonly target: SourceRef
  readonly position: Position
  /** Null if marked on the map, or unknown; for an outline that of its least accurate corner. */
  readonly accuracyMetres: number | null
  /** A value of PLACED, or of a later version; absent in older records. */
  readonly placed?: string
  /** Corners of the walk around it, not closed; empty if nobody walked around it. */
  readonly outline: readonly Position[]
  readonly note: string
  /** For the place of this record, from where it was written; absent in older records. */
  readonly evidence?: Evidence
  readonly photos: readonly PhotoRef[]
  readonly voices?: readonly VoiceRef[]
  readonly companions?: readonly string[]
  /**
   * Record of the same device that this one corrects, and when the source was found, ISO. A correction repeats
   * everything that still holds, including photos.
   */
  readonly corrects?: string
  readonly foundAt?: string
}

/** A person chose one of several answers to an item. */
export interface Decision {
  readonly type: 'decision'
  readonly target: SourceRef
  readonly item: string
  readonly answer: Answer
  readonly supersedes: readonly string[]
}

/** An event was written by mistake; it stays in the ledger but does not count. */
export interface Withdrawal {
  readonly type: 'withdrawal'
  readonly event: string
  readonly reason: string
}

/** Why nobody of the inspected site signed. The names are stored: none may change its meaning. */
export const UNSIGNED_REASONS = ['refused', 'absent'] as const

/** Nobody of the site signed, according to those present. */
export interface Unsigned {
  /** A value of UNSIGNED, or of a later version. */
  readonly why: string
  /** Who should have signed; empty if unknown. */
  readonly person: string
  /** What that person said, or why nobody was there. */
  readonly reason: string
  /** Witnesses; empty if nobody else was there. */
  readonly witnesses: readonly string[]
}

/** A person of the site signed a record on the screen, or the reason why nobody did. */
export interface Signature {
  readonly type: 'signature'
  readonly target: SourceRef
  /** The record, and its hash when it was signed. */
  readonly event: string
  readonly eventHash: string
  /**
   * Name of the signatory as stated; empty if nobody signed, so that no version of the app ever shows a signature that
   * was not given.
   */
  readonly name: string
  /** The drawn signature, as a single picture; empty if nobody signed. */
  readonly photos: readonly PhotoRef[]
  /** Absent if somebody signed. */
  readonly unsigned?: Unsigned
}

/** A stop of a round. What was found there is in the inspections. */
export interface ReportedStop {
  readonly kind: KindId
  readonly code: string
  /** Which of several sources with this code, from 1; the first if absent. */
  readonly nth?: number
  /** Name as the tablet knew it; empty if it did not. */
  readonly name: string
  /** Why it is skipped; empty if it is not. */
  readonly skipped: string
  /**
   * Skipped only because the round was ended before anybody went there; if the round is resumed, it is visited after
   * all.
   */
  readonly left?: true
  /** ISO time: only visits begun later count; if absent, all visits on the round's days count. */
  readonly after?: string
}

/** State of a round on this device. The last event of a round counts; name, team and day identify the round. */
export interface RoundReport {
  readonly type: 'round'
  /** Empty for a round made on the tablet. */
  readonly name: string
  readonly team: string
  /** The day that identifies the round; empty in rounds of early versions, which had none. */
  readonly since: string
  /** Day from which visits count for the round, if different: a round of a coming day may be started today. */
  readonly begun?: string
  readonly from: 'desk' | 'own'
  /** Whether the tablet ended the round or went on to another one. */
  readonly ended: boolean
  readonly stops: readonly ReportedStop[]
}

/** Answers to a call on a day of warning. The names are stored. */
export const CALL_ANSWERS = ['done', 'doing', 'refused', 'unreached'] as const

/** A source was called because of a warning. Several calls to one source are all kept; the last gives its state. */
export interface Call {
  readonly type: 'call'
  readonly target: SourceRef
  /** Code and name of the warning, as in the package. */
  readonly warning: { readonly code: string; readonly name: string }
  /** A value of CALL_ANSWERS, or of a later version. */
  readonly answer: string
  /** Who answered; empty if nobody is named. */
  readonly person: string
  readonly note: string
  /** When the call was made, ISO; absent if that is when it was recorded. */
  readonly calledAt?: string
}

/** A person's verdict on doubtful readings. The names are stored. */
export const READING_VERDICTS = ['valid', 'invalid', 'pending'] as const

/** A person reviewed doubtful readings of a monitor and decided. No reading is removed. */
export interface ReadingVerdict {
  readonly type: 'reading-verdict'
  /** The device number under which the readings arrived, and the device's name. */
  readonly device: string
  readonly name: string
  /** Kind of the doubt, and its parameter; empty if the doubt concerns everything the device reports. */
  readonly doubt: string
  readonly parameter: string
  /** Period that was doubtful at the time of the decision, ISO. */
  readonly from: string
  readonly until: string
  /** A value of READING_VERDICTS, or of a later version. */
  readonly verdict: string
  readonly reason: string
  /** Ids of the verdicts it replaces. */
  readonly supersedes: readonly string[]
}

export type EventBody =
  | Inspection
  | Discovery
  | Decision
  | Withdrawal
  | Signature
  | RoundReport
  | Call
  | CaseOpened
  | CaseStepped
  | ReadingVerdict

/** Event types that this version writes and evaluates. */
export const EVENT_TYPES = [
  'inspection',
  'discovery',
  'decision',
  'withdrawal',
  'signature',
  'round',
  'call',
  'case',
  'case-step',
  'reading-verdict',
] as const satisfies EventBody['type'][]

declare const later: unique symbol

/** A body of a type added by a later version: kept and passed on unchanged, never evaluated. */
export interface LaterBody {
  readonly type: string & { readonly [later]: true }
  /** Its source, photos and spoken notes, if they are in the same fields as in every type so far. */
  readonly target?: unknown
  readonly photos?: unknown
  readonly voices?: unknown
}

/** One entry of the ledger. It never changes; fields added by a later version are present too, untyped. */
export interface LedgerEvent {
  /** `device-sequence`. */
  readonly id: string
  readonly device: string
  /** 1, 2, 3 … on each device. */
  readonly sequence: number
  /** ISO time by the device's clock, which may be wrong; on one device the sequence gives the order. */
  readonly at: string
  readonly author: string
  readonly body: EventBody | LaterBody
  /** Hash of the previous event of the same device; NO_HASH for the first. */
  readonly before: string
  /** SHA-256 of all fields above. */
  readonly hash: string
  /** Signature of the hash by the device's key, base64; empty where the browser has no keys (plain HTTP). */
  readonly signature: string
}

/** An event whose type this version knows. */
export type KnownEvent = LedgerEvent & { readonly body: EventBody }
export type LaterEvent = LedgerEvent & { readonly body: LaterBody }

const KNOWN_TYPES: ReadonlySet<string> = new Set(EVENT_TYPES)

export const isKnownBody = (body: LedgerEvent['body']): body is EventBody => KNOWN_TYPES.has(body.type)
export const isKnown = (event: LedgerEvent): event is KnownEvent => isKnownBody(event.body)
export const isLater = (event: LedgerEvent): event is LaterEvent => !isKnownBody(event.body)

export const eventsById = (events: Iterable<LedgerEvent>): ReadonlyMap<string, LedgerEvent> =>
  new Map([...events].map((event) => [event.id, event]))
