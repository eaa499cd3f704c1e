import { type DeviceRange, deviceRanges, rowsWithin } from './device-ranges'
import { type DeviceSpan, dayAround, deviceSpans, isNear } from './device-spans'
import type { HourRule } from './hours'
import type { Stamp } from './interval'
import { joinReadings } from './join-readings'
import { MINUTES_PER_DAY } from './local-time'
import { hasData, pickReadings, type Readings, type Series, sortReadings } from './readings'
import { soleHours } from './sole-hours'
import { spreadReadings } from './spread-readings'
import { TimesAround } from './times-around'
import { withSpans } from './value-intervals'
import { type LeftOut, settleReadings } from './whole-periods'

/** What is kept near the files of an import. */
export interface Beside {
  /** The times of kept readings. */
  readonly times?: readonly TimesAround[]
  /** Kept readings of longer or unknown intervals than the files have, as far as there are any. */
  readonly longer?: readonly Readings[]
  /** Devices with kept readings that tell not of each value what it stands for, as those of earlier versions. */
  readonly untold?: ReadonlySet<string>
}

const NONE: ReadonlySet<string> = new Set()

/** The files of an import in the form in which they are joined with one another and with what is kept. */
export interface BroughtFiles {
  readonly parts: readonly Readings[]
  /** What is stored of each: the part, over the earlier values that are stored anew with it ({@link settleReadings}). */
  readonly stored: readonly Readings[]
  readonly leftOut: LeftOut
  /** How many values shorter ones take the place of: see {@link settleReadings}. */
  readonly superseded: number
}

/** Readings in order, with the rows of each device. */
interface RangedReadings {
  /** Its place among all that come before. */
  readonly place: number
  readonly readings: Readings
  readonly ranges: ReadonlyMap<string, DeviceRange>
}

/** Readings of a device that come before others. */
interface Earlier extends Lengths {
  readonly span: DeviceSpan
  readonly ranged: RangedReadings
}

/** The files of one import, each in pieces, in order and with what each value stands for. `areHours`: see {@link soleHours}. */
export const spannedFiles = (
  files: readonly (readonly Readings[])[],
  stamp: Stamp,
  areHours = false,
): readonly (readonly Readings[])[] =>
  files.map((pieces) =>
    pieces.map((piece) => {
      const { readings } = sortReadings(piece)
      return withSpans(readings, stamp, new Set(areHours ? soleHours(readings, stamp) : []))
    }),
  )

/**
 * The files of one import ({@link spannedFiles}), the later behind the earlier: later values of longer intervals are
 * spread over those before them ({@link spreadReadings}), while too few of shorter ones are left out
 * ({@link settleReadings}). Those before them are looked at as they will be kept, joined with what is kept already, so
 * that files make the same hours in one import and in several.
 */
