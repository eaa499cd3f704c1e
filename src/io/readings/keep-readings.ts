import type { Month } from '@/domain/calendar'
import { grouped } from '@/domain/grouped'
import { spansByDevice } from '@/domain/monitoring/bring-files'
import { byMonth } from '@/domain/monitoring/by-month'
import { timesOfDevices } from '@/domain/monitoring/device-ranges'
import { deviceSpans } from '@/domain/monitoring/device-spans'
import type { Stamp } from '@/domain/monitoring/interval'
import { type Minute, pickReadings, type Readings } from '@/domain/monitoring/readings'
import { repeatsOf } from '@/domain/monitoring/repeats'
import type { DataClass } from '@/domain/sources/kinds/data-class'
import { nextTask } from '@/io/formats/next-task'
import { classOfPart, isSameClass } from '@/io/kept/part-class'
import { keptMonth, openKept, openReadable } from './kept-readings'
import { lostParts, MonthLost } from './lost-parts'
import type { DeviceOfPart, ReadingsPart, ReadingsShelf } from './readings-shelf'
import { writeReadings } from './write-readings'

/** The files of a month that has this many are merged into one by the next import, since every query opens all of them. */
const MAX_PARTS = 6

/** Device names used in files, by device code. */
type Names = ReadonlyMap<string, string>
/** Whether times in files were begins or ends, by device code, where that is known. */
type Stamps = ReadonlyMap<string, Stamp>

/** Readings of one class to store. */
interface NewReadings {
  /** Sorted by device and time, and brought beside stored ones; see `bringFiles`. */
  readonly readings: Readings
  readonly names?: Names
  readonly stamps?: Stamps
  /** Periods for which each device's readings were imported, if they come from several files. */
  readonly brought?: BroughtDevices
  readonly dataClass?: DataClass
}

/**
 * Adds imported readings to the stored ones: one file per month and class. Either all of them are on the shelf at the
 * end, or none, also if `say` throws. Files of the months `givenUp` that cannot be read are taken off the list with it;
 * those of others stay listed. Returns the months, and the ids of the files for {@link undoImport}.
 */
export async function keepReadings(
  shelf: ReadingsShelf,
  added: readonly NewReadings[],
  onProgress: (done: number, of: number) => void = () => undefined,
  givenUp: readonly Month[] = [],
): Promise<{ readonly months: Month[]; readonly ids: readonly number[] }> {
  const files = added.flatMap(
    ({ readings, names = new Map(), stamps = new Map(), brought = broughtBy([[readings]]), dataClass = 'real' }) =>
      byMonth(readings).map(([month, of]) => ({ month, of, names, stamps, brought, dataClass })),
  )
  const all = added.reduce((sum, { readings }) => sum + readings.minute.length, 0)
  /** Stores the files, and merged ones in place of those that they contain. */
  async function store(merged: MergedMonths): Promise<readonly number[]> {
    const written: ReadingsPart[] = []
    let done = 0
    try {
      for (const { month, of, ...facts } of files) {
        await nextTask()
        onProgress(done, all)
        const parts = (await partsByReadable(shelf, month, facts.dataClass)).readable
        const again = await repeatsOfKept(shelf, month, of, parts, facts.dataClass)
        written.push(await shelf.write(factsOf(month, of, { ...facts, again }), writeReadings(of, facts.dataClass)))
        done += of.minute.length
      }
      await nextTask()
      onProgress(done, all)
      const ids = written.map(({ id }) => id)
      const own = written.map((part) => ({ ...part, imported: { first: ids[0]!, files: ids.length } }))
      await shelf.swap([...merged.parts, ...own], merged.instead)
      return ids
    } catch (error) {
      await shelf.discard([...merged.parts, ...written].map(({ id }) => id))
      throw error
    }
  }
  const ids = await shelf.alone(async () => {
    // Before the new files, which override them by their higher numbers, and without them, so that they can be undone.
    const merged = await mergedMonths(shelf, files, givenUp)
    if (merged.parts.length === 0) return store(merged)
    try {
      return await store(merged)
    } catch {
      // What was merged may have taken the space that the new files need; they can be stored without it.
      return store({ ...merged, parts: [], instead: merged.lost })
    }
  })
  return { months: [...new Set(files.map(({ month }) => month))].sort(), ids }
}

