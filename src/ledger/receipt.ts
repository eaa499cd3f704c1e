import { sha256 } from '@noble/hashes/sha2.js'
import { bytesToHex, hexToBytes, utf8ToBytes } from '@noble/hashes/utils.js'
import { z } from '@/io/zod'
import { hash } from './bundle-schema'
import { canonical, type LedgerEvent } from './event'
import { isSignedBy, publicKey, signBytes } from './signature'

const said = {
  bundle: hash,
  device: z.string(),
  at: z.string(),
  /** Hash of each event of the device that the office holds, by id. */
  events: z.record(z.string(), hash),
  /** Photos of these events whose originals the office holds. */
  photos: z.array(hash),
}

/** The first format: whoever can add up a SHA-256 could make one. Still read, and confirms nothing. */
const oldSchema = z.strictObject({ format: z.literal('chentu-receipt-1'), ...said, sum: hash })
const schema = z.strictObject({
  format: z.literal('chentu-receipt-2'),
  ...said,
  /** The desk's public key, hexadecimal, and its signature of all above; both empty where the page has no keys. */
  key: z.string().regex(/^([0-9a-f]{130})?$/),
  signature: z.string(),
})

/** What a receipt says. */
export type Said = Omit<z.infer<typeof schema>, 'format' | 'key' | 'signature'>

/** Why a receipt is not about what this device holds. */
export type ReceiptFault = 'damaged' | 'other-device' | 'other-events' | 'empty'

/** A receipt that is about this device's own events, and the key that signed it; null where nobody did. */
export interface Receipt extends Said {
  readonly signedBy: Uint8Array<ArrayBuffer> | null
}

/** What is signed begins with what it is, so that no other signature of the key can stand for it. */
const signedBytes = (all: object) => utf8ToBytes(`chentu-receipt-2\n${canonical(all)}`)

/** What the office gives back, as text; signed where the desk has a key. */
export async function writeReceipt(what: Said, desk: CryptoKeyPair | null): Promise<string> {
  const key = desk ? bytesToHex(await publicKey(desk)) : ''
  const unsigned = { format: 'chentu-receipt-2', ...what, key }
  return canonical({ ...unsigned, signature: desk ? await signBytes(signedBytes(unsigned), desk) : '' })
}

/**
 * Reads a receipt and holds it against the events of this device: it must name some of them, each as it is here, and no
 * photo beyond theirs. A signature that does not fit is damage; whose key it is, is for the caller to compare.
 */
export async function readReceipt(
  json: string,
  device: string,
  own: ReadonlyMap<string, LedgerEvent>,
): Promise<Receipt | ReceiptFault> {
  const read = await readSigned(json)
  if (!read) return 'damaged'
  if (read.device !== device) return 'other-device'
  const ids = Object.keys(read.events)
  if (ids.length === 0) return 'empty'
  const named = ids.map((id) => own.get(id))
  if (!named.every((event) => event?.device === device && event.hash === read.events[event.id])) return 'other-events'
  const theirs = new Set(
    named.flatMap((event) => (event && 'photos' in event.body ? event.body.photos.map((photo) => photo.hash) : [])),
  )
  return read.photos.every((photo) => theirs.has(photo)) ? read : 'other-events'
}

async function readSigned(json: string): Promise<Receipt | null> {
  const parsed = parse(json)
  if (!parsed) return null
  const { bundle, device, at, events, photos } = parsed
  const what = { bundle, device, at, events, photos }
  if (parsed.format === 'chentu-receipt-1') {
    const sum = bytesToHex(sha256(utf8ToBytes(canonical({ format: parsed.format, ...what }))))
    return sum === parsed.sum ? { ...what, signedBy: null } : null
  }
  const { signature, key, format } = parsed
  if (key === '') return signature === '' ? { ...what, signedBy: null } : null
  const signedBy = new Uint8Array(hexToBytes(key))
  return (await isSignedBy(signedBy, signedBytes({ format, ...what, key }), signature)) ? { ...what, signedBy } : null
}

function parse(json: string) {
  try {
    return z.union([schema, oldSchema]).parse(JSON.parse(json))
  } catch {
    return null
  }
}
