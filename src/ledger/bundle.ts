import { sha256 } from '@noble/hashes/sha2.js'
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js'
import { BlobReader, Uint8ArrayReader, ZipWriter } from '@zip.js/zip.js'
import { blobHash } from '@/io/versions/blob-hash'
import {
  BUNDLE_FORMAT,
  copyPath,
  EVENTS,
  MANIFEST,
  type Manifest,
  photoPath,
  SUM_LETTERS,
  voicePath,
} from './bundle-schema'
import type { LedgerEvent } from './event'
import { canonical } from './event-chain'
import { photosOf, voicesOf } from './originals'

/** Chunks are collected up to this size before they become a Blob. */
const PART_BYTES = 8 << 20

/** Output stream of the archive: hashes the bytes and stores them as Blobs, which the browser may keep on disk. */
function bundleSink() {
  const sum = sha256.create()
  const parts: Blob[] = []
  let waiting: Uint8Array<ArrayBuffer>[] = []
  let bytes = 0
  const flush = () => {
    parts.push(new Blob(waiting))
    waiting = []
    bytes = 0
  }
  // The last chunk is held back: it ends with the length of the archive comment, and the comment is the hash of all
  // bytes before it.
  let last: Uint8Array<ArrayBuffer> | null = null
  const keep = (chunk: Uint8Array<ArrayBuffer>) => {
    sum.update(chunk)
    waiting.push(chunk)
    bytes += chunk.length
    if (bytes >= PART_BYTES) flush()
  }
  return {
    stream: new WritableStream<Uint8Array<ArrayBuffer>>({
      write(chunk) {
        if (last) keep(last)
        last = chunk.slice()
      },
    }),
    finish(): Blob {
      const end = last!
      new DataView(end.buffer).setUint16(end.length - 2, SUM_LETTERS, true)
      keep(end)
      flush()
      return new Blob([...parts, bytesToHex(sum.digest())], { type: 'application/zip' })
    },
  }
}

/** Returns the original or copy by the hash of its photo or spoken note; null if it is not stored here. */
type Giver = (hash: string) => Promise<Blob | null>

interface BundleParts {
  /** The device that makes the bundle. */
  readonly device: string
  readonly events: readonly LedgerEvent[]
  /** Public keys of the devices that wrote the events, for those that have one. */
  readonly keys: ReadonlyMap<string, Uint8Array>
  /** When the bundle is made, ISO. */
  readonly made: string
  /**
   * Originals of photos and spoken notes: null, or no function, where they were deleted after a receipt or are not to
   * be sent.
   */
  readonly photo?: Giver
  readonly voice?: Giver
  /** Small copies of photos, sent in place of missing originals, for a desk that has neither. */
  readonly copy?: Giver
}

const NOTHING: Giver = async () => null

/**
 * Writes events and the originals of their photos and spoken notes into one file; only one original at a time is in
 * memory.
 */
export async function writeBundle({
  device,
  events,
  keys,
  made,
  photo = NOTHING,
  voice = NOTHING,
  copy = NOTHING,
}: BundleParts): Promise<Blob> {
  const sink = bundleSink()
  // Photos are compressed already. No nested web workers: this code runs in a worker itself.
  const zip = new ZipWriter(sink.stream, { level: 0, useWebWorkers: false, extendedTimestamp: false })
  const photos: { hash: string; bytes: number }[] = []
  const copies: { of: string; hash: string; bytes: number }[] = []
  for (const { hash } of photosOf(events)) {
    const blob = await photo(hash)
    if (blob) {
      await zip.add(photoPath(hash), new BlobReader(blob))
      photos.push({ hash, bytes: blob.size })
      continue
    }
    const small = await copy(hash)
    if (!small) continue
    await zip.add(copyPath(hash), new BlobReader(small))
    copies.push({ of: hash, hash: await blobHash(small), bytes: small.size })
  }
  const voices: { hash: string; bytes: number }[] = []
  const foundVoices: { hash: string; bytes: number }[] = []
  const beyondFinds = new Set(voicesOf(events.filter(({ body }) => body.type !== 'discovery')).map(({ hash }) => hash))
  for (const { hash } of voicesOf(events)) {
    const sound = await voice(hash)
    if (!sound) continue
    await zip.add(voicePath(hash), new BlobReader(sound))
    const list = beyondFinds.has(hash) ? voices : foundVoices
    list.push({ hash, bytes: sound.size })
  }
  const lines = utf8ToBytes(events.map((event) => `${canonical(event)}\n`).join(''))
  const manifest: Manifest = {
    format: BUNDLE_FORMAT,
    device,
    made,
    keys: Object.fromEntries([...keys].map(([id, key]) => [id, bytesToHex(key)])),
    events: events.length,
    eventsHash: bytesToHex(sha256(lines)),
    photos,
    ...(copies.length > 0 ? { copies } : {}),
    ...(voices.length > 0 ? { voices } : {}),
    ...(foundVoices.length > 0 ? { foundVoices } : {}),
  }
  await zip.add(EVENTS, new Uint8ArrayReader(lines))
  await zip.add(MANIFEST, new Uint8ArrayReader(utf8ToBytes(canonical(manifest))))
  await zip.close()
  return sink.finish()
}
