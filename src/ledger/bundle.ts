import { sha256 } from '@noble/hashes/sha2.js'
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js'
import { strToU8, Zip, ZipPassThrough } from 'fflate'
import { listZip, readZip } from '@/io/zip'
import { z } from '@/io/zod'
import { idOf, isSigned } from './device'
import { canonical, checkChain, type LedgerEvent, type PhotoRef } from './event'

const FORMAT = 'chentu-bundle-1'
const MANIFEST = 'manifest.json'
const EVENTS = 'events.ndjson'
/** The archive's comment: SHA-256 of every byte before it, so that no byte can change unseen. */
const SUM_LETTERS = 64

const text = z.string()
const hash = z.string().regex(/^[0-9a-f]{64}$/)
const position = z.tuple([z.number(), z.number()]).nullable()
const target = z.object({ kind: text, code: text, name: text })
const answer = z.enum(['yes', 'no', 'not-applicable', 'not-seen'])
const photo = z.object({ hash, bytes: z.int().min(0), at: text, position })
const body = z.discriminatedUnion('type', [
  z.strictObject({
    type: z.literal('inspection'),
    target,
    checklist: text,
    answers: z.record(text, answer),
    note: text,
    rectifyBy: text,
    told: text,
    position,
    accuracyMetres: z.number().nullable(),
    photos: z.array(photo),
    supersedes: z.array(text),
  }),
  z.strictObject({ type: z.literal('decision'), target, item: text, answer, supersedes: z.array(text) }),
  z.strictObject({ type: z.literal('withdrawal'), event: text, reason: text }),
])
const eventSchema = z.strictObject({
  id: text,
  device: text,
  sequence: z.int().min(1),
  at: text,
  author: text,
  body,
  before: hash,
  hash,
  signature: text,
})
const manifestSchema = z.strictObject({
  format: z.literal(FORMAT),
  device: text,
  made: text,
  /** Public key of each device whose events are in it, hexadecimal. */
  keys: z.record(text, text),
  events: z.int().min(0),
  /** SHA-256 of the file of events. */
  eventsHash: hash,
  photos: z.array(z.strictObject({ hash, bytes: z.int().min(0) })),
})
type Manifest = z.infer<typeof manifestSchema>

const hexOf = (bytes: Uint8Array) => bytesToHex(sha256(bytes))
const bytesOf = (hex: string) => Uint8Array.from(hex.match(/../g) ?? [], (pair) => Number.parseInt(pair, 16))
const photoPath = (photoHash: string) => `photos/${photoHash}`

/** The photos that events speak of, each once. */
export function photosOf(events: readonly LedgerEvent[]): PhotoRef[] {
  const refs = events.flatMap(({ body: each }) => (each.type === 'inspection' ? each.photos : []))
  return [...new Map(refs.map((ref) => [ref.hash, ref])).values()]
}

/**
 * Events and the originals of their photos as one file. A photo at a time is in memory: the parts of the archive are blobs,
 * which the browser keeps where it likes. `photo` gives an original, or null where it was let go after a receipt.
 */
export async function writeBundle(
  device: string,
  events: readonly LedgerEvent[],
  keys: ReadonlyMap<string, Uint8Array>,
  photo: (hash: string) => Promise<Blob | null>,
  made: string,
): Promise<Blob> {
  const parts: Blob[] = []
  const sum = sha256.create()
  const zip = new Zip((error, chunk, final) => {
    if (error) throw error
    // The archive ends with the length of its comment, which is to be the sum of all before it.
    if (final) new DataView(chunk.buffer, chunk.byteOffset).setUint16(chunk.length - 2, SUM_LETTERS, true)
    sum.update(chunk)
    parts.push(new Blob([chunk as Uint8Array<ArrayBuffer>]))
  })
  const add = (name: string, bytes: Uint8Array) => {
    const file = new ZipPassThrough(name)
    zip.add(file)
    file.push(bytes, true)
  }
  const lines = utf8ToBytes(events.map((event) => `${canonical(event)}\n`).join(''))
  const photos: { hash: string; bytes: number }[] = []
  for (const ref of photosOf(events)) {
    const blob = await photo(ref.hash)
    if (!blob) continue
    add(photoPath(ref.hash), new Uint8Array(await blob.arrayBuffer()))
    photos.push({ hash: ref.hash, bytes: blob.size })
  }
  const manifest: Manifest = {
    format: FORMAT,
    device,
    made,
    keys: Object.fromEntries([...keys].map(([id, key]) => [id, bytesToHex(key)])),
    events: events.length,
    eventsHash: hexOf(lines),
    photos,
  }
  add(EVENTS, lines)
  add(MANIFEST, strToU8(canonical(manifest)))
  zip.end()
  return new Blob([...parts, bytesToHex(sum.digest())], { type: 'application/zip' })
}

