import { sha256 } from '@noble/hashes/sha2.js'
import { bytesToHex } from '@noble/hashes/utils.js'
import { BlobReader, type FileEntry, Uint8ArrayWriter, ZipReader } from '@zip.js/zip.js'
import { blobHash } from '@/io/versions/blob-hash'
import { photosOf } from './bundle'
import { EVENTS, eventSchema, MANIFEST, type Manifest, manifestSchema, photoPath, SUM_LETTERS } from './bundle-schema'
import { deviceForm, isIdOf, isSigned } from './device'
import { checkChain, type LedgerEvent } from './event'
import { isFlatEnough, isLaterFormat } from './later'

/** Why a bundle is not taken. */
export type BundleFault =
  /** `later`: in a format that only a later version of the app reads. */
  | { readonly fault: 'later' | 'unreadable' | 'damaged' | 'events-altered' | 'passphrase' }
  | { readonly fault: 'photo-missing' | 'photo-altered'; readonly photo: string }
  | { readonly fault: 'signature'; readonly device: string }
  | { readonly fault: 'altered' | 'gap' | 'fork' | 'closed'; readonly event: string }

/** What is held already, against which a bundle is read. */
export interface Held {
  readonly events: ReadonlyMap<string, LedgerEvent>
  /** Public keys by device. */
  readonly keys: ReadonlyMap<string, Uint8Array<ArrayBuffer>>
  /** The last number that is taken of a device whose id was closed. */
  readonly closed: ReadonlyMap<string, { readonly upTo: number }>
  /** Hashes of events that the desk set aside: they may come again and are passed over. */
  readonly aside: ReadonlySet<string>
}

export const NOTHING_HELD: Held = { events: new Map(), keys: new Map(), closed: new Map(), aside: new Set() }

/** A bundle whose every byte was verified. */
export interface Bundle {
  /** SHA-256 of the manifest, by which the receipt names it. */
  readonly hash: string
  readonly device: string
  readonly events: readonly LedgerEvent[]
  /** Events of other devices beyond what their closed ids take: verified, and not among `events`. */
  readonly late: readonly LedgerEvent[]
  /** Hashes of the photos that are in it. */
  readonly photos: readonly string[]
  /** The key of each device in it that has one. */
  readonly keys: ReadonlyMap<string, Uint8Array<ArrayBuffer>>
  /** Reads one of the photos. */
  photo(hash: string): Promise<Blob>
}

/** A bundle, or all that is wrong with it; `events` are what it says where that could be read. */
export type BundleReading =
  | { readonly bundle: Bundle }
  | { readonly faults: readonly BundleFault[]; readonly events: readonly LedgerEvent[] }

/** So much of events and manifest together is read into memory; a year of a team is a tenth of it. */
const MOST_TEXT_BYTES = 256 << 20
/** An event is a page of text and the corners of a walk: more letters than this nobody writes, whatever a later version adds. */
const MOST_EVENT_LETTERS = 4 << 20

/** How an archive begins. */
const ZIP = 'PK'

const hexOf = (bytes: Uint8Array) => bytesToHex(sha256(bytes))
const bytesOf = (hex: string) => new Uint8Array(hex.match(/../g)?.map((pair) => Number.parseInt(pair, 16)) ?? [])

