import { localMinute } from '@/domain/calendar'
import type { Position } from '@/domain/geodesy/position'
import type { PhotoRef } from '@/ledger/event'
import { WorkerStopped } from '@/workers/live-worker'
import { photoWorker } from '@/workers/photo'

/** A photo on its way into a record. */
export interface TakenPhoto {
  readonly ref: PhotoRef
  readonly original: Blob
  readonly shown: Blob
}

/**
 * Hashes and shrinks a photo away from the page; time, place and name are written into the small copy.
 * @throws where the file is not an image that this browser reads; `WorkerStopped` where its memory does not hold it.
 */
export async function takePhoto(file: Blob, name: string, position: Position | null): Promise<TakenPhoto> {
  const at = new Date().toISOString()
  const place = position ? position.map((degrees) => degrees.toFixed(5)).join(', ') : '—'
  const lines = [name, localMinute(at), place]
  // A photo can't be taken again, and preparing it writes nothing: after a worker that died it is tried once more.
  const { hash, shown, taken } = await photoWorker()
    .prepare(file, lines)
    .catch((error: unknown) => {
      if (error instanceof WorkerStopped) return photoWorker().prepare(file, lines)
      throw error
    })
  return { ref: { hash, bytes: file.size, at, position, taken }, original: file, shown }
}

/** Photos as references in a record, and with their bytes as the ledger stores them. */
export const refsOf = (photos: readonly TakenPhoto[]) => photos.map(({ ref }) => ref)
export const storedOf = (photos: readonly TakenPhoto[]) =>
  photos.map(({ ref, original, shown }) => ({ hash: ref.hash, original, shown }))
