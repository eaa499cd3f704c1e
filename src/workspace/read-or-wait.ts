import { dayOfInstant } from '@/domain/calendar'
import { blockersOf } from './blockers'
import type { ImportItem } from './import-item'
import { type Progress, readItem } from './read-item'

/** The rows of a larger file are read only once nothing has to be asked, since every answer would read them again. */
const LARGE_BYTES = 20_000_000

/** Reads an item's rows; of a large file that somebody has to be asked about they wait. @throws the signal's reason when it is cancelled. */
export async function readOrWait(
  item: ImportItem,
  progress: (progress: Progress) => void = () => undefined,
  signal: AbortSignal = new AbortController().signal,
): Promise<ImportItem> {
  if (item.file.bytes > LARGE_BYTES && blockersOf(item).length > 0) return item
  return readItem(item, dayOfInstant(new Date().toISOString()), progress, signal)
}
