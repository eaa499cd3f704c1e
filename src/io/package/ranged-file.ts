import type { Problem } from '@/domain/problem'

/** A file that is read in pieces. `until` is exclusive; a negative position counts from the end. */
export interface RangedFile {
  /** Bytes. */
  readonly byteLength: number
  /** @throws RangeFault if the piece is no longer available */
  slice(from: number, until?: number): Promise<ArrayBuffer>
}

/** Why a piece of an opened file cannot be read. */
export class RangeFault extends Error {
  constructor(readonly problem: Problem) {
    super(problem.code)
  }
}

/** A file on this device. */
export const blobFile = (blob: Blob): RangedFile => ({
  byteLength: blob.size,
  slice: (from, until) => blob.slice(from, until).arrayBuffer(),
})

/** Request for bytes `from` up to `until`, bypassing the cache, which may mix ranges of two versions of a file. */
export const rangeOf = (from: number, until: number): RequestInit => ({
  headers: { range: `bytes=${from}-${until - 1}` },
  cache: 'no-store',
})

/** Total size of the file of which a response is a part; null if it is not partial content. */
export function totalOf({ status, headers }: Response): number | null {
  const total = status === 206 ? headers.get('content-range')?.match(/^bytes \d+-\d+\/(\d+)$/)?.[1] : undefined
  return total === undefined ? null : Number(total)
}
