import { sha256 } from '@noble/hashes/sha2.js'
import { bytesToHex } from '@noble/hashes/utils.js'
import { BlobReader, type FileEntry, Uint8ArrayWriter, ZipReader } from '@zip.js/zip.js'
import { blobHash } from '@/io/blob-hash'
import { EVENTS, eventSchema, MANIFEST, type Manifest, manifestSchema, photoPath, SUM_LETTERS } from './bundle-schema'
import { idOf, isSigned } from './device'
import { checkChain, type LedgerEvent } from './event'

/** Why a bundle is not taken. */
export type BundleFault =
  | { readonly fault: 'unreadable' | 'damaged' | 'events-altered' | 'signature' | 'passphrase' }
  | { readonly fault: 'photo-missing' | 'photo-altered'; readonly photo: string }
  | { readonly fault: 'altered' | 'gap' | 'fork'; readonly event: string }

/** A bundle whose every byte was verified. */
export interface Bundle {
  /** SHA-256 of the manifest, by which the receipt names it. */
  readonly hash: string
  readonly device: string
  readonly events: readonly LedgerEvent[]
  /** Hashes of the photos that are in it. */
  readonly photos: readonly string[]
  readonly keys: ReadonlyMap<string, Uint8Array<ArrayBuffer>>
  /** Reads one of the photos. */
  photo(hash: string): Promise<Blob>
}

/** So much of events and manifest together is read into memory; a year of a team is a tenth of it. */
const MOST_TEXT_BYTES = 256 << 20

const hexOf = (bytes: Uint8Array) => bytesToHex(sha256(bytes))
const bytesOf = (hex: string) => Uint8Array.from(hex.match(/../g) ?? [], (pair) => Number.parseInt(pair, 16))

/** Reads a bundle and verifies every hash, chain and signature; anything wrong refuses the whole of it. */
export async function readBundle(
  file: Blob,
  known: ReadonlyMap<string, LedgerEvent>,
): Promise<{ readonly bundle: Bundle } | { readonly faults: readonly BundleFault[] }> {
  const end = file.size - SUM_LETTERS
  if (end < 0 || (await file.slice(end).text()) !== (await blobHash(file.slice(0, end))))
    return { faults: [{ fault: 'damaged' }] }
  const opened = await open(file)
  if (!opened) return { faults: [{ fault: 'unreadable' }] }
  const { manifest, manifestBytes, eventBytes, entries } = opened
  const events = readEvents(eventBytes)
  if (hexOf(eventBytes) !== manifest.eventsHash || events?.length !== manifest.events)
    return { faults: [{ fault: 'events-altered' }] }
  const faults: BundleFault[] = [...checkChain(events, known)]
  for (const { hash, bytes } of manifest.photos) {
    const entry = entries.get(photoPath(hash))
    if (!entry) faults.push({ fault: 'photo-missing', photo: hash })
    else if (entry.uncompressedSize !== bytes || (await hashOfEntry(entry)) !== hash)
      faults.push({ fault: 'photo-altered', photo: hash })
  }
  const keys = new Map(Object.entries(manifest.keys).map(([id, key]) => [id, bytesOf(key) as Uint8Array<ArrayBuffer>]))
  for (const [id, key] of keys) if (idOf(key) !== id) faults.push({ fault: 'signature' })
  for (const event of events) {
    const key = keys.get(event.device)
    // A device without keys signs nothing; one with keys signs everything.
    if (key ? !(await isSigned(event, key)) : event.signature !== '') faults.push({ fault: 'altered', event: event.id })
  }
  if (faults.length > 0) return { faults }
  const bundle: Bundle = {
    hash: hexOf(manifestBytes),
    device: manifest.device,
    events,
    photos: manifest.photos.map(({ hash }) => hash),
    keys,
    photo: async (hash) => new Blob([await bytesOfEntry(entries.get(photoPath(hash))!)], { type: 'image/jpeg' }),
  }
  return { bundle }
}

const bytesOfEntry = (entry: FileEntry) => entry.getData(new Uint8ArrayWriter(), { useWebWorkers: false })

async function hashOfEntry(entry: FileEntry): Promise<string | null> {
  const sum = sha256.create()
  try {
    await entry.getData(new WritableStream<Uint8Array>({ write: (chunk) => void sum.update(chunk) }), {
      useWebWorkers: false,
    })
    return bytesToHex(sum.digest())
  } catch {
    return null
  }
}

async function open(file: Blob) {
  try {
    const found = await new ZipReader(new BlobReader(file)).getEntries()
    // Nothing in a bundle is packed: what says otherwise, or is larger than the file, could grow without end.
    const stored = found.filter(
      (entry): entry is FileEntry =>
        !entry.directory && entry.compressionMethod === 0 && entry.uncompressedSize <= file.size,
    )
    const entries = new Map(stored.map((entry) => [entry.filename, entry]))
    const [manifestEntry, eventEntry] = [entries.get(MANIFEST), entries.get(EVENTS)]
    if (!manifestEntry || !eventEntry) return null
    if (manifestEntry.uncompressedSize + eventEntry.uncompressedSize > MOST_TEXT_BYTES) return null
    const [manifestBytes, eventBytes] = [await bytesOfEntry(manifestEntry), await bytesOfEntry(eventEntry)]
    const manifest: Manifest = manifestSchema.parse(JSON.parse(decode(manifestBytes)))
    return { manifest, manifestBytes, eventBytes, entries }
  } catch {
    return null
  }
}

const decode = (bytes: Uint8Array) => new TextDecoder('utf-8', { fatal: true }).decode(bytes)

function readEvents(bytes: Uint8Array): LedgerEvent[] | null {
  try {
    const lines = decode(bytes).split('\n').filter(Boolean)
    return lines.map((line) => eventSchema.parse(JSON.parse(line)) as unknown as LedgerEvent)
  } catch {
    return null
  }
}
