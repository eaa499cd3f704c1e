import type { Month } from '@/domain/calendar'
import { grouped } from '@/domain/grouped'
import { joinReadings } from '@/domain/monitoring/join-readings'
import { PARAMETERS } from '@/domain/monitoring/parameter'
import type { Minute } from '@/domain/monitoring/readings'
import type { DataClass } from '@/domain/sources/kinds/data-class'
import { isSameClass } from '@/io/kept/part-class'
import { PartLost, rangesOf } from '@/io/kept/part-shelf'
import { lostMonths } from './lost-parts'
import { openReadings, type ReadingsFile } from './open-readings'
import { type DeviceOfPart, newRowsOf, ownRows, type ReadingsPart, type ReadingsShelf } from './readings-shelf'

/** A stored device in a month. */
interface KeptDevice {
  readonly code: string
  /** Readings, each counted once. */
  readonly rows: number
  /** Whether `rows` may count replaced readings too: an earlier version stored them and did not count which. */
  readonly isAtMost: boolean
  readonly from: Minute
  readonly until: Minute
  /** Name in the last file that had one. */
  readonly name?: string
}

/** A stored month of readings. */
export interface KeptMonth {
  readonly month: Month
  readonly bytes: number
  /** Number of readings, each counted once. */
  readonly rows: number
  /** Whether `rows` is an upper figure, since that of a device is. */
  readonly isAtMost: boolean
  /** Number of these that are made up. */
  readonly madeUp: number
  /** Number of these that cannot be read any more; absent if all can. */
  readonly lost?: number
  readonly parts: number
  /** By device code. */
  readonly devices: readonly KeptDevice[]
}

/** Facts about a stored month, from its parts, oldest first. */
export function keptMonth(month: Month, parts: readonly ReadingsPart[]): KeptMonth {
  const devices = new Map<string, KeptDevice>()
  // Real and made-up readings of a device replace no others of the other class.
  const before = new Map<string, DeviceOfPart[]>()
  for (const { dataClass, devices: own } of parts)
    for (const each of own) {
      const { code, from, until, name, again } = each
      const key = `${isSameClass({ ...(dataClass && { dataClass }) }, 'real')} ${code}`
      const earlier = before.get(key) ?? []
      before.set(key, [...earlier, each])
      const isUntold = again === undefined && earlier.some((of) => of.from <= until && of.until >= from)
      const known = devices.get(code)
      const called = name ?? known?.name
      devices.set(code, {
        code,
        rows: ownRows(each) + (known?.rows ?? 0),
        isAtMost: isUntold || (known?.isAtMost ?? false),
        from: Math.min(from, known?.from ?? from),
        until: Math.max(until, known?.until ?? until),
        ...(called !== undefined && { name: called }),
      })
    }
  const sum = (of: (part: ReadingsPart) => number) => parts.reduce((all, part) => all + of(part), 0)
  return {
    month,
    bytes: sum(({ bytes }) => bytes),
    rows: sum(newRowsOf),
    isAtMost: [...devices.values()].some(({ isAtMost }) => isAtMost),
    madeUp: sum((part) => (part.dataClass === 'illustrative' ? newRowsOf(part) : 0)),
    parts: parts.length,
    devices: [...devices.values()].sort((a, b) => (a.code < b.code ? -1 : 1)),
  }
}

/** Files of readings as one: for the same device and minute, a later file overrides an earlier one. */
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

/** The stored months of readings, oldest first, and what cannot be read of them. */
export async function listKept(shelf: ReadingsShelf): Promise<KeptMonth[]> {
  const months = grouped(await shelf.list(), ({ month }) => month)
  const lost = new Map(
    (await lostMonths(shelf, [...months.keys()], ['real', 'illustrative'])).map(({ month, rows }) => [month, rows]),
  )
  return [...months]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([month, parts]) => ({
      ...keptMonth(month, parts),
      ...(lost.has(month) && { lost: lost.get(month)! }),
    }))
}

async function openParts(shelf: ReadingsShelf, month: Month, dataClass: DataClass): Promise<ReadingsFile | null> {
  const parts = (await shelf.list()).filter((part) => part.month === month && isSameClass(part, dataClass))
  if (parts.length === 0) return null
  return joinedFiles(await Promise.all(parts.map(async (part) => openReadings(rangesOf(await shelf.fileOf(part))))))
}

/**
 * The stored readings of a month, either real or made-up, readable by device, time and parameter; null if there are
 * none. @throws PartLost
 */
export async function openKept(
  shelf: ReadingsShelf,
  month: Month,
  dataClass: DataClass = 'real',
): Promise<ReadingsFile | null> {
  try {
    return await openParts(shelf, month, dataClass)
  } catch (error) {
    // The files were merged after the list was read: the list now names the merged file.
    if (error instanceof PartLost) return openParts(shelf, month, dataClass)
    throw error
  }
}

/** The same of what can be read: for an import, whose readings are stored also beside files that are lost. */
export async function openReadable(
  shelf: ReadingsShelf,
  month: Month,
  dataClass: DataClass = 'real',
): Promise<ReadingsFile | null> {
  try {
    return await openKept(shelf, month, dataClass)
  } catch {
    const parts = (await shelf.list()).filter((part) => part.month === month && isSameClass(part, dataClass))
    const opening = parts.map(async (part) => openReadings(rangesOf(await shelf.fileOf(part))))
    const files = (await Promise.allSettled(opening)).flatMap((each) => (each.status === 'fulfilled' ? each.value : []))
    return files.length > 0 ? joinedFiles(files) : null
  }
}
