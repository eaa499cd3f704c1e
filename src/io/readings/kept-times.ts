import type { Month } from '@/domain/calendar'
import { grouped } from '@/domain/grouped'
import type { Beside } from '@/domain/monitoring/bring-files'
import { type DeviceSpan, dayAround, isNear } from '@/domain/monitoring/device-spans'
import type { Stamp } from '@/domain/monitoring/interval'
import { MINUTES_PER_DAY } from '@/domain/monitoring/local-time'
import type { Parameter } from '@/domain/monitoring/parameter'
import { pickReadings, type Readings } from '@/domain/monitoring/readings'
import { TimesAround } from '@/domain/monitoring/times-around'
import { isSameClass } from '@/io/kept/part-class'
import { openReadable } from './kept-readings'
import type { DeviceOfPart, ReadingsPart, ReadingsShelf } from './readings-shelf'

/** The spans of one class that is asked about; `isOpen`: whether the device may be any that is kept. */
export type AskedSpan = DeviceSpan & { readonly isOpen?: boolean }

/** The parts of a class with a device near one of the spans. */
export function partsNear(
  parts: readonly ReadingsPart[],
  spans: readonly AskedSpan[],
  dataClass: ReadingsPart['dataClass'] = 'real',
): readonly ReadingsPart[] {
  const byCode = new Map<string, AskedSpan[]>()
  const open = spans.filter(({ isOpen }) => isOpen)
  for (const span of spans) byCode.set(span.code, [...(byCode.get(span.code) ?? []), span])
  return parts.filter(
    (part) =>
      isSameClass(part, dataClass) &&
      part.devices.some(
        (each) => open.some((span) => isNear(each, span)) || byCode.get(each.code)?.some((span) => isNear(each, span)),
      ),
  )
}

/**
 * The times of the kept readings of these parameters of a class near the spans, by month. A month is read only if it has
 * some: the hour of a value at its border may lie in the next one.
 */
export async function keptTimes(
  shelf: ReadingsShelf,
  spans: readonly AskedSpan[],
  parameters: readonly Parameter[],
  dataClass: ReadingsPart['dataClass'],
  stamp: Stamp,
): Promise<TimesAround[]> {
  if (parameters.length === 0) return []
  const months = new Set<Month>(partsNear(await shelf.list(), spans, dataClass).map(({ month }) => month))
  const codes = new Set(spans.map(({ code }) => code))
  const isOpen = spans.some((span) => span.isOpen)
  const found: TimesAround[] = []
  for (const month of [...months].sort()) {
    const file = await openReadable(shelf, month, dataClass)
    if (!file) continue
    const own = parameters.filter((each) => file.parameters.includes(each))
    if (own.length === 0) continue
    const all = await file.read({ parameters: own })
    found.push(new TimesAround(isOpen ? all : ofDevices(all, codes), stamp))
  }
  return found
}

/** A device of an import: when it has readings, and the fewest minutes that one of them stands for. */
interface ShortestSpan extends DeviceSpan {
  readonly shortest: number
}

/**
 * The kept readings of a class up to a day around the spans, by month, of devices with values that stand for more minutes
 * than theirs, which show what other values of their day stand for, or for an unknown time. A month is read only if its
 * list says that it has some, or, stored by an earlier version, does not say.
 */
export async function keptLonger(
  shelf: ReadingsShelf,
  spans: readonly ShortestSpan[],
  dataClass: ReadingsPart['dataClass'] = 'real',
): Promise<Pick<Beside, 'longer' | 'untold'>> {
  const asked = grouped(spans, ({ code }) => code)
  const isLonger = ({ code, longest, ...times }: DeviceOfPart) =>
    asked
      .get(code)
      ?.some((span) => isNear(times, dayAround(span)) && (longest === undefined || longest > span.shortest)) === true
  const parts = (await shelf.list()).filter((part) => isSameClass(part, dataClass))
  const months = grouped(
    parts.flatMap(({ month, devices }) => devices.filter(isLonger).map((each) => ({ month, code: each.code }))),
    ({ month }) => month,
  )
  const [from, until] = [Math.min(...spans.map((each) => each.from)), Math.max(...spans.map((each) => each.until))]
  const found: Readings[] = []
  for (const [month, of] of [...months].sort(([a], [b]) => (a < b ? -1 : 1))) {
    const file = await openReadable(shelf, month, dataClass)
    if (!file) continue
    // The times of a day around them show the intervals of values that don't tell them.
    const time = { from: from - MINUTES_PER_DAY, until: until + MINUTES_PER_DAY }
    const all = await file.read({ parameters: file.parameters, ...time })
    found.push(ofDevices(all, new Set(of.map(({ code }) => code))))
  }
  const untold = parts.flatMap(({ devices }) => devices.filter(({ longest }) => longest === undefined))
  return { longer: found, untold: new Set(untold.map(({ code }) => code)) }
}

function ofDevices(readings: Readings, codes: ReadonlySet<string>): Readings {
  const isAsked = readings.devices.map((code) => codes.has(code))
  if (!isAsked.includes(false)) return readings
  return pickReadings(readings, Uint32Array.from(readings.device.keys()).filter((row) => isAsked[readings.device[row]!])) // biome-ignore format: one line
}