/**
 * Takes an import back: the stored readings are those of before it, as the files that it overrides are still there. Only
 * the last one can be; returns whether it was.
 */
export function undoImport(shelf: ReadingsShelf, ids: readonly number[]): Promise<boolean> {
  return shelf.alone(async () => {
    const last = new Set((await shelf.list()).slice(-ids.length).map(({ id }) => id))
    if (ids.length === 0 || !ids.every((id) => last.has(id))) return false
    await shelf.drop(ids)
    return true
  })
}

/** For devices with stored readings of the month, how many of its new ones replace a stored one. */
async function repeatsOfKept(
  shelf: ReadingsShelf,
  month: Month,
  readings: Readings,
  parts: readonly ReadingsPart[],
  dataClass: DataClass,
): Promise<ReadonlyMap<string, number>> {
  const kept = grouped(
    parts.flatMap(({ devices }) => devices),
    ({ code }) => code,
  )
  const known = timesOfDevices(readings).filter(({ code }) => kept.has(code))
  const isShared = known.some(({ code, from, until }) =>
    kept.get(code)!.some((each) => each.from <= until && each.until >= from),
  )
  // Said, too, if none do: a merged file may cover the time between others.
  if (!isShared) return new Map(known.map(({ code }) => [code, 0]))
  const file = await openReadable(shelf, month, dataClass)
  return repeatsOf(readings, await file!.read({ parameters: [] }))
}

/** By device code, the periods covered by imports. */
export type BroughtDevices = ReadonlyMap<string, NonNullable<DeviceOfPart['brought']>>

/**
 * Periods covered by the files for each device; each file may be in several pieces. If a device falls silent while
 * others in the same file continue, it still counts as covered.
 */
export function broughtBy(files: readonly (readonly Readings[])[]): BroughtDevices {
  const times = new Map<string, [Minute, Minute][]>()
  for (const pieces of files) {
    // A file's rows may be in any order, as those of all devices time by time.
    const spans = pieces.flatMap(deviceSpans)
    const last = spans.reduce((latest, { until }) => Math.max(latest, until), Number.NEGATIVE_INFINITY)
    for (const { code, from } of spans) times.set(code, [...(times.get(code) ?? []), [from, last]])
  }
  return times
}

interface OfFile {
  readonly brought: BroughtDevices
  readonly names: Names
  readonly stamps: Stamps
  readonly dataClass: DataClass
  /** By device code, the number of readings that replace stored ones. */
  readonly again?: ReadonlyMap<string, number>
}

function factsOf(month: Month, readings: Readings, of: OfFile) {
  const spans = spansByDevice(readings)
  return {
    month,
    ...classOfPart(of.dataClass),
    rows: readings.minute.length,
    devices: timesOfDevices(readings).map(({ code, rows, from, until }): DeviceOfPart => {
      const [brought, name, again] = [of.brought.get(code), of.names.get(code), of.again?.get(code)]
      const stamp = of.stamps.get(code)
      const { shortest, longest } = spans.get(code)!
      return {
        ...{ code, rows, from, until, ...(brought && { brought }) },
        ...(name !== undefined && { name }),
        ...(again !== undefined && { again }),
        ...(shortest > 0 && { longest }),
        ...(stamp && { stamp }),
      }
    }),
  }
}

/** The periods covered by the files, by device. */
function coveredPeriods(parts: readonly ReadingsPart[]): BroughtDevices {
  const times = new Map<string, [Minute, Minute][]>()
  for (const { code, from, until, brought = [[from, until]] } of parts.flatMap(({ devices }) => devices))
    times.set(code, [...(times.get(code) ?? []), ...brought.map(([begin, end]): [Minute, Minute] => [begin, end])])
  return times
}

const partsOf = async (shelf: ReadingsShelf, month: Month, dataClass: DataClass) =>
  (await shelf.list()).filter((part) => part.month === month && isSameClass(part, dataClass))

/** The files of a month by whether they can be read now. */
async function partsByReadable(shelf: ReadingsShelf, month: Month, dataClass: DataClass) {
  const parts = await partsOf(shelf, month, dataClass)
  const ids = await lostParts(shelf, parts)
  return { readable: parts.filter(({ id }) => !ids.has(id)), lost: parts.filter(({ id }) => ids.has(id)) }
}

