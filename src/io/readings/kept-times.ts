import type { Month } from '@/domain/calendar'
import { type DeviceSpan, isNear } from '@/domain/monitoring/device-spans'
import type { Stamp } from '@/domain/monitoring/interval'
import { pickReadings, type Readings } from '@/domain/monitoring/readings'
import { TimesAround } from '@/domain/monitoring/times-around'
import { isSameClass } from '@/io/kept/part-class'
import { openKept } from './kept-readings'
import type { ReadingsPart, ReadingsShelf } from './readings-shelf'

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
 * The times of the kept readings of a class near the spans, by month. A month is read only if it has some: the hour of
 * a value at its border may lie in the next one.
 */
export async function keptTimes(
  shelf: ReadingsShelf,
  spans: readonly AskedSpan[],
  dataClass: ReadingsPart['dataClass'],
  stamp: Stamp,
): Promise<TimesAround[]> {
  const months = new Set<Month>(partsNear(await shelf.list(), spans, dataClass).map(({ month }) => month))
  const codes = new Set(spans.map(({ code }) => code))
  const isOpen = spans.some((span) => span.isOpen)
  const found: TimesAround[] = []
  for (const month of [...months].sort()) {
    const file = await openKept(shelf, month, dataClass)
    if (!file) continue
    const all = await file.read({ parameters: [] })
    found.push(new TimesAround(isOpen ? all : ofDevices(all, codes), stamp))
  }
  return found
}

function ofDevices(readings: Readings, codes: ReadonlySet<string>): Readings {
  const isAsked = readings.devices.map((code) => codes.has(code))
  if (!isAsked.includes(false)) return readings
  return pickReadings(readings, Uint32Array.from(readings.device.keys()).filter((row) => isAsked[readings.device[row]!])) // biome-ignore format: one line
}
