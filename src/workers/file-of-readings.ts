import type { ExportHints } from '@/domain/monitoring/export-form'
import type { HourRule } from '@/domain/monitoring/hours'
import type { ExportProgress } from '@/io/formats/export-table'
import { FileChangedError, problemOf } from '@/io/formats/file-errors'
import { readExport } from '@/io/readings/read-export'
import { hourRule } from '@/workspace/readings/hour-rule'
import type { ReadWithId } from '@/workspace/readings/readings-desk'

/** A file of readings, the user's choices for it, and the result so far. */
export interface FileOfReadings {
  readonly file: File
  readonly said: ExportHints
  /** By which its times were read as begins or ends, and values of packets left out. */
  readonly rule: HourRule
  readonly read: ReadWithId
}

/**
 * A file as the package's current rule has it read: another package may have been opened since it was read.
 */
export async function readByRule(of: FileOfReadings, rule: HourRule, say: () => void): Promise<FileOfReadings> {
  const { times, isByRule = false } = of.read
  const isOther = of.rule.stamp !== rule.stamp
  const isOtherHour = isOther || of.rule.leastMinutes !== rule.leastMinutes
  const isAgain = (isOther && times.some(({ stamp }) => stamp !== null)) || (isOtherHour && isByRule)
  return isAgain ? readAgain({ ...of, rule }, say) : of
}

/** Reads a file again with the rule and hints of `of`. @throws FileChangedError if the file has changed or is gone */
export async function readAgain(of: FileOfReadings, say: (progress: ExportProgress) => void): Promise<FileOfReadings> {
  try {
    const read = await readExport(of.file, say, of.said, of.rule)
    if (read) return { ...of, read: { ...read, id: of.read.id } }
  } catch (error) {
    if (problemOf(error, of.file.name).code !== 'file-vanished') throw error
  }
  throw new FileChangedError(of.file.name)
}

export const readOf = ({ read }: FileOfReadings) => read

/** Files as read with the times that the package takes now. */
export async function stampedExports(of: readonly FileOfReadings[], hour: HourRule | undefined, say: () => void) {
  const stamped: FileOfReadings[] = []
  for (const each of of) stamped.push(await readByRule(each, hourRule(hour), say))
  return stamped.map(readOf)
}
