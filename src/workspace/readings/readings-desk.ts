import type { Month } from '@/domain/calendar'
import { grouped } from '@/domain/grouped'
import { monthOf } from '@/domain/monitoring/by-month'
import { type ColumnUnit, unitsOf } from '@/domain/monitoring/column-units'
import { type DeviceFacts, deviceFacts, type Span } from '@/domain/monitoring/device-facts'
import type { ExportHints } from '@/domain/monitoring/export-form'
import { spanOfDays } from '@/domain/monitoring/file-days'
import { type FlagCount, flagCounts } from '@/domain/monitoring/flag-counts'
import { joinReadings } from '@/domain/monitoring/join-readings'
import { joinLacking, type LackingValues, lackingValues } from '@/domain/monitoring/lacking-values'
import { dayBegin, localDay } from '@/domain/monitoring/local-time'
import { type NegativeValues, negativeValues } from '@/domain/monitoring/negative-values'
import { PARAMETERS, type Parameter } from '@/domain/monitoring/parameter'
import { hasData, type Minute, pickReadings, type Readings, type Series } from '@/domain/monitoring/readings'
import { isSameClass } from '@/io/kept/part-class'
import type { LostMonth } from '@/io/readings/lost-parts'
import type { ByHeading, ReadExport } from '@/io/readings/read-export'
import type { UnreadRow } from '@/io/readings/unread-rows'
import type { UnsureHours } from '@/io/readings/unsure-hours'
import { type UnitLine, unitKey, unitLines } from '@/workspace/import/unit-lines'
import { type StampQuestion, stampQuestions, type TimesOfFiles, timesOfFiles } from './readings-times'
import { type RepeatedInFiles, repeatedInFiles } from './repeated-in-files'
import { isWrongTime, type WrongTimes, wrongTimesOf } from './wrong-times'

/** A file of readings, with its id among all files of the import: files from two folders may have the same name. */
export type ReadWithId = ReadExport & { readonly id: number }

/** Files of readings for the user to review before they are kept. */
export interface ReadingsReview {
  readonly files: readonly { readonly file: string; readonly rows: number; readonly unread: number }[]
  readonly rows: number
  readonly months: readonly Month[]
  readonly devices: readonly DeviceFacts[]
  readonly units: readonly UnitLine[]
  /** Rows of the same device and minute as a later row, which wins. */
  readonly replaced: number
  /** Rows that repeat an earlier one of their file. */
  readonly repeated: RepeatedInFiles
  /** Files without a column for the device, and the names used as devices instead. */
  readonly asDevices: readonly { readonly file: string; readonly names: readonly string[] }[]
  /** Files with a column for each device. */
  readonly byHeading: readonly (ByHeading & { readonly id: number; readonly file: string })[]
  /** How the times of files are made and read. */
  readonly times: readonly TimesOfFiles[]
  /** Times of which nothing proves whether they are begins or ends. */
  readonly stamps: readonly StampQuestion[]
  /** Files marked as made up; they are kept as such. */
  readonly madeUp: readonly string[]
  /** The files that each device has readings in, by device code. */
  readonly filesOf: Readonly<Record<string, readonly string[]>>
  /** Device names in the files, by code, for files that also have codes. */
  readonly names: Readonly<Record<string, string>>
  /** Readings that are kept but excluded from means, by flag; one per device and minute. */
  readonly flags: readonly FlagCount[]
  /** Marks that match no known flag, with their number of occurrences. */
  readonly marks: readonly { readonly mark: string; readonly places: number }[]
  readonly wrongTimes: WrongTimes | null
  /** Values that readings lack while they have others, by parameter. */
  readonly lacking: readonly LackingValues[]
  /** Values below zero that can't be; those of made-up data apart, which replace no real ones. */
  readonly negative: readonly NegativeValues[]
  /** Values that may stand for an hour or for some minutes; absent if there are none. */
  readonly unsureHours?: UnsureHours | null
  readonly unread: readonly UnreadRow[]
  /** What cannot be read any more of the kept readings of these months; absent if all can. */
  readonly lost?: readonly LostMonth[]
}

/** The user's decisions on a review. */
export interface ReadingsDecision {
  /** Units by the keys of their lines. */
  readonly units: Readonly<Record<string, string>>
  /** The code under which a device's readings are kept, by its code in the file. */
  readonly devices: Readonly<Record<string, string>>
  /** What to do with readings at impossible times; null if there are none. */
  readonly wrongTimes: 'keep' | 'leave' | null
  /** What values at full hours stand for whose interval no file shows; absent if there are none. */
  readonly unsureHours?: 'hour' | 'moment'
  /** The months of which the user gives up what cannot be read; absent if none. */
  readonly givenUp?: readonly Month[]
}

