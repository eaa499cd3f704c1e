import { type Zippable, zipSync } from 'fflate'

const UNIX = 3
const READABLE = 0o100644

/** The earliest date that a zip archive can store. */
const EARLIEST = new Date(Date.UTC(1980, 0, 1))

/**
 * Zips files under a folder's name, all with one timestamp, because a build writes each of them anew. Servers detect
 * changed files by time and size, so a release needs a later time than the previous one. The same files and time give
 * the same bytes on every machine and day.
 */
export function zipFolder(folder: string, files: ReadonlyMap<string, Uint8Array>, of = EARLIEST): Uint8Array {
  const time = of < EARLIEST ? EARLIEST : of
  const members: Zippable = {}
  for (const path of [...files.keys()].sort())
    members[`${folder}/${path}`] = [files.get(path)!, { level: 9, mtime: time, os: UNIX, attrs: READABLE << 16 }]
  return inUtc(() => zipSync(members))
}

/** Zip stores local times, and in some time zones an hour is missing each spring; UTC has every hour. */
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
