import { readFileSync } from 'node:fs'
import { isAbsolute, join, relative, resolve } from 'node:path'
import type { PackageFiles } from '@/io/package/package-files'

/** The files of a folder of this machine, and of no other. */
export function filesIn(folder: string): PackageFiles {
  return {
    async read(path) {
      const within = relative(folder, resolve(folder, path))
      if (within.startsWith('..') || isAbsolute(within)) return { problem: { code: 'file-unreachable', file: path } }
      try {
        return { blob: new Blob([readFileSync(join(folder, within))]) }
      } catch (error) {
        return { problem: { code: 'file-unreachable', file: path, seen: String(error) } }
      }
    },
  }
}
