import { sha256 } from '@noble/hashes/sha2.js'
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js'
import type { Position } from '@/domain/geodesy/position'
import type { KindId } from '@/domain/sources/kinds/kind'

/** What a person says to one item of a checklist. */
export const ANSWERS = ['yes', 'no', 'not-applicable', 'not-seen'] as const
export type Answer = (typeof ANSWERS)[number]

/** A photo by the SHA-256 of its original bytes. */
export interface PhotoRef {
  readonly hash: string
  readonly bytes: number
  /** Where and when it was taken, as the device said at that moment; position null without one. */
  readonly at: string
  readonly position: Position | null
  /** What the camera itself wrote into the file (EXIF); null where it wrote nothing. */
  readonly taken: { readonly at: string; readonly position: Position | null } | null
}

/** A source by kind and code, with its name as it was then. */
export interface SourceRef {
  readonly kind: KindId
  readonly code: string
  readonly name: string
}

/** A source was looked at. */
export interface Inspection {
  readonly type: 'inspection'
  readonly target: SourceRef
  /** Version of the checklist that is answered. */
  readonly checklist: string
  readonly answers: Readonly<Record<string, Answer>>
  readonly note: string
  /** Day by which it is to be put right, and who was told; empty where nothing is. */
  readonly rectifyBy: string
  readonly told: string
  readonly position: Position | null
  readonly accuracyMetres: number | null
  readonly photos: readonly PhotoRef[]
  /** Events of the same source that this one knew and takes the place of. */
  readonly supersedes: readonly string[]
}

/** A source that was on no list: found, marked, and walked around. */
export interface Discovery {
  readonly type: 'discovery'
  readonly target: SourceRef
  readonly position: Position
  /** Null where it was marked on the map. */
  readonly accuracyMetres: number | null
  /** Corners of the walk around it, not closed; empty where nobody walked. */
  readonly outline: readonly Position[]
  readonly note: string
  readonly photos: readonly PhotoRef[]
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

export type EventBody = Inspection | Discovery | Decision | Withdrawal

/** What this version writes and counts. */
export const EVENT_TYPES = ['inspection', 'discovery', 'decision', 'withdrawal'] as const satisfies EventBody['type'][]

declare const later: unique symbol

/** Said by a later version, in a type that this one does not know: kept and handed on as it came, read by nobody. */
export interface LaterBody {
  readonly type: string & { readonly [later]: true }
  /** The source it speaks of and the photos it names, if they are where every type so far has them. */
  readonly target?: unknown
  readonly photos?: unknown
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

/** What is wrong with a device's part of the ledger. */
export interface ChainFault {
  readonly event: string
  readonly fault: 'altered' | 'gap' | 'fork'
}

/**
 * Checks that each event is as it was written and follows the one before. `from` is the last event that is already known of
 * the device; an event known already must be the same.
 */
export function checkChain(events: readonly LedgerEvent[], known: ReadonlyMap<string, LedgerEvent>): ChainFault[] {
  const sorted = [...events].sort((a, b) => a.sequence - b.sequence)
  const byId = new Map(sorted.map((event) => [event.id, event]))
  return sorted.flatMap((event): ChainFault[] => {
    if (event.id !== `${event.device}-${event.sequence}` || hashOf(event) !== event.hash)
      return [{ event: event.id, fault: 'altered' }]
    const same = known.get(event.id)
    if (same && same.hash !== event.hash) return [{ event: event.id, fault: 'fork' }]
    if (event.sequence === 1) return event.before === NO_HASH ? [] : [{ event: event.id, fault: 'altered' }]
    const beforeId = `${event.device}-${event.sequence - 1}`
    const before = byId.get(beforeId) ?? known.get(beforeId)
    if (!before) return [{ event: event.id, fault: 'gap' }]
    return before.hash === event.before ? [] : [{ event: event.id, fault: 'fork' }]
  })
}
