import { sha256 } from '@noble/hashes/sha2.js'
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js'
import type { Position } from '@/domain/geodesy/position'
import type { KindId } from '@/domain/sources/kinds/kind'
import type { CaseOpened, CaseStepped } from './case-bodies'
import type { Evidence } from './flag'
import type { PhotoRef, SourceRef } from './references'
import type { VoiceRef } from './voice'

/** What a person says to one item of a checklist. */
export const ANSWERS = ['yes', 'no', 'not-applicable', 'not-seen'] as const
export type Answer = (typeof ANSWERS)[number]

/** What was written down of an item that does not meet what is asked. */
export interface Shortcoming {
  /** What is the case, in words of the list or of the person's own. */
  readonly found: readonly string[]
  /** Day by which it is to be put right, and who was told; empty where nothing is. */
  readonly rectifyBy: string
  readonly told: string
}

/** A source was looked at. Fields that may be absent came after the first version. */
export interface Inspection {
  readonly type: 'inspection'
  readonly target: SourceRef
  /** Version of the checklist that is answered, and how many items it had. */
  readonly checklist: string
  readonly asked?: number
  readonly answers: Readonly<Record<string, Answer>>
  readonly note: string
  /** By item. */
  readonly shortcomings?: Readonly<Record<string, Shortcoming>>
  /** Why an item does not apply or could not be checked, by item. */
  readonly reasons?: Readonly<Record<string, string>>
  /** The earliest day by which something is to be put right, and all who were told; empty where nothing is. */
  readonly rectifyBy: string
  readonly told: string
  readonly position: Position | null
  readonly accuracyMetres: number | null
  readonly evidence?: Evidence
  readonly photos: readonly PhotoRef[]
  /** Spoken notes; absent where nothing was recorded. */
  readonly voices?: readonly VoiceRef[]
  /** Events of the same source that this one knew and takes the place of. */
  readonly supersedes: readonly string[]
  /** Record of the same device that this one was written instead of; its photos stay. */
  readonly corrects?: string
  /** Who patrolled with its author; absent where nobody was named. */
  readonly companions?: readonly string[]
  /** Who began it, where another wrote it to the end. */
  readonly begunBy?: string
}

/** How the place of a found source was got: the middle of what was walked around, where somebody stood, a tap on the map. The names are stored. */
export const PLACED = ['outline', 'stood', 'marked'] as const
export type Placed = (typeof PLACED)[number]

/** A source that was on no list: found, marked, and walked around. */
export interface Discovery {
  readonly type: 'discovery'
  readonly target: SourceRef
  readonly position: Position
  /** Null where it was marked on the map, or where nobody knows; of an outline that of its worst corner. */
  readonly accuracyMetres: number | null
  /** Of PLACED, or of a later version's; absent in records of before it was asked. */
  readonly placed?: string
  /** Corners of the walk around it, not closed; empty where nobody walked. */
  readonly outline: readonly Position[]
  readonly note: string
  /** Of the place of this record, from where it was written; absent in records of before it was asked. */
  readonly evidence?: Evidence
  readonly photos: readonly PhotoRef[]
  readonly voices?: readonly VoiceRef[]
  readonly companions?: readonly string[]
  /** Record of the same device that this one was written instead of, and when that was found, ISO. All that still holds is said anew, photos too. */
  readonly corrects?: string
  readonly foundAt?: string
}

/** Of several answers to one item a person chose one. */
export interface Decision {
  readonly type: 'decision'
  readonly target: SourceRef
  readonly item: string
  readonly answer: Answer
  readonly supersedes: readonly string[]
}

/** An event was written by mistake; it stays in the ledger and counts for nothing. */
export interface Withdrawal {
  readonly type: 'withdrawal'
  readonly event: string
  readonly reason: string
}

/** Why nobody of the place signed. The names are stored: none may change its meaning. */
export const UNSIGNED = ['refused', 'absent'] as const

/** Nobody of the place signed, as those who were there say. */
export interface Unsigned {
  /** Of UNSIGNED, or of a later version's. */
  readonly why: string
  /** Who would have signed; empty where nobody is known. */
  readonly person: string
  /** What they said, or why nobody was there. */
  readonly reason: string
  /** Who saw it; empty where nobody else was there. */
  readonly witnesses: readonly string[]
}

/** Somebody of the place signed on the screen what a record says, or it is written down why nobody did. */
export interface Signature {
  readonly type: 'signature'
  readonly target: SourceRef
  /** The record, and its hash as it was signed. */
  readonly event: string
  readonly eventHash: string
  /** Who signed, by their own word; empty where nobody did, so that no version says of anybody that they signed. */
  readonly name: string
  /** The drawn line as a picture, the only one; none where nobody signed. */
  readonly photos: readonly PhotoRef[]
  /** Absent where somebody signed. */
  readonly unsigned?: Unsigned
}

/** A stop of a round; what was found out there, the inspections say. */
export interface ToldStop {
  readonly kind: KindId
  readonly code: string
  /** Which of several with this code, from 1; the first where it is not said. */
  readonly nth?: number
  /** As the tablet knew it; empty where it did not. */
  readonly name: string
  /** Why it is left out; empty where it is not. */
  readonly skipped: string
  /** Left since the round was ended before anybody went there: who begins it again goes there after all. */
  readonly left?: true
  /** Only visits that began after this moment count, ISO; absent where all of the round's days do. */
  readonly after?: string
}

