import { type Zippable, zipSync } from 'fflate'

const UNIX = 3
const READABLE = 0o100644

/** The earliest day that an archive can write. */
const EARLIEST = new Date(Date.UTC(1980, 0, 1))

/**
 * Files as one .zip under a folder's name, all of one time: a build makes each of them anew. Servers tell versions of a file by its
 * time and size, so that a release has to have a later one than the last. The same files and time give the same bytes, on every
 * machine and day.
 */
export function zipFolder(folder: string, files: ReadonlyMap<string, Uint8Array>, of = EARLIEST): Uint8Array {
  const time = of < EARLIEST ? EARLIEST : of
  const members: Zippable = {}
  // An archive writes times by the clock of its place: that of UTC stands in it everywhere.
  const [year, month, day] = [time.getUTCFullYear(), time.getUTCMonth(), time.getUTCDate()]
  const mtime = new Date(year, month, day, time.getUTCHours(), time.getUTCMinutes(), time.getUTCSeconds())
  for (const path of [...files.keys()].sort())
    members[`${folder}/${path}`] = [files.get(path)!, { level: 9, mtime, os: UNIX, attrs: READABLE << 16 }]
  return zipSync(members)
}
