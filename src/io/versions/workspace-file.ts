import { zipSync } from 'fflate'
import type { Result } from '@/domain/problem'
import { problemOf } from '@/io/formats/file-errors'
import { Archive } from '@/io/formats/zip'
import { DESCRIPTOR } from '@/io/package/package-files'

/** The earliest date that a ZIP can contain, so that the same files always give the same bytes. */
const PACKED_ON = new Date(1980, 0, 1)

/** A package as one .zip, readable by any tool for data packages. */
export async function packFiles(files: ReadonlyMap<string, Blob>): Promise<Blob> {
  const entries = await Promise.all(
    [...files].map(async ([path, blob]) => [path, new Uint8Array(await blob.arrayBuffer())] as const),
  )
  entries.sort(([a], [b]) => (a < b ? -1 : 1))
  return new Blob([zipSync(Object.fromEntries(entries), { mtime: PACKED_ON }) as Uint8Array<ArrayBuffer>], {
    type: 'application/zip',
  })
}

/**
 * The files of a packed package; a single enclosing folder is removed. Null with the problem if it is not a package.
 */
export async function unpackFiles(file: File): Promise<Result<Map<string, Blob>>> {
  try {
    const unpacked = await (await Archive.open(file)).read(() => true)
    const descriptor = [...unpacked.keys()].find((path) => path === DESCRIPTOR || path.endsWith(`/${DESCRIPTOR}`))
    if (!descriptor) return { value: null, problems: [{ code: 'file-kind-unknown', file: file.name }] }
    const folder = descriptor.slice(0, -DESCRIPTOR.length)
    const files = new Map<string, Blob>()
    for (const [path, bytes] of unpacked)
      if (path.startsWith(folder)) files.set(path.slice(folder.length), new Blob([bytes]))
    return { value: files, problems: [] }
  } catch (error) {
    return { value: null, problems: [problemOf(error, file.name)] }
  }
}
