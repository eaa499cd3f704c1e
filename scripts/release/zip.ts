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
  for (const path of [...files.keys()].sort())
    members[`${folder}/${path}`] = [files.get(path)!, { level: 9, mtime: time, os: UNIX, attrs: READABLE << 16 }]
  return inUtc(() => zipSync(members))
}

/** An archive writes times by the clock of its place, of which an hour is missing in some places each spring: that of UTC has all. */
function inUtc<T>(act: () => T): T {
  const zone = process.env.TZ
  process.env.TZ = 'UTC'
  try {
    return act()
  } finally {
    if (zone === undefined) delete process.env.TZ
    else process.env.TZ = zone
  }
}
