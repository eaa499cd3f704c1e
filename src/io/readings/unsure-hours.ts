import { type DeviceSpan, deviceSpans, isNear } from '@/domain/monitoring/device-spans'
import type { Stamp } from '@/domain/monitoring/interval'
import { PARAMETERS, type Parameter } from '@/domain/monitoring/parameter'
import { type Minute, sortReadings } from '@/domain/monitoring/readings'
import { soleHours } from '@/domain/monitoring/sole-hours'
import { TimesAround } from '@/domain/monitoring/times-around'
import { seriesWithSpans } from '@/domain/monitoring/value-intervals'
import { isSameClass } from '@/io/kept/part-class'
import { keptTimes, partsNear } from './kept-times'
import type { ReadExport } from './read-export'
import type { ReadingsShelf } from './readings-shelf'

const HOUR = 60

/** Values at full hours of which the files do not show whether they stand for the hour, where finer data is near. */
export interface UnsureHours {
  readonly rows: number
  readonly files: readonly string[]
  readonly devices: readonly string[]
  /** The same by file and device, most values first, with the first and the last time; not all of them if there are many. */
  readonly listed: readonly UnsureHoursOf[]
}

/** Those of one device in one file. */
export interface UnsureHoursOf {
  readonly file: string
  readonly device: string
  readonly rows: number
  readonly from: Minute
  readonly until: Minute
}

/** Maximum number of devices of files listed. */
const LISTED = 200

/** Values by file and device, most first. */
function listOf(unsure: readonly SoleHour[], nameOf: (file: number) => string): UnsureHoursOf[] {
  const found = new Map<string, UnsureHoursOf>()
  for (const { file, code, from } of unsure) {
    const key = `${file} ${code}`
    const before = found.get(key) ?? { file: nameOf(file), device: code, rows: 0, from, until: from }
    const { rows, from: first, until: last } = before
    found.set(key, { ...before, rows: rows + 1, from: Math.min(first, from), until: Math.max(last, from) })
  }
  return [...found.values()].sort((a, b) => b.rows - a.rows).slice(0, LISTED)
}

type FileReadings = Pick<ReadExport, 'file' | 'readings' | 'dataClass'>

/** A value at a full hour without an interval. */
interface SoleHour extends DeviceSpan {
  readonly file: number
  /** Whether it may be kept as any device. */
  readonly isOpen: boolean
}

/**
 * The values at full hours without an interval that would replace other readings if they stood for the hour: kept ones,
 * or those of a file before theirs; null if there are none. `stamp`: whether times begin or end the interval. A device
 * that is not kept under its code is compared with all, since it may be kept under the code of any.
 */
export async function unsureHours(
  exports: readonly FileReadings[],
  shelf: ReadingsShelf,
  stamp: Stamp,
): Promise<UnsureHours | null> {
  const spans = exports.map(({ readings }) => deviceSpans(readings))
  const parts = await shelf.list()
  const codes = new Set(parts.flatMap(({ devices }) => devices.map(({ code }) => code)))
  const isOneDevice = (a: string, b: string) => a === b || !codes.has(a) || !codes.has(b)
  // Readings at full hours only are no finer than the value.
  const finer = spans.map((of) => of.filter(({ isFull }) => !isFull))
  /** The files before one that have finer readings near a span, which may be of its device. */
  const filesBeside = (file: number, span: DeviceSpan) =>
    finer.flatMap((of, other) =>
      other < file &&
      isSameClass(exports[other]!, exports[file]!.dataClass) &&
      of.some((each) => isOneDevice(each.code, span.code) && isNear(each, span))
        ? [other]
        : [],
    )
  const sole = exports.flatMap(({ readings, dataClass }, file): SoleHour[] => {
    const open = (span: DeviceSpan) => ({ ...span, isOpen: !codes.has(span.code) })
    const isBeside = (span: DeviceSpan) =>
      partsNear(parts, [open(span)], dataClass).length > 0 || filesBeside(file, span).length > 0
    const near = new Set(spans[file]!.flatMap((each) => (each.isFull && isBeside(each) ? [each.code] : [])))
    // Sorting millions of rows takes seconds, and a file of new months has no readings beside it.
    if (near.size === 0) return []
    const sorted = sortReadings({ ...readings, series: seriesWithSpans(readings) }).readings
    const { devices, device, minute } = sorted
    return soleHours(sorted, stamp)
      .map((row) => ({ file, ...open({ code: devices[device[row]!]!, from: minute[row]!, until: minute[row]! }) }))
      .filter(({ code }) => near.has(code))
  })
  const parametersOf = (file: number) => Object.keys(exports[file]!.readings.series) as Parameter[]
  const kept = new Map<FileReadings['dataClass'], readonly TimesAround[]>()
  for (const dataClass of ['real', 'illustrative'] as const) {
    const own = sole.filter(({ file }) => isSameClass(exports[file]!, dataClass))
    const parameters = PARAMETERS.filter((each) => own.some(({ file }) => parametersOf(file).includes(each)))
    if (own.length > 0) kept.set(dataClass, await keptTimes(shelf, own, parameters, dataClass, stamp))
  }
  const made = new Map<number, TimesAround>()
  const timesOf = (file: number) => {
    const times = made.get(file) ?? new TimesAround(exports[file]!.readings, stamp)
    made.set(file, times)
    return times
  }
  const unsure = sole.filter(({ file, isOpen, ...span }) => {
    const { code, from } = span
    const isAmongShorter = (around: TimesAround, devices: readonly string[]) =>
      parametersOf(file).some((parameter) => {
        const times = around.timesOf(parameter)
        return times !== null && devices.some((each) => times.isAmongShorter(each, from, HOUR))
      })
    const isKeptThen = kept
      .get(isSameClass(exports[file]!, 'illustrative') ? 'illustrative' : 'real')!
      .some((times) => isAmongShorter(times, isOpen ? times.devices : [code]))
    const isBeside = (times: TimesAround) =>
      isAmongShorter(
        times,
        times.devices.filter((each) => isOneDevice(each, code)),
      )
    return isKeptThen || filesBeside(file, span).some((other) => isBeside(timesOf(other)))
  })
  if (unsure.length === 0) return null
  return {
    rows: unsure.length,
    files: [...new Set(unsure.map(({ file }) => exports[file]!.file))],
    devices: [...new Set(unsure.map(({ code }) => code))],
    listed: listOf(unsure, (file) => exports[file]!.file),
  }
}
