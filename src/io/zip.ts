import { type Unzipped, unzipSync } from 'fflate'

/** No office's archive is larger than this when unpacked; a bomb says that it is. */
const MOST_BYTES = 512 * 1024 * 1024

/** An archive that would unpack to more than anybody could use. */
export class TooLargeError extends Error {
  override name = 'TooLargeError'

  constructor(readonly bytes: number) {
    super(`unpacks to ${bytes} bytes`)
  }
}

/** Names and sizes of the files in an archive, without unpacking any. @throws when it is no archive. */
export function listZip(bytes: Uint8Array): Map<string, number> {
  const sizes = new Map<string, number>()
  unzipSync(bytes, {
    filter({ name, originalSize }) {
      sizes.set(name, originalSize)
      return false
    },
  })
  return sizes
}

/** Refuses an archive that unpacks to too much. @throws TooLargeError */
export function refuseBomb(sizes: ReadonlyMap<string, number>): void {
  const bytes = [...sizes.values()].reduce((sum, size) => sum + size, 0)
  if (bytes > MOST_BYTES) throw new TooLargeError(bytes)
}

/**
 * The files of an archive that `wanted` names. Each is unpacked into the space that the archive states for it and no more,
 * so that a false statement ends in an error, not in a full memory.
 * @throws TooLargeError, or an error where the archive is broken.
 */
export function readZip(bytes: Uint8Array, wanted: (name: string) => boolean): Unzipped {
  refuseBomb(listZip(bytes))
  return unzipSync(bytes, {
    filter: ({ name }) => wanted(name) && !name.startsWith('__MACOSX/') && !name.endsWith('/'),
  })
}
