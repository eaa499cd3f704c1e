import { sha256 } from '@noble/hashes/sha2.js'
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js'
import { BlobReader, Uint8ArrayReader, ZipWriter } from '@zip.js/zip.js'
import {
  BUNDLE_FORMAT,
  EVENTS,
  MANIFEST,
  type Manifest,
  photoPath,
  photo as photoSchema,
  SUM_LETTERS,
} from './bundle-schema'
import { canonical, isKnownBody, type LedgerEvent, type PhotoRef } from './event'

/** The photos that events speak of, each once; also those of types that this version does not know. */
export function photosOf(events: readonly LedgerEvent[]): PhotoRef[] {
  const refs = events.flatMap(photosNamed)
  return [...new Map(refs.map((ref) => [ref.hash, ref])).values()]
}

function photosNamed({ body }: LedgerEvent): readonly PhotoRef[] {
  if (isKnownBody(body)) return 'photos' in body ? body.photos : []
  const named: readonly unknown[] = Array.isArray(body.photos) ? body.photos : []
  return named.flatMap((each) => (photoSchema.safeParse(each).success ? [each as PhotoRef] : []))
}

/** Chunks of a file are gathered to so many bytes before they become a blob of their own. */
const PART_BYTES = 8 << 20

/** Where the archive goes: summed, and kept as blobs, which the browser puts where it likes. */
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
  // The last chunk is held back: it ends with the length of the comment, which is to be the sum of all before it.
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

/**
 * Events and the originals of their photos as one file; a photo at a time is in memory. `photo` gives an original, or null
 * where it was let go after a receipt.
 */
export async function writeBundle(
  device: string,
  events: readonly LedgerEvent[],
  keys: ReadonlyMap<string, Uint8Array>,
  photo: (hash: string) => Promise<Blob | null>,
  made: string,
): Promise<Blob> {
  const sink = bundleSink()
  // Photos are packed already; the worker that this runs in is not the page's.
  const zip = new ZipWriter(sink.stream, { level: 0, useWebWorkers: false, extendedTimestamp: false })
  const photos: { hash: string; bytes: number }[] = []
  for (const { hash } of photosOf(events)) {
    const blob = await photo(hash)
    if (!blob) continue
    await zip.add(photoPath(hash), new BlobReader(blob))
    photos.push({ hash, bytes: blob.size })
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
  }
  await zip.add(EVENTS, new Uint8ArrayReader(lines))
  await zip.add(MANIFEST, new Uint8ArrayReader(utf8ToBytes(canonical(manifest))))
  await zip.close()
  return sink.finish()
}
