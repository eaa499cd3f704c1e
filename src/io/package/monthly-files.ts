import type { AsyncBuffer } from 'hyparquet'
import type { Problem, Result } from '@/domain/problem'
import type { Descriptor } from './descriptor'
import type { RangedFiles } from './package-files'
import { RangeFault } from './ranged-file'

/** Files of one role by month. */
export interface MonthlyFiles<File> {
  /** Months with a file, as `2022-06` in Asia/Shanghai, oldest first. */
  readonly months: readonly string[]
  /**
   * The files of a month, later resources last; each is opened only once. Files that cannot be read are reported as
   * problems.
   */
  open(month: string): Promise<Result<readonly File[]>>
}

const MONTH = /^\d{4}-(0[1-9]|1[0-2])$/

/**
 * Files of one role of a package, read by ranges on demand. Resources without a month are ignored. `openFile` throws
 * RangeFault.
 */
export function monthlyFiles<File>(
  files: RangedFiles,
  { resources }: Pick<Descriptor, 'resources'>,
  role: string,
  openFile: (file: AsyncBuffer, path: string) => Promise<File>,
  problemOf: (path: string, error: unknown) => Problem,
): MonthlyFiles<File> {
  const byMonth = new Map<string, string[]>()
  for (const { path, chentu } of resources) {
    const { month } = chentu
    if (chentu.role !== role || typeof month !== 'string' || !MONTH.test(month)) continue
    byMonth.set(month, [...(byMonth.get(month) ?? []), path])
  }
  const opened = new Map<string, Promise<File>>()
  const opening = async (path: string): Promise<File> => {
    const got = await files.ranged(path)
    if ('problem' in got) throw new RangeFault(got.problem)
    return openFile(got.file, path)
  }
  const once = (path: string): Promise<File> => {
    const known = opened.get(path)
    if (known) return known
    const file = opening(path)
    opened.set(path, file)
    // A file that could not be read now may be readable later.
    file.catch(() => opened.delete(path))
    return file
  }
  return {
    months: [...byMonth.keys()].sort(),
    async open(month) {
      const value: File[] = []
      const problems: Problem[] = []
      for (const path of byMonth.get(month) ?? [])
        await once(path).then(
          (file) => value.push(file),
          (error: unknown) => problems.push(problemOf(path, error)),
        )
      return { value, problems }
    },
  }
}
