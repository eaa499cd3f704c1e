import type { Month } from '@/domain/calendar'
import { grouped } from '@/domain/grouped'
import { byMonth } from '@/domain/monitoring/by-month'
import { deviceFacts } from '@/domain/monitoring/device-facts'
import type { HourRule } from '@/domain/monitoring/hours'
import { type Minute, pickReadings, type Readings } from '@/domain/monitoring/readings'
import { spreadReadings } from '@/domain/monitoring/spread-readings'
import type { DataClass } from '@/domain/sources/kinds/data-class'
import { nextTask } from '@/io/formats/next-task'
import { classOfPart, isSameClass } from '@/io/kept/part-class'
import { keptMonth, openKept } from './kept-readings'
import type { DeviceOfPart, ReadingsPart, ReadingsShelf } from './readings-shelf'
import { writeReadings } from './write-readings'

/** A month with more files than this is merged into one, since every query opens all of them. */
const MAX_PARTS = 6

/** Device names used in files, by device code. */
type Names = ReadonlyMap<string, string>

/** Readings of one class to store. */
interface NewReadings {
  /** Sorted by device and time. */
  readonly readings: Readings
  readonly names?: Names
  /** Periods for which each device's readings were imported, if they come from several files. */
  readonly brought?: BroughtDevices
  readonly dataClass?: DataClass
  /** Whether they are already spread over stored readings; see {@link spreadReadings}. */
  readonly isSpread?: boolean
}

/**
 * Adds imported readings to the stored ones: one file per month and class. Either all of them are on the shelf at the
 * end, or none, also if `say` throws. `stamp`: whether times are the begin or the end of the interval. Returns the
 * months.
 */
export async function keepReadings(
  shelf: ReadingsShelf,
  added: readonly NewReadings[],
  onProgress: (done: number, of: number) => void = () => undefined,
  stamp: HourRule['stamp'] = 'begin',
): Promise<Month[]> {
  const files = added.flatMap(
    ({ readings, names = new Map(), brought = broughtBy([[readings]]), dataClass = 'real', isSpread = false }) =>
      byMonth(readings).map(([month, of]) => ({ month, of, names, brought, dataClass, isSpread })),
  )
  const all = added.reduce((sum, { readings }) => sum + readings.minute.length, 0)
  await shelf.alone(async () => {
    const written: ReadingsPart[] = []
    let done = 0
    for (const { month, of, ...facts } of files) {
      await nextTask()
      onProgress(done, all)
      const whole = facts.isSpread ? of : await spreadOverKept(shelf, month, of, facts.dataClass, stamp)
      written.push(await shelf.write(factsOf(month, whole, facts), writeReadings(whole, facts.dataClass)))
      done += of.minute.length
    }
    await nextTask()
    onProgress(done, all)
    await shelf.swap(written, [])
    try {
      for (const { month, dataClass } of files) await makeOne(shelf, month, dataClass)
    } catch {
      // The disk may be full: the readings are kept all the same, and the next import tries to merge their files again.
    }
  })
  return [...new Set(files.map(({ month }) => month))].sort()
}

/** New readings of a month, where their interval is longer than that of stored ones repeated at the times of those. */
async function spreadOverKept(
  shelf: ReadingsShelf,
  month: Month,
  readings: Readings,
  dataClass: DataClass,
  stamp: HourRule['stamp'],
): Promise<Readings> {
  const parts = (await shelf.list()).filter((part) => part.month === month && isSameClass(part, dataClass))
  const kept = grouped(
    parts.flatMap(({ devices }) => devices),
    ({ code }) => code,
  )
  const isShared = deviceFacts(readings).some(({ code, from, until }) =>
    kept.get(code)?.some((each) => each.from <= until && each.until >= from),
  )
  if (!isShared) return readings
  const file = await openKept(shelf, month, dataClass)
  return spreadReadings(readings, await file!.read({ parameters: [] }), stamp)
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
    const facts = pieces.flatMap((piece) => deviceFacts(piece))
    const last = facts.reduce((latest, { until }) => Math.max(latest, until), Number.NEGATIVE_INFINITY)
    for (const { code, from } of facts) times.set(code, [...(times.get(code) ?? []), [from, last]])
  }
  return times
}

interface OfFile {
  readonly brought: BroughtDevices
  readonly names: Names
  readonly dataClass: DataClass
}

const factsOf = (month: Month, readings: Readings, of: OfFile) => ({
  month,
  ...classOfPart(of.dataClass),
  rows: readings.minute.length,
  devices: deviceFacts(readings).map(({ code, rows, from, until }): DeviceOfPart => {
    const [brought, name] = [of.brought.get(code), of.names.get(code)]
    return { code, rows, from, until, ...(brought && { brought }), ...(name !== undefined && { name }) }
  }),
})

/** The periods covered by the files, by device. */
function coveredPeriods(parts: readonly ReadingsPart[]): BroughtDevices {
  const times = new Map<string, [Minute, Minute][]>()
  for (const { code, from, until, brought = [[from, until]] } of parts.flatMap(({ devices }) => devices))
    times.set(code, [...(times.get(code) ?? []), ...brought.map(([begin, end]): [Minute, Minute] => [begin, end])])
  return times
}

/** Merges the files of a month if there are many. */
async function makeOne(shelf: ReadingsShelf, month: Month, dataClass: DataClass): Promise<void> {
  const parts = (await shelf.list()).filter((part) => part.month === month && isSameClass(part, dataClass))
  if (parts.length <= MAX_PARTS) return
  const all = await wholeMonth(shelf, month, dataClass)
  await shelf.put(
    factsOf(month, all, { brought: coveredPeriods(parts), names: namesIn(month, parts), dataClass }),
    writeReadings(all, dataClass),
    parts.map(({ id }) => id),
  )
}

/**
 * Takes the readings of one device away, of all months, real and made-up ones; those of all others stay as they are. All of it or
 * nothing. @throws PartLost
 */
export async function removeDevice(shelf: ReadingsShelf, code: string): Promise<void> {
  await shelf.alone(async () => {
    const parts = await shelf.list()
    const written: ReadingsPart[] = []
    const instead: number[] = []
    for (const [, own] of grouped(parts, ({ month, dataClass = 'real' }) => `${month} ${dataClass}`)) {
      if (!own.some(({ devices }) => devices.some((each) => each.code === code))) continue
      const { month, dataClass = 'real' } = own[0]!
      instead.push(...own.map(({ id }) => id))
      // Later files stand before earlier ones: one that is written anew would, so that all of the month are made one.
      const others = withoutDevice(await wholeMonth(shelf, month, dataClass), code)
      if (others.minute.length === 0) continue
      const facts = factsOf(month, others, { brought: coveredPeriods(own), names: namesIn(month, own), dataClass })
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

const namesIn = (month: Month, parts: readonly ReadingsPart[]): Names =>
  new Map(keptMonth(month, parts).devices.flatMap(({ code, name }): [string, string][] => (name ? [[code, name]] : [])))
