import { type Zippable, zipSync } from 'fflate'

const UNIX = 3
const READABLE = 0o100644

/** Files as one .zip under a folder's name. The same files give the same bytes, on every machine and day. */
export function zipFolder(folder: string, files: ReadonlyMap<string, Uint8Array>): Uint8Array {
  const members: Zippable = {}
  // The earliest day that an archive can write: files have none of their own, since a build makes each of them anew. Made here,
  // since an archive writes days by the clock of its place.
  const mtime = new Date(1980, 0, 1)
  for (const path of [...files.keys()].sort())
    members[`${folder}/${path}`] = [files.get(path)!, { level: 9, mtime, os: UNIX, attrs: READABLE << 16 }]
  return zipSync(members)
}
