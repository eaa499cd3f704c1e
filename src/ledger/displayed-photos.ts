import type { PhotoRef } from './references'

/**
 * Photos as shown to people: an annotated copy replaces its original, which it names in `markOf`. Originals stay in the
 * record, in bundles and on disk. Only originals are hidden, so that no photo can hide another one's annotated copy.
 */
export function displayedPhotos(photos: readonly PhotoRef[]): readonly PhotoRef[] {
  const drawnOn = new Set(photos.map(({ markOf }) => markOf))
  return photos.filter(({ hash, markOf }) => markOf !== undefined || !drawnOn.has(hash))
}
