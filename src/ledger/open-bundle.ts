import { sha256 } from '@noble/hashes/sha2.js'
import { bytesToHex } from '@noble/hashes/utils.js'
import { BlobReader, BlobWriter, type FileEntry, Uint8ArrayWriter, ZipReader } from '@zip.js/zip.js'
import { type OfficeKind, officeKindOf } from '@/io/formats/office-kind'
import { blobHash } from '@/io/versions/blob-hash'
import {
  copyPath,
  EVENTS,
  eventSchema,
  MANIFEST,
  type Manifest,
  manifestSchema,
  photoPath,
  SUM_LETTERS,
  voiceFiles,
  voicePath,
} from './bundle-schema'
import type { LedgerEvent } from './event'
import { isFlatEnough, isLaterFormat } from './later'
import { photosOf, voicesOf } from './originals'
import { soundType } from './voice'

/** Faults in the bytes of a file, independent of what is already held. */
export type FileFault =
  | { readonly fault: 'photo-missing' | 'photo-altered'; readonly photo: string }
  | { readonly fault: 'voice-missing' | 'voice-altered'; readonly voice: string }

/** A file that is a bundle, with every byte hashed once; not yet compared with what is held. */
export interface OpenedBundle {
  readonly manifest: Manifest
  /** SHA-256 of the manifest. */
  readonly hash: string
  readonly events: readonly LedgerEvent[]
  readonly faults: readonly FileFault[]
  photo(hash: string): Promise<Blob>
  copy(of: string): Promise<Blob>
  voice(hash: string): Promise<Blob>
}

/** Upper limit for events and manifest together, which are read into memory; a team's year is a tenth of it. */
const MAX_TEXT_BYTES = 256 << 20
/** An event is a page of text and the corners of a walk: no real event is longer, whatever a later version adds. */
const MAX_EVENT_LETTERS = 4 << 20

/** First bytes of a ZIP archive. */
const ZIP = 'PK'
/** What a bundle ends with: the SHA-256 of all before it. */
const SUM = /^[0-9a-f]{64}$/

const hexOf = (bytes: Uint8Array) => bytesToHex(sha256(bytes))

/** Opens a file, or returns why it is not a bundle. The whole file is read, one photo at a time in memory. */
export async function openBundle(
  file: Blob,
): Promise<OpenedBundle | OfficeKind | 'damaged' | 'unreadable' | 'later' | 'events-altered'> {
  const end = file.size - SUM_LETTERS
  // A receipt or table chosen by mistake is `unreadable`, not a bundle damaged in transit.
  if ((await file.slice(0, ZIP.length).text()) !== ZIP) return (await officeKindOf(file)) ?? 'unreadable'
  const sum = await file.slice(Math.max(0, end)).text()
  if (end < 0 || sum !== (await blobHash(file.slice(0, end))))
    return (await officeKindOf(file)) ?? (!SUM.test(sum) && (await isOtherArchive(file)) ? 'unreadable' : 'damaged')
  const opened = await open(file)
  if (!opened) return 'unreadable'
  if (opened === 'later') return 'later'
  const { manifest, manifestBytes, eventBytes, entries } = opened
  const events = readEvents(eventBytes)
  if (hexOf(eventBytes) !== manifest.eventsHash || events?.length !== manifest.events) return 'events-altered'
  const types = new Map(voicesOf(events).map(({ hash, type }) => [hash, soundType(type)]))
  const blobOf = async (path: string, type: string) => new Blob([await bytesOfEntry(entries.get(path)!)], { type })
  return {
    manifest,
    hash: hexOf(manifestBytes),
    events,
    faults: await fileFaults(manifest, events, entries),
    photo: (hash) => blobOf(photoPath(hash), 'image/jpeg'),
    copy: (of) => blobOf(copyPath(of), 'image/jpeg'),
    voice: (hash) => blobOf(voicePath(hash), types.get(hash)!),
  }
}