export function bringFiles(
  files: readonly (readonly Readings[])[],
  rule: HourRule,
  { times = [], longer = [], untold = NONE }: Beside = {},
): BroughtFiles {
  const before = new Map<string, Earlier[]>()
  let places = 0
  const note = (readings: Readings) => {
    const [lengths, ranged] = [spansByDevice(readings), withRanges(readings, places++)]
    for (const span of deviceSpans(readings)) {
      before.set(span.code, [...(before.get(span.code) ?? []), { span, ranged, ...lengths.get(span.code)! }])
    }
  }
  const known = times.map((each) => ({ times: each, ranged: withRanges(each.readings, places++) }))
  const kept = longer.map((readings) => ({
    ranged: withRanges(readings, places++),
    lengths: spansByDevice(readings),
  }))
  const [parts, stored]: [Readings[], Readings[]] = [[], []]
  const devices = new Set<string>()
  let [values, superseded] = [0, 0]
  for (const own of files.flat()) {
    const lengths = spansByDevice(own)
    const spans = deviceSpans(own)
    const near = new Set(known.filter((each) => spans.some((span) => each.times.isNear(span))))
    // Those of the day around it show what values stand for whose file shows none.
    const earlierOn = (span: DeviceSpan) => (before.get(span.code) ?? []).filter((each) => isNear(each.span, dayAround(span))) // biome-ignore format: one line
    const beside = new Map(spans.map((span) => [span.code, earlierOn(span)]))
    const others = [...beside.values()].flat()
    // Shorter values of earlier files, too, which these ones may correct; the later of all behind the earlier.
    const joined = memoised(() => {
      const ranged = [...near, ...kept, ...others].map((each) => each.ranged)
      return nearOnly(
        [...new Set(ranged)].sort((a, b) => a.place - b.place),
        spans,
      )
    })
    const shown = memoised(() => spansByDevice(withSpans(joined(), rule.stamp)))
    const isSettled = ({ code }: DeviceSpan) => {
      const { shortest } = lengths.get(code)!
      const earlier = beside.get(code)!
      // Beside longer ones, too, values no longer show what they stand for.
      if (untold.has(code) || earlier.some((each) => each.shortest === 0))
        return (shown().get(code)?.longest ?? shortest) !== shortest
      const all = [...earlier, ...kept.flatMap((each) => each.lengths.get(code) ?? [])]
      return all.some(({ longest }) => longest > shortest)
    }
    const settled = spans.some(isSettled) ? settleReadings(own, joined(), rule) : null
    const left = settled?.readings ?? own
    // An office's file per device and day is near few others: most imports have nothing to spread.
    const isBeside =
      near.size > 0 || spans.some((span) => beside.get(span.code)!.some((each) => isNear(each.span, span)))
    const around =
      others.length > 0 && isBeside ? [new TimesAround(joined(), rule.stamp)] : [...near].map((each) => each.times)
    const spread = around.length === 0 ? left : spreadReadings(left, around, rule.stamp)
    parts.push(spread)
    const together = settled?.restated.minute.length ? joinReadings([settled.restated, spread]).readings : spread
    stored.push(together)
    values += settled?.leftOut.values ?? 0
    superseded += settled?.superseded ?? 0
    for (const each of settled?.leftOut.devices ?? []) devices.add(each)
    note(together)
  }
  return { parts, stored, leftOut: { values, devices: [...devices] }, superseded }
}

function memoised<Value>(make: () => Value): () => Value {
  let made: { readonly value: Value } | null = null
  return () => {
    made ??= { value: make() }
    return made.value
  }
}

const withRanges = (readings: Readings, place: number): RangedReadings => ({
  ...{ readings, place },
  ranges: new Map(deviceRanges(readings).map((each) => [each.code, each])),
})

/** The readings near the spans of the devices, as one. */
function nearOnly(whole: readonly RangedReadings[], spans: readonly DeviceSpan[]): Readings {
  const picked = whole.map(({ readings, ranges }) => {
    const near = spans.flatMap(({ code, from, until }) => {
      const range = ranges.get(code)
      const [first, last] = [from - MINUTES_PER_DAY, until + MINUTES_PER_DAY]
      return range ? [rowsWithin(readings.minute, range, first, last + 1)] : []
    })
    const rows = new Uint32Array(near.reduce((sum, { start, end }) => sum + end - start, 0))
    let at = 0
    for (const { start, end } of near) for (let row = start; row < end; row++) rows[at++] = row
    return pickReadings(readings, rows)
  })
  return joinReadings(picked).readings
}

/** What {@link spansByDevice} found of readings: an import asks several times, and readings never change. */
const knownSpans = new WeakMap<Readings, ReadonlyMap<string, Lengths>>()

/** By device, the shortest and the longest interval that its values stand for; `shortest` is 0 if one is unknown. */
export function spansByDevice(readings: Readings): ReadonlyMap<string, Lengths> {
  const spans = knownSpans.get(readings) ?? findSpans(readings)
  knownSpans.set(readings, spans)
  return spans
}

function findSpans({ devices, device, series }: Readings): ReadonlyMap<string, Lengths> {
  const all = Object.values(series) as Series[]
  const lengths = devices.map(() => ({ shortest: Number.POSITIVE_INFINITY, longest: 0 }))
  for (const own of all)
    for (let row = 0; row < device.length; row++) {
      if (!hasData(own, row)) continue
      const [span, of] = [own.spans?.[row] ?? 0, lengths[device[row]!]!]
      if (span < of.shortest) of.shortest = span
      if (span > of.longest) of.longest = span
    }
  return new Map(devices.map((code, place) => [code, lengths[place]!]))
}

interface Lengths {
  readonly shortest: number
  readonly longest: number
}
