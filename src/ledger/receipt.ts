import { sha256 } from '@noble/hashes/sha2.js'
import { bytesToHex, hexToBytes, utf8ToBytes } from '@noble/hashes/utils.js'
import { z } from '@/io/zod'
import { hash, moment } from './bundle-schema'
import { CASE_ENDS, casesWithSteps, type EndedCase } from './ended-case'
import type { LedgerEvent } from './event'
import { canonical } from './event-chain'
import { isFlatEnough, isLaterFormat } from './later'
import { photosOf, voicesOf } from './originals'
import { type Review, VERDICTS } from './review'
import { isSignedBy, publicKey, signBytes } from './signature'

const said = {
  bundle: hash,
  device: z.string(),
  at: z.string(),
  /** Hash of each event of the device that the office holds, by event id. */
  events: z.record(z.string(), hash),
  /** Photos of these events whose originals the office holds. */
  photos: z.array(hash),
}

/** The first format: anybody who can compute a SHA-256 could forge it. Still read, but confirms nothing. */
const oldSchema = z.strictObject({ format: z.literal('chentu-receipt-1'), ...said, sum: hash })
/** A later desk may have more verdicts: they are ignored. */
const review = z.looseObject({
  event: z.string(),
  hash,
  verdict: z.string(),
  note: z.string(),
  author: z.string(),
  at: moment,
})
/** A later desk may know more ways in which a case ends: they are ignored. */
const ended = z.looseObject({ id: z.string(), by: z.string(), how: z.string() })
/** A later desk may add fields, which are signed with the rest. */
const schema = z.looseObject({
  format: z.literal('chentu-receipt-2'),
  ...said,
  /** Spoken notes of these events that the office holds; absent where it holds none, and in receipts of earlier desks. */
  voices: z.array(hash).exactOptional(),
  /** The desk's reviews of records in `events`; absent if there are none, and in receipts of earlier desks. */
  reviews: z.array(review).exactOptional(),
  /**
   * The cases with steps in `events` that are closed or withdrawn; absent if there are none, and in receipts of earlier
   * desks.
   */
  cases: z.array(ended).exactOptional(),
  /**
   * The desk's public key, hexadecimal, and its signature of all the above; both empty where the browser has no keys.
   */
  key: z.string().regex(/^([0-9a-f]{130})?$/),
  signature: z.string(),
})

/** The content of a receipt. */
export interface ReceiptContent {
  readonly bundle: string
  readonly device: string
  readonly at: string
  readonly events: Readonly<Record<string, string>>
  readonly photos: readonly string[]
  readonly voices?: readonly string[]
  readonly reviews?: readonly Review[]
  readonly cases?: readonly EndedCase[]
}

/** Why a receipt does not apply to this device's records. */
export type ReceiptFault = 'damaged' | 'other-device' | 'other-events' | 'empty' | 'later'

/** A receipt for this device's own events, with the key that signed it; null if unsigned. */
export interface Receipt extends ReceiptContent {
  readonly signedBy: Uint8Array<ArrayBuffer> | null
}

/** The signed bytes begin with the format's name, so that no other signature by the same key can be reused. */
const signedBytes = (all: object) => utf8ToBytes(`chentu-receipt-2\n${canonical(all)}`)

/** Writes the office's receipt as text; signed if the desk has a key. */
export async function writeReceipt(what: ReceiptContent, desk: CryptoKeyPair | null): Promise<string> {
  const key = desk ? bytesToHex(await publicKey(desk)) : ''
  const unsigned = { format: 'chentu-receipt-2', ...what, key }
  return canonical({ ...unsigned, signature: desk ? await signBytes(signedBytes(unsigned), desk) : '' })
}

/**
 * Reads a receipt and checks it against this device's events: it must name at least one, each exactly as it is here,
 * and no photos, spoken notes or reviews of others. An invalid signature means `damaged`; the caller compares whose key
 * it is.
 */
export async function readReceipt(
  json: string,
  device: string,
  own: ReadonlyMap<string, LedgerEvent>,
): Promise<Receipt | ReceiptFault> {
  const said = parseJson(json)
  if (isLaterFormat(said, 'chentu-receipt', 2)) return 'later'
  const read = await readSigned(said)
  if (!read) return 'damaged'
  if (read.device !== device) return 'other-device'
  const ids = Object.keys(read.events)
  if (ids.length === 0) return 'empty'
  const named = ids.flatMap((id) => own.get(id) ?? [])
  const isTheirs = (event: LedgerEvent) => event.device === device && event.hash === read.events[event.id]
  if (named.length < ids.length || !named.every(isTheirs)) return 'other-events'
  const theirs = new Set(photosOf(named).map((photo) => photo.hash))
  const theirVoices = new Set(voicesOf(named).map((voice) => voice.hash))
  const isOfThem = ({ event, hash: of }: Review) => read.events[event] === of
  const isAllTheirs =
    read.photos.every((photo) => theirs.has(photo)) &&
    (read.voices ?? []).every((voice) => theirVoices.has(voice)) &&
    (read.reviews ?? []).every(isOfThem)
  if (!isAllTheirs) return 'other-events'
  // A receipt tells a tablet of no case but its own.
  const ownCases = casesWithSteps(named)
  return read.cases ? { ...read, cases: read.cases.filter(({ id }) => ownCases.has(id)) } : read
}

async function readSigned(said: unknown): Promise<Receipt | null> {
  const checked = z.union([schema, oldSchema]).safeParse(said)
  if (!checked.success || !isFlatEnough(said)) return null
  const parsed = checked.data
  const { bundle, device, at, events, photos } = parsed
  const what = { bundle, device, at, events, photos }
  if (parsed.format === 'chentu-receipt-1') {
    const sum = bytesToHex(sha256(utf8ToBytes(canonical({ format: parsed.format, ...what }))))
    return sum === parsed.sum ? { ...what, signedBy: null } : null
  }
  const { signature, key, reviews, voices, cases } = parsed
  const all = {
    ...what,
    ...(voices ? { voices } : {}),
    ...(reviews ? { reviews: reviews.flatMap(knownReview) } : {}),
    ...(cases ? { cases: cases.flatMap(knownEnd) } : {}),
  }
  const { signature: _, ...signed } = said as Record<string, unknown>
  if (key === '') return signature === '' ? { ...all, signedBy: null } : null
  const signedBy = new Uint8Array(hexToBytes(key))
  return (await isSignedBy(signedBy, signedBytes(signed), signature)) ? { ...all, signedBy } : null
}

function knownReview({ event, hash: of, verdict, note, author, at }: z.infer<typeof review>): Review[] {
  const known = VERDICTS.find((each) => each === verdict)
  return known ? [{ event, hash: of, verdict: known, note, author, at }] : []
}

function knownEnd({ id, by, how }: z.infer<typeof ended>): EndedCase[] {
  const known = CASE_ENDS.find((each) => each === how)
  return known ? [{ id, by, how: known }] : []
}

function parseJson(json: string): unknown {
  try {
    return JSON.parse(json)
  } catch {
    return null
  }
}
