import type { ExportHints } from '@/domain/monitoring/export-form'
import type { Stamp } from '@/domain/monitoring/interval'
import { restamped } from '@/domain/monitoring/restamp'
import type { ExportProgress } from '@/io/formats/export-table'
import { type ReadExport, readExport } from './read-export'

/**
 * Reads an export as {@link readExport} does. If the user stated which end of its interval a time marks, times are taken
 * as they are written, whatever the file shows of them, and converted from that.
 */
export async function readStated(
  file: File,
  onProgress: (progress: ExportProgress) => void,
  hints: ExportHints,
  stamp: Stamp,
): Promise<ReadExport | null> {
  if (hints.stamp === undefined) return readExport(file, onProgress, hints, stamp)
  const read = await readExport(file, onProgress, hints)
  return read && { ...read, readings: restamped(read.readings, hints.stamp, stamp) }
}
