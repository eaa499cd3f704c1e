import type { ExportHints } from '@/domain/monitoring/export-form'
import type { HourRule } from '@/domain/monitoring/hours'
import type { ExportProgress } from '@/io/formats/export-table'
import { FileChangedError, problemOf } from '@/io/formats/file-errors'
import { readExport } from '@/io/readings/read-export'
import type { ReadWithId } from '@/workspace/readings-desk'

/** A file of readings, the user's choices for it, and the result so far. */
export interface FileOfReadings {
  readonly file: File
  readonly said: ExportHints
  /** Whether its times were read as the start or the end of the interval measured. */
  readonly stamp: HourRule['stamp']
  readonly read: ReadWithId
}

/**
 * A file with its times in the package's current convention: another package may have been opened since it was read.
 */
export async function stampedAs(
  of: FileOfReadings,
  stamp: HourRule['stamp'],
  say: () => void,
): Promise<FileOfReadings> {
  const hasStamp = of.read.times.some(({ stamp }) => stamp !== null)
  return of.stamp === stamp || !hasStamp ? of : readAgain({ ...of, stamp }, say)
}

/** Reads a file again with the stamp and hints of `of`. @throws FileChangedError if the file has changed or is gone */
export async function readAgain(of: FileOfReadings, say: (progress: ExportProgress) => void): Promise<FileOfReadings> {
  try {
    const read = await readExport(of.file, say, of.said, of.stamp)
    if (read) return { ...of, read: { ...read, id: of.read.id } }
  } catch (error) {
    if (problemOf(error, of.file.name).code !== 'file-vanished') throw error
  }
  throw new FileChangedError(of.file.name)
}