/** Reads a bundle and verifies every hash, chain and signature; anything wrong refuses the whole of it. */
export async function readBundle(file: Blob, held: Held): Promise<BundleReading> {
  const refused = (fault: 'damaged' | 'unreadable' | 'later' | 'events-altered') => ({
    faults: [{ fault }],
    events: [],
  })
  const end = file.size - SUM_LETTERS
  // A receipt or a table chosen by mistake is none of ours, not a bundle that was damaged on its way.
  if ((await file.slice(0, ZIP.length).text()) !== ZIP) return refused('unreadable')
  if (end < 0 || (await file.slice(end).text()) !== (await blobHash(file.slice(0, end)))) return refused('damaged')
  const opened = await open(file)
  if (!opened) return refused('unreadable')
  if (opened === 'later') return refused('later')
  const { manifest, manifestBytes, eventBytes, entries } = opened
  const all = readEvents(eventBytes)
  if (hexOf(eventBytes) !== manifest.eventsHash || all?.length !== manifest.events) return refused('events-altered')
  const events = all.filter((event) => !held.aside.has(event.hash))
  const { keys, faults: keyFaults } = keysOf(manifest, events, held)
  const faults: BundleFault[] = [
    ...keyFaults,
    ...checkChain(events, held.events),
    ...(await signatureFaults(events, keys)),
    ...closedFaults(manifest.device, events, held),
    ...(await photoFaults(manifest, all, entries)),
  ]
  if (faults.length > 0) return { faults, events }
  const bundle: Bundle = {
    hash: hexOf(manifestBytes),
    device: manifest.device,
    events: events.filter((event) => !isLate(event, held.closed)),
    late: events.filter((event) => isLate(event, held.closed)),
    photos: manifest.photos.map(({ hash }) => hash),
    keys,
    photo: async (hash) => new Blob([await bytesOfEntry(entries.get(photoPath(hash))!)], { type: 'image/jpeg' }),
  }
  return { bundle }
}

/** The key of each device: the one that is held already, else the manifest's, which must be the one that its id names. */
function keysOf(manifest: Manifest, events: readonly LedgerEvent[], held: Held) {
  const keys = new Map<string, Uint8Array<ArrayBuffer>>()
  const faults: BundleFault[] = []
  for (const device of new Set(events.map((event) => event.device))) {
    const known = held.keys.get(device)
    const brought = Object.hasOwn(manifest.keys, device) ? bytesOf(manifest.keys[device]!) : null
    if (brought && !isIdOf(device, brought)) faults.push({ fault: 'signature', device })
    else if (brought && known && hexOf(brought) !== hexOf(known)) faults.push({ fault: 'signature', device })
    const key = known ?? brought
    if (key) keys.set(device, key)
    else if (deviceForm(device) === 'keyed') faults.push({ fault: 'signature', device })
  }
  return { keys, faults }
}

/** A device with a key signs everything, whatever a manifest leaves out; one without signs nothing. */
async function signatureFaults(events: readonly LedgerEvent[], keys: Bundle['keys']): Promise<BundleFault[]> {
  const faults: BundleFault[] = []
  for (const event of events) {
    const key = keys.get(event.device)
    if (key ? !(await isSigned(event, key)) : event.signature !== '') faults.push({ fault: 'altered', event: event.id })
  }
  return faults
}

/** Whether an event is beyond what its device's closed id takes. */
export const isLate = ({ device, sequence }: LedgerEvent, closed: Held['closed']): boolean =>
  sequence > (closed.get(device)?.upTo ?? Number.POSITIVE_INFINITY)

/** A closed device hands over nothing new itself; whoever passes on what it wrote is not to blame. */
const closedFaults = (from: string, events: readonly LedgerEvent[], { closed }: Held): BundleFault[] =>
  events.flatMap((event) =>
    event.device === from && isLate(event, closed) ? [{ fault: 'closed', event: event.id }] : [],
  )

/** Each photo must be there, be what its name says, and be spoken of by an event. */
async function photoFaults(
  manifest: Manifest,
  events: readonly LedgerEvent[],
  entries: ReadonlyMap<string, FileEntry>,
): Promise<BundleFault[]> {
  const spokenOf = new Set(photosOf(events).map(({ hash }) => hash))
  const faults: BundleFault[] = []
  for (const { hash, bytes } of manifest.photos) {
    const entry = entries.get(photoPath(hash))
    if (!entry) faults.push({ fault: 'photo-missing', photo: hash })
    else if (!spokenOf.has(hash) || entry.uncompressedSize !== bytes || (await hashOfEntry(entry)) !== hash)
      faults.push({ fault: 'photo-altered', photo: hash })
  }
  return faults
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

/** An event as its line says it, every field kept. @throws where it is none. */
function readEvent(line: string): LedgerEvent {
  const said: unknown = line.length > MOST_EVENT_LETTERS ? null : JSON.parse(line)
  if (!isFlatEnough(said)) throw new Error('too deep')
  eventSchema.parse(said)
  return said as LedgerEvent
}
