import type { Problem } from '@/domain/problem'

/** The files of a data package, wherever they are kept. */
export interface PackageFiles {
  /** A file, or the problem that kept it from us. */
  read(path: string): Promise<{ blob: Blob } | { problem: Problem }>
}

/** Name of the descriptor of a package that we keep or write. */
export const DESCRIPTOR = 'datapackage.json'

/** Files beside a descriptor on the web. Nothing is asked of another host. */
export function fetchedFiles(base: URL): PackageFiles {
  return {
    async read(path) {
      const url = new URL(path, base)
      if (url.origin !== base.origin) {
        return { problem: { code: 'file-unreachable', file: path, seen: url.origin, expected: base.origin } }
      }
      try {
        const response = await fetch(url)
        if (!response.ok) return { problem: { code: 'file-unreachable', file: path, seen: `HTTP ${response.status}` } }
        return { blob: await response.blob() }
      } catch (error) {
        return { problem: { code: 'file-unreachable', file: path, seen: String(error) } }
      }
    },
  }
}

/** Files that are at hand already, by path. */
export function heldFiles(files: ReadonlyMap<string, Blob>): PackageFiles {
  return {
    async read(path) {
      const blob = files.get(path)
      return blob ? { blob } : { problem: { code: 'file-unreachable', file: path } }
    },
  }
}
