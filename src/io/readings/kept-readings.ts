import type { Month } from '@/domain/calendar'
import { grouped } from '@/domain/grouped'
import { joinReadings } from '@/domain/monitoring/join-readings'
import { PARAMETERS } from '@/domain/monitoring/parameter'
import type { Minute } from '@/domain/monitoring/readings'
import type { DataClass } from '@/domain/sources/kinds/data-class'
import { isOfClass } from '@/io/kept/part-class'
import { PartLost, rangesOf } from '@/io/kept/part-shelf'
import { openReadings, type ReadingsFile } from './open-readings'
import type { ReadingsPart, ReadingsShelf } from './readings-shelf'

/** A device in a month, as it is kept. */
interface KeptDevice {
  readonly code: string
  /** Readings, as those of its month are counted. */
  readonly rows: number
  readonly from: Minute
  readonly until: Minute
  /** What the last file that called it anything called it. */
  readonly name?: string
}

/** A month of readings that is kept. */
export interface KeptMonth {
  readonly month: Month
  readonly bytes: number
  /** Readings, those that a later file replaced counted once more until the files are made one. */
  readonly rows: number
  /** Of them, those that were made up. */
  readonly madeUp: number
  readonly parts: number
  /** By their codes. */
  readonly devices: readonly KeptDevice[]
}

/** What is known of a month that is kept, by its parts. */
export function keptMonth(month: Month, parts: readonly ReadingsPart[]): KeptMonth {
  const devices = new Map<string, KeptDevice>()
  for (const { code, rows, from, until, name } of parts.flatMap((part) => part.devices)) {
    const known = devices.get(code)
    const called = name ?? known?.name
    devices.set(code, {
      code,
      rows: rows + (known?.rows ?? 0),
      from: Math.min(from, known?.from ?? from),
      until: Math.max(until, known?.until ?? until),
      ...(called !== undefined && { name: called }),
    })
  }
  const sum = (of: (part: ReadingsPart) => number) => parts.reduce((all, part) => all + of(part), 0)
  return {
    month,
    bytes: sum(({ bytes }) => bytes),
    rows: sum(({ rows }) => rows),
    madeUp: sum(({ rows, dataClass }) => (dataClass === 'illustrative' ? rows : 0)),
    parts: parts.length,
    devices: [...devices.values()].sort((a, b) => (a.code < b.code ? -1 : 1)),
  }
}

/** Files of readings as one: where they have the same device and minute, a later file stands before an earlier one. */
export function joinedFiles(files: readonly ReadingsFile[]): ReadingsFile {
  const [only] = files
  if (only && files.length === 1) return only
  return {
    rows: files.reduce((sum, { rows }) => sum + rows, 0),
    hasFlags: files.some(({ hasFlags }) => hasFlags),
    parameters: PARAMETERS.filter((each) => files.some(({ parameters }) => parameters.includes(each))),
    read: async (wanted) => joinReadings(await Promise.all(files.map((file) => file.read(wanted)))).readings,
  }
}

/** The readings of a file before a time. */
export const beginOf = (file: ReadingsFile, end: Minute): ReadingsFile => ({
  ...file,
  read: (wanted) => file.read({ ...wanted, until: Math.min(end, wanted.until ?? end) }),
})

/** The months of readings that a browser keeps, the earliest first. */
export async function listKept(shelf: ReadingsShelf): Promise<KeptMonth[]> {
  const months = grouped(await shelf.list(), ({ month }) => month)
  return [...months].sort(([a], [b]) => (a < b ? -1 : 1)).map(([month, parts]) => keptMonth(month, parts))
}

async function openParts(shelf: ReadingsShelf, month: Month, dataClass: DataClass): Promise<ReadingsFile | null> {
  const parts = (await shelf.list()).filter((part) => part.month === month && isOfClass(part, dataClass))
  if (parts.length === 0) return null
  return joinedFiles(await Promise.all(parts.map(async (part) => openReadings(rangesOf(await shelf.fileOf(part))))))
}

/**
 * The readings of a month that a browser keeps, the real ones or those that were made up, to be read by device, time and parameter;
 * null where it keeps none. @throws PartLost
 */
export async function openKept(
  shelf: ReadingsShelf,
  month: Month,
  dataClass: DataClass = 'real',
): Promise<ReadingsFile | null> {
  try {
    return await openParts(shelf, month, dataClass)
  } catch (error) {
    // Files that were made one since the list was read: it names that one now.
    if (error instanceof PartLost) return openParts(shelf, month, dataClass)
    throw error
  }
}
