import { type DeviceSpan, deviceSpans, isNear } from './device-spans'
import { intervalOfRows, type Stamp } from './interval'
import { pickReadings, type Readings, sortReadings } from './readings'
import { onlyInterval, soleHours } from './sole-hours'
import { TimesAround } from './times-around'

const HOUR = 60

/**
 * Repeats later readings of a longer interval at the times of the shorter one that `earlier` has then for the same
 * device. An hourly value stands for its whole hour: where it corrects readings of 5 minutes, it must replace all twelve
 * of them, not only the one with the same time. `later` must be in order. Returns `later` itself if nothing is repeated.
 * `areHours`: values at full hours that show no interval stand for their hours.
 */
export function spreadReadings(
  later: Readings,
  earlier: readonly TimesAround[],
  stamp: Stamp,
  areHours = false,
): Readings {
  const { devices, device, minute: times } = later
  const intervals = intervalOfRows(later, stamp)
  const usual = onlyInterval(intervals)
  const sole = new Set(areHours ? soleHours(later, stamp) : [])
  const hourly = new Set(later.hourly)
  const [rows, minutes]: [number[], number[]] = [[], []]
  for (let row = 0; row < times.length; row++) {
    const code = devices[device[row]!]!
    const interval = hourly.has(code) ? HOUR : intervals[row]! || usual || (sole.has(row) ? HOUR : 0)
    for (const around of earlier)
      for (const minute of around.of(code, times[row]!, interval)) {
        rows.push(row)
        minutes.push(minute)
      }
  }
  if (rows.length === 0) return later
  const repeated = rows.length
  // The last of several rows of the same time stands: a value at its own time, not one that is repeated there.
  for (let row = 0; row < times.length; row++) rows.push(row)
  const spread = pickReadings(later, Uint32Array.from(rows))
  const minute = spread.minute.map((own, at) => (at < repeated ? minutes[at]! : own))
  return sortReadings({ ...spread, minute }).readings
}

/** Times of earlier readings by device; made only when a later file is near. */
interface Earlier {
  readonly span: DeviceSpan
  readonly around: () => TimesAround
}

/**
 * The files of one import in order, each in pieces: later ones are spread over those before them, and over `kept` ones.
 * `areHours`: see {@link spreadReadings}.
 */
export function spreadFiles(
  files: readonly (readonly Readings[])[],
  stamp: Stamp,
  kept: readonly TimesAround[] = [],
  areHours = false,
): Readings[] {
  const before = new Map<string, Earlier[]>()
  return files.flat().map((readings) => {
    const near = new Set<TimesAround>()
    let own: TimesAround | null = null
    const around = () => {
      own ??= new TimesAround(readings, stamp)
      return own
    }
    for (const span of deviceSpans(readings)) {
      for (const each of kept) if (each.isNear(span)) near.add(each)
      const known = before.get(span.code) ?? []
      // An office's file per device and day is near few others: most imports have nothing to spread.
      for (const each of known) if (isNear(each.span, span)) near.add(each.around())
      known.push({ span, around })
      before.set(span.code, known)
    }
    return near.size === 0 ? readings : spreadReadings(sortReadings(readings).readings, [...near], stamp, areHours)
  })
}
