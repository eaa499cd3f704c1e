import type { Problem } from '@/domain/problem'
import type { Descriptor } from '@/io/package/descriptor'
import { type MonthlyFiles, monthlyFiles } from '@/io/package/monthly-files'
import type { RangedFiles } from '@/io/package/package-files'
import { RangeFault } from '@/io/package/ranged-file'
import { openReadings, type ReadingsFile, ReadingsRefused } from './open-readings'

/** Roles of a package's monitor data: readings, or their hourly means. */
export type ReadingsRole = 'readings' | 'readings-hourly'

/** Files of readings by month. */
export type MonthlyReadings = MonthlyFiles<ReadingsFile>

/** The readings in a package's folder, read by ranges on demand. */
export const packageReadings = (files: RangedFiles, descriptor: Descriptor, role: ReadingsRole): MonthlyReadings =>
  monthlyFiles(
    files,
    descriptor,
    role,
    async (buffer, path) => {
      const file = await openReadings(buffer)
      const dataClass = descriptor.resources.find((each) => each.path === path)!.chentu.class
      return {
        ...file,
        dataClass,
        read: (wanted) =>
          file.read(wanted).catch((error: unknown) => {
            throw new RangeFault(readingsProblem(path, error))
          }),
      }
    },
    readingsProblem,
  )

/** The problem for a file of readings that cannot be read. */
function readingsProblem(path: string, error: unknown): Problem {
  if (error instanceof RangeFault) return error.problem
  const isNone = error instanceof ReadingsRefused && error.why === 'no-parquet'
  return { code: 'readings-unreadable', file: path, ...(isNone && { expected: 'Parquet' }) }
}
