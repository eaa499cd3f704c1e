import type { RepeatedRows } from '@/domain/monitoring/repeated-rows'

/** Rows of files that repeat the device and time of an earlier row of the same file. */
export interface RepeatedInFiles {
  /** How many in all files, of how many devices. */
  readonly rows: number
  readonly devices: number
  /** By file and device, most rows first; not all of them if there are many. */
  readonly listed: readonly (RepeatedRows & { readonly id: number; readonly file: string })[]
}

interface OfFile {
  readonly id: number
  readonly file: string
  readonly repeated: readonly RepeatedRows[]
}

/** Sums up the repeated rows of files, and lists them for at most `most` devices of files. */
export function repeatedInFiles(files: readonly OfFile[], most: number): RepeatedInFiles {
  const all = files.flatMap(({ id, file, repeated }) => repeated.map((each) => ({ ...each, id, file })))
  return {
    rows: all.reduce((sum, { rows }) => sum + rows, 0),
    devices: new Set(all.map(({ device }) => device)).size,
    listed: all.sort((a, b) => b.rows - a.rows).slice(0, most),
  }
}
