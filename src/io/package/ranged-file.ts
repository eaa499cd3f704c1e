import type { Problem } from '@/domain/problem'

/** A file of which pieces are read. `until` is the first byte that is not wanted; a place before 0 counts from the end. */
export interface RangedFile {
  /** Bytes. */
  readonly byteLength: number
  /** @throws RangeFault where the piece can't be had any more */
  slice(from: number, until?: number): Promise<ArrayBuffer>
}

/** Why a piece of a file that could be opened can't be read. */
export class RangeFault extends Error {
  constructor(readonly problem: Problem) {
    super(problem.code)
  }
}

/** A file that this device holds. */
export const blobFile = (blob: Blob): RangedFile => ({
  byteLength: blob.size,
  slice: (from, until) => blob.slice(from, until).arrayBuffer(),
})

/** How bytes from one on and before another are asked for: past a cache, which may mix ranges of two states of a file. */
export const rangeOf = (from: number, until: number): RequestInit => ({
  headers: { range: `bytes=${from}-${until - 1}` },
  cache: 'no-store',
})

/** How many bytes the whole file has of which an answer is a piece; null where it is none. */
export function totalOf({ status, headers }: Response): number | null {
  const total = status === 206 ? headers.get('content-range')?.match(/^bytes \d+-\d+\/(\d+)$/)?.[1] : undefined
  return total === undefined ? null : Number(total)
}
