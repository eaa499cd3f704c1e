import type { RangedFile } from '@/io/package/ranged-file'
import type { RecentReads } from './recent-reads'

/** Size of the pieces requested and cached; columns of one row group are adjacent. */
const BLOCK_BYTES = 131_072

/**
 * Reads a file in whole blocks, each fetched once while it is cached under `name`, so that many small reads need few
 * requests.
 */
export function inBlocks(file: RangedFile, name: string, recent: RecentReads): RangedFile {
  const block = (number: number): Promise<ArrayBuffer> => {
    const from = number * BLOCK_BYTES
    const read = () => file.slice(from, Math.min(file.byteLength, from + BLOCK_BYTES))
    return recent.get(`${name} block ${number}`, read, ({ byteLength }) => byteLength)
  }
  return {
    byteLength: file.byteLength,
    async slice(start, end = file.byteLength) {
      const from = start < 0 ? Math.max(0, file.byteLength + start) : start
      const until = Math.min(end, file.byteLength)
      if (until <= from) return new ArrayBuffer(0)
      const [first, last] = [Math.floor(from / BLOCK_BYTES), Math.floor((until - 1) / BLOCK_BYTES)]
      const blocks = await Promise.all(Array.from({ length: last - first + 1 }, (_, i) => block(first + i)))
      const begin = first * BLOCK_BYTES
      if (blocks.length === 1) return blocks[0]!.slice(from - begin, until - begin)
      const bytes = new Uint8Array(until - from)
      blocks.forEach((each, i) => {
        const at = begin + i * BLOCK_BYTES
        const part = new Uint8Array(each).subarray(Math.max(0, from - at), Math.max(0, until - at))
        bytes.set(part, Math.max(0, at - from))
      })
      return bytes.buffer
    },
  }
}
