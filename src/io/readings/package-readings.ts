import type { Problem } from '@/domain/problem'
import type { Descriptor } from '@/io/package/descriptor'
import { type MonthlyFiles, monthlyFiles } from '@/io/package/monthly-files'
import type { RangedFiles } from '@/io/package/package-files'
import { RangeFault } from '@/io/package/ranged-file'
import { openReadings, type ReadingsFile, ReadingsRefused } from './open-readings'

/** What a package has of its monitors: their readings, or the means of these by hour. */
export type ReadingsRole = 'readings' | 'readings-hourly'

/** Files of readings by month. */
export type MonthlyReadings = MonthlyFiles<ReadingsFile>

/** The readings of a package in its place, read by ranges and only when asked for. */
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

/** Why a file of readings can't be read. */
function readingsProblem(path: string, error: unknown): Problem {
  if (error instanceof RangeFault) return error.problem
  const isNone = error instanceof ReadingsRefused && error.why === 'no-parquet'
  return { code: 'readings-unreadable', file: path, ...(isNone && { expected: 'Parquet' }) }
}
