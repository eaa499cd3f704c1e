import type { PhotoRef } from './references'

/**
 * Photos as people see them: where one was drawn on, the copy stands for it, and says of which it is (`markOf`). Originals
 * stay in the record, in bundles and on the disk; only an original gives way, so that no photo can hide another's copy.
 */
export function seenPhotos(photos: readonly PhotoRef[]): readonly PhotoRef[] {
  const drawnOn = new Set(photos.map(({ markOf }) => markOf))
  return photos.filter(({ hash, markOf }) => markOf !== undefined || !drawnOn.has(hash))
}
