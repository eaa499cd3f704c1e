import { dayOfInstant } from '@/domain/calendar'
import { blockersOf } from './blockers'
import type { ImportItem } from './import-item'
import { type Progress, readItem } from './read-item'

/** Larger files are read only when no question is open, since every answer would require another read. */
const LARGE_BYTES = 20_000_000

/** Reads an item's rows, unless a large file still has open questions. @throws the signal's reason if cancelled. */
export async function readOrWait(
  item: ImportItem,
  progress: (progress: Progress) => void = () => undefined,
  signal: AbortSignal = new AbortController().signal,
): Promise<ImportItem> {
  if (item.file.bytes > LARGE_BYTES && blockersOf(item).length > 0) return item
  return readItem(item, dayOfInstant(new Date().toISOString()), progress, signal)
}