/** Merged files that are not listed yet, and the ids of the files that leave the list for them, of which some are lost. */
interface MergedMonths {
  readonly parts: readonly ReadingsPart[]
  readonly instead: readonly number[]
  readonly lost: readonly number[]
}

/**
 * The files of each month that has many as one, and of each month of which some are given up: what later files say of
 * repeated readings holds no more without these. What can't be merged now is left to the next import.
 */
async function mergedMonths(
  shelf: ReadingsShelf,
  months: readonly { readonly month: Month; readonly dataClass: DataClass }[],
  givenUp: readonly Month[],
): Promise<MergedMonths> {
  const merged: { parts: ReadingsPart[]; instead: number[]; lost: number[] } = { parts: [], instead: [], lost: [] }
  for (const { month, dataClass } of months) {
    const { readable, lost } = await partsByReadable(shelf, month, dataClass)
    const gone = givenUp.includes(month) ? lost.map(({ id }) => id) : []
    merged.lost.push(...gone)
    merged.instead.push(...gone)
    const isMerged = gone.length > 0 ? readable.length > 0 : lost.length === 0 && readable.length >= MAX_PARTS
    if (!isMerged) continue
    try {
      const file = await openReadable(shelf, month, dataClass)
      const all = await file!.read({ parameters: file!.parameters })
      const facts = factsOf(month, all, { ...ofParts(month, readable), dataClass })
      merged.parts.push(await shelf.write(facts, writeReadings(all, dataClass)))
      merged.instead.push(...readable.map(({ id }) => id))
    } catch {
      // There is no space: the month stays as it is.
    }
  }
  return merged
}

/**
 * Takes the readings of one device away, of all months, real and made-up ones; those of all others stay as they are. All of it or
 * nothing. @throws MonthLost
 */
export async function removeDevice(shelf: ReadingsShelf, code: string): Promise<void> {
  await shelf.alone(async () => {
    const parts = await shelf.list()
    const written: ReadingsPart[] = []
    const instead: number[] = []
    for (const [, own] of grouped(parts, ({ month, dataClass = 'real' }) => `${month} ${dataClass}`)) {
      if (!own.some(({ devices }) => devices.some((each) => each.code === code))) continue
      const { month, dataClass = 'real' } = own[0]!
      if ((await lostParts(shelf, own)).size > 0) throw new MonthLost(month)
      instead.push(...own.map(({ id }) => id))
      // Later files stand before earlier ones: one that is written anew would, so that all of the month are made one.
      const others = withoutDevice(await wholeMonth(shelf, month, dataClass), code)
      if (others.minute.length === 0) continue
      const facts = factsOf(month, others, { ...ofParts(month, own), dataClass })
      written.push(await shelf.write(facts, writeReadings(others, dataClass)))
    }
    await shelf.swap(written, instead)
  })
}

async function wholeMonth(shelf: ReadingsShelf, month: Month, dataClass: DataClass): Promise<Readings> {
  const file = await openKept(shelf, month, dataClass)
  return file!.read({ parameters: file!.parameters })
}

function withoutDevice(readings: Readings, code: string): Readings {
  const gone = readings.devices.indexOf(code)
  const rows = Uint32Array.from(readings.device.keys()).filter((row) => readings.device[row] !== gone)
  const { devices, device, ...rest } = pickReadings(readings, rows)
  return {
    ...rest,
    devices: devices.filter((each) => each !== code),
    device: device.map((place) => (gone >= 0 && place > gone ? place - 1 : place)),
  }
}

/** What files that are made one say of their devices. */
const ofParts = (month: Month, parts: readonly ReadingsPart[]) => ({
  brought: coveredPeriods(parts),
  names: namesIn(month, parts),
  stamps: new Map(parts.flatMap(({ devices }) => devices.flatMap(({ code, stamp }) => (stamp ? [[code, stamp]] : [])))),
})

const namesIn = (month: Month, parts: readonly ReadingsPart[]): Names =>
  new Map(keptMonth(month, parts).devices.flatMap(({ code, name }): [string, string][] => (name ? [[code, name]] : [])))
