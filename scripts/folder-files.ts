import { readFileSync } from 'node:fs'
import { isAbsolute, join, relative, resolve } from 'node:path'
import type { PackageFiles } from '@/io/package/package-files'

/** Gives access to the files of one local folder and nothing outside it. */
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