/** How a round of this device stands. Of several of one round the last counts; which round it is, name, team and its day say. */
export interface RoundTold {
  readonly type: 'round'
  /** Empty for one that was made on the tablet. */
  readonly name: string
  readonly team: string
  /** The day that names it; empty where a version before days began it. */
  readonly since: string
  /** The day from which on visits count for it, where that is another: one of a coming day may be begun today. */
  readonly begun?: string
  readonly from: 'desk' | 'own'
  /** Whether the tablet went on to another one, or ended it. */
  readonly ended: boolean
  readonly stops: readonly ToldStop[]
}

/** What somebody answered to a call on a day of warning. The names are stored. */
export const CALL_ANSWERS = ['done', 'doing', 'refused', 'unreached'] as const

/** A source was called because of a warning. Several calls to one stand side by side; the last says how it stands. */
export interface Call {
  readonly type: 'call'
  readonly target: SourceRef
  /** Code and name of the warning, as the package had it. */
  readonly warning: { readonly code: string; readonly name: string }
  /** Of CALL_ANSWERS, or of a later version's. */
  readonly answer: string
  /** Who answered; empty where nobody is named. */
  readonly person: string
  readonly note: string
  /** When it was made, ISO; absent where that is when it was written down. */
  readonly calledAt?: string
}

/** What a person says of doubted readings. The names are stored. */
export const READING_VERDICTS = ['valid', 'invalid', 'pending'] as const

/** A person looked at readings of a monitor that are doubted, and decided. It takes no value away. */
export interface ReadingVerdict {
  readonly type: 'reading-verdict'
  /** The number under which they came, and what the device was called. */
  readonly device: string
  readonly name: string
  /** Kind of the doubt, and the parameter that it is about; empty where that is all that the device says. */
  readonly doubt: string
  readonly parameter: string
  /** From when until when they were doubted when it was decided, ISO. */
  readonly from: string
  readonly until: string
  /** Of READING_VERDICTS, or of a later version's. */
  readonly verdict: string
  readonly reason: string
  /** Ids of the verdicts that it takes the place of. */
  readonly supersedes: readonly string[]
}

export type EventBody =
  | Inspection
  | Discovery
  | Decision
  | Withdrawal
  | Signature
  | RoundTold
  | Call
  | CaseOpened
  | CaseStepped
  | ReadingVerdict

/** What this version writes and counts. */
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

/** Said by a later version, in a type that this one does not know: kept and handed on as it came, read by nobody. */
export interface LaterBody {
  readonly type: string & { readonly [later]: true }
  /** The source it speaks of, and the photos and spoken notes it names, if they are where every type so far has them. */
  readonly target?: unknown
  readonly photos?: unknown
  readonly voices?: unknown
}

/** One entry of the ledger. Nothing in it ever changes; fields that a later version put in are there too, unnamed. */
export interface LedgerEvent {
  /** Device and sequence. */
  readonly id: string
  readonly device: string
  /** 1, 2, 3 … on each device. */
  readonly sequence: number
  /** ISO time by the device's clock, which may be wrong; order on a device is the sequence's. */
  readonly at: string
  readonly author: string
  readonly body: EventBody | LaterBody
  /** Hash of the event before on the same device; NO_HASH for the first. */
  readonly before: string
  /** SHA-256 of all above. */
  readonly hash: string
  /** Of the hash, by the device's key, base64; empty where the browser has no keys (plain HTTP). */
  readonly signature: string
}

/** An event whose type this version knows. */
export type KnownEvent = LedgerEvent & { readonly body: EventBody }
export type LaterEvent = LedgerEvent & { readonly body: LaterBody }

const KNOWN_TYPES: ReadonlySet<string> = new Set(EVENT_TYPES)

export const isKnownBody = (body: LedgerEvent['body']): body is EventBody => KNOWN_TYPES.has(body.type)
export const isKnown = (event: LedgerEvent): event is KnownEvent => isKnownBody(event.body)
export const isLater = (event: LedgerEvent): event is LaterEvent => !isKnownBody(event.body)

export const NO_HASH = '0'.repeat(64)

/** JSON with keys in order, so that the same event has the same bytes everywhere. */
export function canonical(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonical).join(',')}]`
  if (value !== null && typeof value === 'object') {
    const entries = Object.entries(value).filter(([, each]) => each !== undefined)
    return `{${entries
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([key, each]) => `${JSON.stringify(key)}:${canonical(each)}`)
      .join(',')}}`
  }
  return JSON.stringify(value)
}

/** SHA-256 of what an event says, as hexadecimal. */
export function hashOf({ hash: _hash, signature: _signature, ...said }: LedgerEvent): string {
  return bytesToHex(sha256(utf8ToBytes(canonical(said))))
}

/** The event that follows the last of a device, not yet signed. */
export function nextEvent(
  last: LedgerEvent | null,
  { device, at, author, body }: Pick<LedgerEvent, 'device' | 'at' | 'author' | 'body'>,
): LedgerEvent {
  const sequence = (last?.sequence ?? 0) + 1
  const said = { id: `${device}-${sequence}`, device, sequence, at, author, body, before: last?.hash ?? NO_HASH }
  const event: LedgerEvent = { ...said, hash: '', signature: '' }
  return { ...event, hash: hashOf(event) }
}

/** Events by id. */
export const byId = (events: Iterable<LedgerEvent>): ReadonlyMap<string, LedgerEvent> =>
  new Map([...events].map((event) => [event.id, event]))
