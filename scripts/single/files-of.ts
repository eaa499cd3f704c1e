import { readdirSync, readFileSync } from 'node:fs'
import { join, relative } from 'node:path'

/** All files of a folder by relative path, in the same order on every machine. */
export function filesOf(folder: string): Map<string, Buffer> {
  const paths = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((each) => each.isFile())
    .map((each) => relative(folder, join(each.parentPath, each.name)).replaceAll('\\', '/'))
  return new Map(paths.sort().map((path) => [path, readFileSync(join(folder, path))]))
}