/** Most unreadable rows shown. */
const UNREAD_SHOWN = 100

/**
 * Summary of files of readings, with all that the user has to decide before they are kept. `now`: time of the
 * office's clock. `stamps`: whether times are begins or ends, as the user stated it by the headings of their tables.
 */
export function reviewOf(
  exports: readonly ReadWithId[],
  now: Minute,
  stamps: ExportHints['stamps'] = {},
): ReadingsReview {
  // Real and made-up data are joined separately, as they are kept: a made-up reading never replaces a real one.
  const classes = (['real', 'illustrative'] as const).map((dataClass) => {
    const own = exports.filter((each) => isSameClass(each, dataClass))
    const { readings, replaced } = joinReadings(flaggedSeries(own))
    const negative = negativeValues(own.map((each) => each.readings))
    return { readings, replaced, devices: deviceFacts(readings, spansOf(own, now)), negative }
  })
  const kept = classes.map(({ readings }) => readings)
  return {
    files: exports.map(({ file, readings: { minute }, unread }) => ({
      file,
      rows: minute.length,
      unread: unread.count,
    })),
    rows: kept.reduce((sum, { minute }) => sum + minute.length, 0),
    months: [...new Set(kept.flatMap(monthsIn))].sort(),
    devices: byCode(classes.flatMap(({ devices }) => devices)),
    units: unitLines(exports),
    replaced: classes.reduce((sum, { replaced }) => sum + replaced, 0),
    repeated: repeatedInFiles(exports, UNREAD_SHOWN),
    asDevices: exports.flatMap(({ file, asDevices }) => (asDevices.length > 0 ? [{ file, names: asDevices }] : [])),
    byHeading: exports.flatMap(({ id, file, byHeading }) => (byHeading ? [{ ...byHeading, id, file }] : [])),
    times: timesOfFiles(exports),
    stamps: stampQuestions(exports, stamps),
    madeUp: exports.flatMap(({ file, dataClass }) => (dataClass === 'illustrative' ? [file] : [])),
    filesOf: Object.fromEntries(filesOf(exports)),
    names: Object.fromEntries(namesOf(exports)),
    flags: flagCounts(kept),
    marks: marksOf(exports),
    wrongTimes: wrongTimesOf(kept, now),
    lacking: joinLacking(exports.flatMap(({ readings }) => lackingValues(readings))),
    negative: classes.flatMap(({ negative }) => negative),
    unread: exports.flatMap(({ unread }) => unread.named).slice(0, UNREAD_SHOWN),
  }
}

/** The files that have readings of each device, by device code. */
function filesOf(exports: readonly ReadExport[]): ReadonlyMap<string, readonly string[]> {
  const found = new Map<string, readonly string[]>()
  for (const { file, readings } of exports)
    for (const code of readings.devices) found.set(code, [...(found.get(code) ?? []), file])
  return found
}

/** Merges the facts of a device with real and made-up readings; gaps are those of the real ones, which come first. */
function byCode(facts: readonly DeviceFacts[]): DeviceFacts[] {
  return [...grouped(facts, ({ code }) => code).values()].map((own) => ({
    ...own[0]!,
    rows: own.reduce((sum, { rows }) => sum + rows, 0),
    from: Math.min(...own.map(({ from }) => from)),
    until: Math.max(...own.map(({ until }) => until)),
  }))
}

/**
 * The time for which each device should have readings: that of the files that contain it, see {@link spanOfDays}. A
 * device that falls silent while others go on has a gap; a row that corrects an earlier day opens none.
 */
export function spansOf(exports: readonly ReadExport[], now: Minute): ReadonlyMap<string, Span> {
  const spans = new Map<string, Span>()
  for (const { readings } of exports) {
    // A wrong clock must not widen the span of other devices.
    const [from, until] = spanOfDays(readings, (at) => !isWrongTime(at, now))
    for (const code of readings.devices) {
      const [begin, end] = spans.get(code) ?? [from, until]
      spans.set(code, [Math.min(begin, from), Math.max(end, until)])
    }
  }
  return spans
}

/**
 * The readings reduced to parameters with any flag, as joining decides which row's flag counts, and those whose file
 * shows what values stand for; the other values are not needed yet.
 */
function flaggedSeries(exports: readonly ReadExport[]): readonly Readings[] {
  const isFlagged = ({ readings: { series } }: ReadExport, parameter: Parameter) =>
    series[parameter]?.spans !== undefined || (series[parameter]?.flags.some((flag) => flag > 0) ?? false)
  const flagged = PARAMETERS.filter((parameter) => exports.some((each) => isFlagged(each, parameter)))
  return exports.map(({ readings }) => ({
    ...readings,
    series: Object.fromEntries(
      flagged.flatMap((parameter) => {
        const own = readings.series[parameter]
        return own ? [[parameter, own]] : []
      }),
    ),
  }))
}

