import type { AsyncBuffer } from 'hyparquet'
import type { Problem, Result } from '@/domain/problem'
import type { Descriptor } from './descriptor'
import type { RangedFiles } from './package-files'
import { RangeFault } from './ranged-file'

/** Files of one sort by month. */
export interface MonthlyFiles<File> {
  /** Months of which there is a file, as `2022-06` in Asia/Shanghai, oldest first. */
  readonly months: readonly string[]
  /** The files of a month, those of later ones last; each is opened once. What can't be read is a problem beside the rest. */
  open(month: string): Promise<Result<readonly File[]>>
}

const MONTH = /^\d{4}-(0[1-9]|1[0-2])$/

/** Files of a role of a package, read by ranges and only when asked for. A resource without a month is none. `openFile` throws RangeFault. */
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
    // What could not be read now may be later.
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
