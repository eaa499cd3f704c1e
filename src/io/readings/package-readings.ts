import type { Problem, Result } from '@/domain/problem'
import type { Descriptor } from '@/io/package/descriptor'
import type { RangedFiles } from '@/io/package/package-files'
import { RangeFault } from '@/io/package/ranged-file'
import { openReadings, type ReadingsFile, ReadingsRefused } from './open-readings'

/** What a package has of its monitors: their readings, or the means of these by hour. */
export type ReadingsRole = 'readings' | 'readings-hourly'

/** Files of readings by month. */
export interface MonthlyReadings {
  /** Months of which there is a file, as `2022-06` in Asia/Shanghai, oldest first. */
  readonly months: readonly string[]
  /** The files of a month, those of later readings last; each is opened once. What can't be read is a problem beside the rest. */
  open(month: string): Promise<Result<readonly ReadingsFile[]>>
}

const MONTH = /^\d{4}-(0[1-9]|1[0-2])$/

/** The readings of a package in its place, read by ranges and only when asked for. A resource without a month has none. */
export function packageReadings(files: RangedFiles, { resources }: Descriptor, role: ReadingsRole): MonthlyReadings {
  const byMonth = new Map<string, string[]>()
  for (const { path, chentu } of resources) {
    const { month } = chentu
    if (chentu.role !== role || typeof month !== 'string' || !MONTH.test(month)) continue
    byMonth.set(month, [...(byMonth.get(month) ?? []), path])
  }
  const opened = new Map<string, Promise<ReadingsFile>>()
  const once = (path: string): Promise<ReadingsFile> => {
    const known = opened.get(path)
    if (known) return known
    const file = openFile(files, path)
    opened.set(path, file)
    // What could not be read now may be later.
    file.catch(() => opened.delete(path))
    return file
  }
  return {
    months: [...byMonth.keys()].sort(),
    async open(month) {
      const value: ReadingsFile[] = []
      const problems: Problem[] = []
      for (const path of byMonth.get(month) ?? [])
        await once(path).then(
          (file) => value.push(file),
          (error: unknown) => problems.push(readingsProblem(path, error)),
        )
      return { value, problems }
    },
  }
}

async function openFile(files: RangedFiles, path: string): Promise<ReadingsFile> {
  const got = await files.ranged(path)
  if ('problem' in got) throw new RangeFault(got.problem)
  const file = await openReadings(got.file)
  return {
    ...file,
    read: (wanted) =>
      file.read(wanted).catch((error: unknown) => {
        throw new RangeFault(readingsProblem(path, error))
      }),
  }
}

/** Why a file of readings can't be read. */
function readingsProblem(path: string, error: unknown): Problem {
  if (error instanceof RangeFault) return error.problem
  const seen = error instanceof ReadingsRefused ? error.why : String(error)
  return { code: 'readings-unreadable', file: path, seen }
}