function marksOf(exports: readonly ReadExport[]): ReadingsReview['marks'] {
  const places = new Map<string, number>()
  for (const [mark, count] of exports.flatMap(({ unread }) => [...unread.marks]))
    places.set(mark, (places.get(mark) ?? 0) + count)
  return [...places].map(([mark, count]) => ({ mark, places: count }))
}

function monthsIn({ minute }: Readings): Month[] {
  // Days suffice, since all minutes of a day are in one month.
  const days = new Set<number>()
  for (const at of minute) days.add(localDay(at))
  return [...new Set([...days].map((day) => monthOf(dayBegin(day))))].sort()
}

/** Values of a file in the units in which readings are kept. */
function inKeptUnits(series: Readings['series'], units: readonly ColumnUnit[], decision: ReadingsDecision) {
  const entries = Object.entries(series) as [Parameter, Series][]
  return Object.fromEntries(
    entries.map(([parameter, { values, flags, spans }]) => {
      const unit = units.find((each) => each.parameter === parameter)
      const said = unit && decision.units[unitKey(unit)]
      const factor = said === undefined ? (unit?.factor ?? 1) : unitsOf(parameter)[said]!
      const kept = factor === 1 ? values : values.map((value) => value * factor)
      return [parameter, { values: kept, flags, ...(spans && { spans }) }]
    }),
  )
}

/** Device names in the files, by code; a later file wins. */
const namesOf = (exports: readonly ReadExport[]) => new Map(exports.flatMap(({ names }) => [...names]))

/** The code that a device is kept under. */
export const keptCode = (code: string, { devices }: ReadingsDecision) => devices[code]?.trim() || code

/**
 * Device names by the codes under which the devices are kept; for a device kept under another code, its name or code
 * in the file. A file name that begins with that code adds nothing, and would be another one with each file.
 */
export function decidedNames(exports: readonly ReadExport[], decision: ReadingsDecision): ReadonlyMap<string, string> {
  const names = namesOf(exports)
  const codes = new Set(exports.flatMap(({ readings }) => readings.devices))
  const fileNames = new Set(exports.flatMap(({ asDevices }) => asDevices))
  return new Map(
    [...codes].flatMap((code): [string, string][] => {
      const kept = keptCode(code, decision)
      const name = names.get(code) ?? code
      const isFileName = fileNames.has(code) && name === code
      return name === kept || (isFileName && name.startsWith(kept)) ? [] : [[kept, name]]
    }),
  )
}

/**
 * Splits readings so that no part has two devices with the same kept code: each of these becomes its own part, with
 * the parameters it has. Happens if two headings belong to one place.
 */
function apart(readings: Readings, decision: ReadingsDecision): readonly Readings[] {
  const { devices, device } = readings
  const codes = devices.map((code) => keptCode(code, decision))
  const isTwice = codes.map((code) => codes.indexOf(code) !== codes.lastIndexOf(code))
  if (!isTwice.includes(true)) return [readings]
  const of = (isAsked: (place: number) => boolean) =>
    pickReadings(
      readings,
      Uint32Array.from(device.keys()).filter((row) => isAsked(device[row]!)),
    )
  const has = (series: Series) => series.values.some((_, row) => hasData(series, row))
  const alone = devices.flatMap((_, place) => {
    if (!isTwice[place]) return []
    const own = of((each) => each === place)
    return [{ ...own, series: Object.fromEntries(Object.entries(own.series).filter(([, series]) => has(series))) }]
  })
  return [of((place) => !isTwice[place]), ...alone]
}

/** The readings of each file as they are kept: in parts, kept units and kept codes. */
export function decidedFiles(exports: readonly ReadExport[], decision: ReadingsDecision, now: Minute): Readings[][] {
  return exports.map(({ readings, units }) =>
    apart(readings, decision).map((readings): Readings => {
      const codes = readings.devices.map((code) => keptCode(code, decision))
      const devices = [...new Set(codes)]
      const places = codes.map((code) => devices.indexOf(code))
      const named: Readings = {
        devices,
        device: readings.device.map((of) => places[of]!),
        minute: readings.minute,
        series: inKeptUnits(readings.series, units, decision),
      }
      if (decision.wrongTimes !== 'leave') return named
      const rows = Uint32Array.from(named.minute.keys()).filter((row) => !isWrongTime(named.minute[row]!, now))
      return pickReadings(named, rows)
    }),
  )
}

/** The readings of all files as they are kept: joined, in kept units and kept codes. */
export const decidedReadings = (exports: readonly ReadExport[], decision: ReadingsDecision, now: Minute): Readings =>
  joinReadings(decidedFiles(exports, decision, now).flat()).readings