/** Each photo and spoken note must be present, match the hash in its name, and be referenced by an event. */
async function fileFaults(
  manifest: Manifest,
  events: readonly LedgerEvent[],
  entries: ReadonlyMap<string, FileEntry>,
): Promise<FileFault[]> {
  const { photos, copies = [] } = manifest
  const named = {
    photo: new Set(photosOf(events).map(({ hash }) => hash)),
    voice: new Set(voicesOf(events).map(({ hash }) => hash)),
  }
  const all = [
    ...photos.map(({ hash, bytes }) => ({ what: 'photo', of: hash, hash, bytes, path: photoPath(hash) }) as const),
    ...copies.map(({ of, hash, bytes }) => ({ what: 'photo', of, hash, bytes, path: copyPath(of) }) as const),
    ...voiceFiles(manifest).map(
      ({ hash, bytes }) => ({ what: 'voice', of: hash, hash, bytes, path: voicePath(hash) }) as const,
    ),
  ]
  const faults: FileFault[] = []
  const wrong = (what: 'photo' | 'voice', how: 'missing' | 'altered', of: string): FileFault =>
    what === 'photo' ? { fault: `photo-${how}`, photo: of } : { fault: `voice-${how}`, voice: of }
  for (const { what, of, hash, bytes, path } of all) {
    const entry = entries.get(path)
    if (!entry) faults.push(wrong(what, 'missing', of))
    else if (!named[what].has(of) || entry.uncompressedSize !== bytes || (await hashOfEntry(entry)) !== hash)
      faults.push(wrong(what, 'altered', of))
  }
  return faults
}

const bytesOfEntry = (entry: FileEntry) => entry.getData(new Uint8ArrayWriter(), { useWebWorkers: false })

async function hashOfEntry(entry: FileEntry): Promise<string | null> {
  try {
    // The browser's hashing is several times as fast as JavaScript's; where it is missing, blobHash reads the blob in
    // chunks.
    return await blobHash(await entry.getData(new BlobWriter(), { useWebWorkers: false }))
  } catch {
    return null
  }
}

/** Whether a whole archive lacks what every bundle has; one that was cut short has no directory to read. */
async function isOtherArchive(file: Blob): Promise<boolean> {
  try {
    const entries = await new ZipReader(new BlobReader(file)).getEntries()
    return !entries.some(({ filename }) => filename === MANIFEST)
  } catch {
    return false
  }
}

async function open(file: Blob) {
  try {
    const found = await new ZipReader(new BlobReader(file)).getEntries()
    // Nothing in a bundle is compressed: an entry that claims otherwise, or is larger than the file, could expand
    // without limit.
    const stored = found.filter(
      (entry): entry is FileEntry =>
        !entry.directory && entry.compressionMethod === 0 && entry.uncompressedSize <= file.size,
    )
    const entries = new Map(stored.map((entry) => [entry.filename, entry]))
    const [manifestEntry, eventEntry] = [entries.get(MANIFEST), entries.get(EVENTS)]
    if (!manifestEntry || !eventEntry) return null
    if (manifestEntry.uncompressedSize + eventEntry.uncompressedSize > MAX_TEXT_BYTES) return null
    const [manifestBytes, eventBytes] = [await bytesOfEntry(manifestEntry), await bytesOfEntry(eventEntry)]
    const said: unknown = JSON.parse(decode(manifestBytes))
    if (isLaterFormat(said, 'chentu-bundle', 1)) return 'later'
    const manifest: Manifest = manifestSchema.parse(said)
    return { manifest, manifestBytes, eventBytes, entries }
  } catch {
    return null
  }
}

const decode = (bytes: Uint8Array) => new TextDecoder('utf-8', { fatal: true }).decode(bytes)

function readEvents(bytes: Uint8Array): LedgerEvent[] | null {
  try {
    const lines = decode(bytes).split('\n').filter(Boolean)
    return lines.map(readEvent)
  } catch {
    return null
  }
}

/** Parses one line into an event, keeping every field. @throws if it is not a valid event. */
function readEvent(line: string): LedgerEvent {
  const said: unknown = line.length > MAX_EVENT_LETTERS ? null : JSON.parse(line)
  if (!isFlatEnough(said)) throw new Error('too deep')
  eventSchema.parse(said)
  return said as LedgerEvent
}
