import { localMinute } from '@/domain/calendar'
import type { Mark } from '@/domain/field/mark'
import type { Position } from '@/domain/geodesy/position'
import { seenPhotos } from '@/ledger/marked'
import type { PhotoRef } from '@/ledger/references'
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
export async function takePhoto(
  file: Blob,
  name: string,
  position: Position | null,
  item?: string,
): Promise<TakenPhoto> {
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
  const ref = { hash, bytes: file.size, at, position, taken, ...(item === undefined ? {} : { item }) }
  return { ref, original: file, shown }
}

/**
 * A copy of a photo with marks drawn on it, painted away from the page; the photo stays as it is. What is drawn on is the small
 * copy: time and place stay readable, and a camera's photo of any size holds nobody up. Drawn on again, the copy is of the same photo.
 */
export async function markPhoto({ ref, shown }: TakenPhoto, marks: readonly Mark[]): Promise<TakenPhoto> {
  const { hash, copy } = await photoWorker().mark(shown, marks)
  return { ref: { ...ref, hash, bytes: copy.size, markOf: ref.markOf ?? ref.hash }, original: copy, shown: copy }
}

/** Photos without one, and without the copy that was drawn of it, or the photo that the copy is of. */
export function withoutPhoto(photos: readonly TakenPhoto[], { ref }: TakenPhoto): readonly TakenPhoto[] {
  const gone = ref.markOf ?? ref.hash
  return photos.filter((each) => (each.ref.markOf ?? each.ref.hash) !== gone)
}

/** The same of photos that are in a record. */
export function withoutRef(photos: readonly PhotoRef[], { hash, markOf }: PhotoRef): readonly PhotoRef[] {
  const gone = markOf ?? hash
  return photos.filter((each) => (each.markOf ?? each.hash) !== gone)
}

/** Photos with others added: each once, and of each one drawing, the last. */
export function withPhotos(photos: readonly TakenPhoto[], added: readonly TakenPhoto[]): readonly TakenPhoto[] {
  const isSame = (a: TakenPhoto, b: TakenPhoto) =>
    a.ref.hash === b.ref.hash || (a.ref.markOf !== undefined && a.ref.markOf === b.ref.markOf)
  return [...photos.filter((photo) => !added.some((each) => isSame(photo, each))), ...added]
}

/** Photos with a copy that was drawn of one of them; without it where its photo was taken out meanwhile. */
export const withCopy = (photos: readonly TakenPhoto[], copy: TakenPhoto): readonly TakenPhoto[] =>
  photos.some(({ ref }) => (ref.markOf ?? ref.hash) === copy.ref.markOf) ? withPhotos(photos, [copy]) : photos

/** Photos as people see them: the copy that was drawn on stands for its photo. */
export function seenTaken(photos: readonly TakenPhoto[]): readonly TakenPhoto[] {
  const seen = new Set(seenPhotos(refsOf(photos)).map(({ hash }) => hash))
  return photos.filter(({ ref }) => seen.has(ref.hash))
}

/** Photos as references in a record, and with their bytes as the ledger stores them. */
export const refsOf = (photos: readonly TakenPhoto[]) => photos.map(({ ref }) => ref)
export const storedOf = (photos: readonly TakenPhoto[]) =>
  photos.map(({ ref, original, shown }) => ({ hash: ref.hash, original, shown }))