/** Why a bundle is not taken. */
export type BundleFault =
  | { readonly fault: 'unreadable' | 'damaged' | 'events-altered' | 'signature' }
  | { readonly fault: 'photo-missing' | 'photo-altered'; readonly photo: string }
  | { readonly fault: 'altered' | 'gap' | 'fork'; readonly event: string }

export interface Bundle {
  /** SHA-256 of the manifest, by which the receipt names it. */
  readonly hash: string
  readonly device: string
  readonly events: readonly LedgerEvent[]
  readonly photos: ReadonlyMap<string, Uint8Array>
  readonly keys: ReadonlyMap<string, Uint8Array<ArrayBuffer>>
}

/** Reads a bundle and verifies every hash, chain and signature; anything wrong refuses the whole of it. */
export async function readBundle(
  bytes: Uint8Array,
  known: ReadonlyMap<string, LedgerEvent>,
): Promise<{ readonly bundle: Bundle } | { readonly faults: readonly BundleFault[] }> {
  const end = bytes.length - SUM_LETTERS
  if (end < 0 || new TextDecoder().decode(bytes.subarray(end)) !== hexOf(bytes.subarray(0, end)))
    return { faults: [{ fault: 'damaged' }] }
  const opened = open(bytes)
  if (!opened) return { faults: [{ fault: 'unreadable' }] }
  const { manifest, manifestBytes, eventBytes, files } = opened
  if (hexOf(eventBytes) !== manifest.eventsHash) return { faults: [{ fault: 'events-altered' }] }
  const events = readEvents(eventBytes)
  if (!events || events.length !== manifest.events) return { faults: [{ fault: 'events-altered' }] }
  const faults: BundleFault[] = [...checkChain(events, known)]
  const photos = new Map<string, Uint8Array>()
  for (const { hash: photoHash, bytes: size } of manifest.photos) {
    const found = files[photoPath(photoHash)]
    if (!found) faults.push({ fault: 'photo-missing', photo: photoHash })
    else if (found.length !== size || hexOf(found) !== photoHash)
      faults.push({ fault: 'photo-altered', photo: photoHash })
    else photos.set(photoHash, found)
  }
  const keys = new Map(Object.entries(manifest.keys).map(([id, key]) => [id, bytesOf(key) as Uint8Array<ArrayBuffer>]))
  for (const [id, key] of keys) if (idOf(key) !== id) faults.push({ fault: 'signature' })
  for (const event of events) {
    const key = keys.get(event.device)
    // A device without keys signs nothing; one with keys signs everything.
    if (key ? !(await isSigned(event, key)) : event.signature !== '') faults.push({ fault: 'altered', event: event.id })
  }
  if (faults.length > 0) return { faults }
  return { bundle: { hash: hexOf(manifestBytes), device: manifest.device, events, photos, keys } }
}

function open(bytes: Uint8Array) {
  try {
    const names = listZip(bytes)
    const files = readZip(bytes, (name) => names.has(name))
    const [manifestBytes, eventBytes] = [files[MANIFEST], files[EVENTS]]
    if (!manifestBytes || !eventBytes) return null
    const parsed = manifestSchema.safeParse(JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(manifestBytes)))
    return parsed.success ? { manifest: parsed.data, manifestBytes, eventBytes, files } : null
  } catch {
    return null
  }
}

function readEvents(bytes: Uint8Array): LedgerEvent[] | null {
  try {
    const lines = new TextDecoder('utf-8', { fatal: true }).decode(bytes).split('\n').filter(Boolean)
    return lines.map((line) => eventSchema.parse(JSON.parse(line)) as unknown as LedgerEvent)
  } catch {
    return null
  }
}

const receiptSchema = z.strictObject({
  format: z.literal('chentu-receipt-1'),
  bundle: hash,
  device: text,
  at: text,
  /** Hash of each event that the office holds, by id. */
  events: z.record(text, hash),
  photos: z.array(hash),
  /** SHA-256 of all above. */
  sum: hash,
})
export type Receipt = z.infer<typeof receiptSchema>

/** What the office gives back: all that it holds of a bundle. */
export function receiptFor({ hash: bundle, device, events, photos }: Bundle, at: string): Receipt {
  const said = {
    format: 'chentu-receipt-1' as const,
    bundle,
    device,
    at,
    events: Object.fromEntries(events.map((event) => [event.id, event.hash])),
    photos: [...photos.keys()],
  }
  return { ...said, sum: hexOf(utf8ToBytes(canonical(said))) }
}

/** Reads a receipt and compares it with what this device holds; null where it is damaged, another's, or names other events. */
export function readReceipt(json: string, device: string, own: ReadonlyMap<string, LedgerEvent>): Receipt | null {
  try {
    const receipt = receiptSchema.parse(JSON.parse(json))
    const { sum, ...said } = receipt
    if (sum !== hexOf(utf8ToBytes(canonical(said))) || receipt.device !== device) return null
    const same = Object.entries(receipt.events).every(([id, eventHash]) => own.get(id)?.hash === eventHash)
    return same ? receipt : null
  } catch {
    return null
  }
}
