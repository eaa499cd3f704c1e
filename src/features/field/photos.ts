import type { Position } from '@/domain/geodesy/position'
import type { PhotoRef } from '@/ledger/event'
import { photoWorker } from '@/workers/photo'

/** A photo on its way into a record. */
export interface TakenPhoto {
  readonly ref: PhotoRef
  readonly original: Blob
  readonly shown: Blob
}

/** Hashes and shrinks a photo away from the page; time, place and name are written into the small copy. */
export async function takePhoto(file: Blob, name: string, position: Position | null): Promise<TakenPhoto> {
  const at = new Date().toISOString()
  const place = position ? position.map((degrees) => degrees.toFixed(5)).join(', ') : '—'
  const { hash, shown } = await photoWorker().prepare(file, [name, `${at.slice(0, 19).replace('T', ' ')} UTC`, place])
  return { ref: { hash, bytes: file.size, at, position }, original: file, shown }
}
