import { localMinute } from '@/domain/calendar'
import type { Mark } from '@/domain/field/mark'
import type { Position } from '@/domain/geodesy/position'
import { displayedPhotos } from '@/ledger/displayed-photos'
import type { PhotoRef } from '@/ledger/references'
import { WorkerStopped } from '@/workers/live-worker'
import { photoWorker } from '@/workers/photo'

/** A photo of a draft. */
export interface TakenPhoto {
  readonly ref: PhotoRef
  readonly original: Blob
  readonly shown: Blob
}

/**
 * Hashes and shrinks a photo in a worker; time, place and name are written into the small copy.
 * @throws if the file is not an image that this browser reads; `WorkerStopped` if the worker runs out of memory.
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
  // A photo can't be taken again, and preparing it writes nothing: after a worker died it is tried once more.
  const { hash, shown, taken } = await photoWorker()
    .makeShownCopy(file, lines)
    .catch((error: unknown) => {
      if (error instanceof WorkerStopped) return photoWorker().makeShownCopy(file, lines)
      throw error
    })
  const ref = { hash, bytes: file.size, at, position, taken, ...(item === undefined ? {} : { item }) }
  return { ref, original: file, shown }
}

/**
 * Makes a copy of a photo with drawn marks, in a worker; the photo itself is unchanged. Marks are drawn on the small
 * copy, so that time and place stay readable and large camera photos cause no delay. Drawing on a copy gives a new copy
 * of the same photo.
 */
export async function markPhoto({ ref, shown }: TakenPhoto, marks: readonly Mark[]): Promise<TakenPhoto> {
  const { hash, copy } = await photoWorker().drawMarks(shown, marks)
  return { ref: { ...ref, hash, bytes: copy.size, markOf: ref.markOf ?? ref.hash }, original: copy, shown: copy }
}

/** Photos without the given one and its counterpart (the copy drawn on it, or the photo a copy is of). */
export function withoutPhoto(photos: readonly TakenPhoto[], { ref }: TakenPhoto): readonly TakenPhoto[] {
  const gone = ref.markOf ?? ref.hash
  return photos.filter((each) => (each.ref.markOf ?? each.ref.hash) !== gone)
}

/** The same for the photo references of a record. */
export function withoutRef(photos: readonly PhotoRef[], { hash, markOf }: PhotoRef): readonly PhotoRef[] {
  const gone = markOf ?? hash
  return photos.filter((each) => (each.markOf ?? each.hash) !== gone)
}

/** Photos with others added: no duplicates, and only the latest drawing of each photo. */
export function withPhotos(photos: readonly TakenPhoto[], added: readonly TakenPhoto[]): readonly TakenPhoto[] {
  const isSame = (a: TakenPhoto, b: TakenPhoto) =>
    a.ref.hash === b.ref.hash || (a.ref.markOf !== undefined && a.ref.markOf === b.ref.markOf)
  return [...photos.filter((photo) => !added.some((each) => isSame(photo, each))), ...added]
}

/** Photos with a drawn copy of one of them added; unchanged if its photo was removed meanwhile. */
export const withCopy = (photos: readonly TakenPhoto[], copy: TakenPhoto): readonly TakenPhoto[] =>
  photos.some(({ ref }) => (ref.markOf ?? ref.hash) === copy.ref.markOf) ? withPhotos(photos, [copy]) : photos

/** Photos as the user sees them: a drawn copy replaces its photo. */
export function seenTaken(photos: readonly TakenPhoto[]): readonly TakenPhoto[] {
  const seen = new Set(displayedPhotos(refsOf(photos)).map(({ hash }) => hash))
  return photos.filter(({ ref }) => seen.has(ref.hash))
}

/** Photos as references in a record; {@link storedOf} gives them with their bytes as the ledger stores them. */
export const refsOf = (photos: readonly TakenPhoto[]) => photos.map(({ ref }) => ref)
export const storedOf = (photos: readonly TakenPhoto[]) =>
  photos.map(({ ref, original, shown }) => ({ hash: ref.hash, original, shown }))
